"""Whether the window stays above all others; switched without blinking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.services import Settings

_KEY = "window.on_top"


class OnTop:
    """Keeps the agent's wish and makes the window follow it; on until switched off."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self.wished = settings.setting(_KEY) != "no"
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self.wished)

    def use(self, on_top: bool) -> None:
        """Takes the wish at once."""
        self.wished = on_top
        self._settings.set_setting(_KEY, "yes" if on_top else "no")
        handle = self._window.windowHandle()
        # QWidget.setWindowFlag would hide the window; its handle changes the flag in place
        handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
