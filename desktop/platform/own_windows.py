"""Focus behaviour of our own windows, as far as Qt itself can do it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow


class QtWindows:
    """Switches windows between "a click leaves the focus" and "may have the focus"."""

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        """Lets clicks in the window take the keyboard focus, or leave it where it is.

        The flag is set on the native window: on the widget it would hide the window, and on the
        X server alone Qt would still think that a click had made it active.
        """
        for own in self._find(window):
            own.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accepts)

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus."""
        for own in self._find(window):
            own.raise_()
            own.requestActivate()

    def _find(self, window: int) -> list[QWindow]:
        return [own for own in QGuiApplication.topLevelWindows() if own.winId() == window]
