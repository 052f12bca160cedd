"""Whether the window stays above all others; switched without blinking."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.ports import Settings
from desktop.services.settings import switch

ON_TOP = switch("window.on_top", default=True)


class OnTop(QObject):
    """Keeps the agent's wish and makes the window follow it.

    Signals:
        changed: The agent wants the other state.
    """

    changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self.wished)

    @property
    def wished(self) -> bool:
        """Whether the window is to stay above all others."""
        return ON_TOP.of(self._settings)

    def use(self, on_top: bool) -> None:
        """Takes the wish at once."""
        ON_TOP.keep(self._settings, on_top)
        handle = self._window.windowHandle()
        # QWidget.setWindowFlag would hide the window; its handle changes the flag in place
        handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        self.changed.emit()
