"""Focus and place of our own windows, as far as Qt itself can do it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from desktop.core.docking.model import Rect, Screen


class QtWindows:
    """Switches windows between "a click leaves the focus" and "may have the focus"; places them.

    Qt's pixels are as large as the screen's scale says, and each screen counts them from its own
    corner, which stands where it physically is. Places here are in physical pixels.
    """

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

    def may_copy(self) -> bool:
        """Whether the clipboard can be used now: some systems let only the window in front."""
        return True

    def rise(self, window: int) -> None:
        """Brings the window above others without the keyboard focus."""
        for own in self._find(window):
            own.raise_()

    def frame(self, window: int) -> Rect:
        """What is seen of the window, title bar included, in physical pixels."""
        [own] = self._find(window)
        return _physical(own.frameGeometry(), own.screen())

    def place(self, window: int, frame: Rect) -> None:
        """Moves and sizes it so that this is what is seen of it; it is not raised or activated."""
        middle = (frame.x + frame.width // 2, frame.y + frame.height // 2)
        screens = QGuiApplication.screens()
        for own in self._find(window):
            screen = next(
                (s for s in screens if _physical(s.geometry(), s).holds(*middle)), own.screen()
            )
            inner = _qt_rect(frame, screen).marginsRemoved(own.frameMargins())
            if own.geometry() != inner:
                own.setGeometry(inner)

    def screens(self) -> tuple[Screen, ...]:
        """The monitors, in physical pixels."""
        return tuple(
            Screen(_physical(s.availableGeometry(), s), s.devicePixelRatio())
            for s in QGuiApplication.screens()
        )

    def _find(self, window: int) -> list[QWindow]:
        return [own for own in QGuiApplication.topLevelWindows() if own.winId() == window]


def _physical(rect: QRect, screen: QScreen) -> Rect:
    corner, scale = screen.geometry().topLeft(), screen.devicePixelRatio()
    at = (rect.topLeft() - corner) * scale + corner
    return Rect(at.x(), at.y(), round(rect.width() * scale), round(rect.height() * scale))


def _qt_rect(rect: Rect, screen: QScreen) -> QRect:
    corner, scale = screen.geometry().topLeft(), screen.devicePixelRatio()
    at = (QPoint(rect.x, rect.y) - corner) / scale + corner
    return QRect(at.x(), at.y(), round(rect.width / scale), round(rect.height / scale))
