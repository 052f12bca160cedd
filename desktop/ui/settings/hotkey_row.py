"""A row of the hotkey page: a command, a field that takes keys by pressing them, a way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QToolButton

from desktop.core.hotkeys import Hotkey
from desktop.ui.desk import Desk
from desktop.ui.recorder import Recorder
from desktop.ui.settings.page import Row


class HotkeyRow(Row):
    """Shows the keys a command has and tells which ones the agent wants for it.

    Signals:
        wanted: These keys, or None for none.
        listening: The next keys are for this row (True), or no more.
    """

    wanted = Signal(object)
    listening = Signal(bool)

    def __init__(self, desk: Desk, default: Hotkey | None) -> None:
        """Where there is no ``default`` the way back takes the keys away."""
        recorder, reset = Recorder(), QToolButton()
        super().__init__(recorder, reset)
        self._icons = desk.icons
        self._default = default
        self._recorder, self._reset = recorder, reset
        recorder.recorded.connect(self.wanted)
        recorder.listening.connect(self.listening)
        reset.setIconSize(QSize(16, 16))
        reset.setFixedSize(28, 28)
        reset.clicked.connect(lambda: self.wanted.emit(default))
        desk.theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def name(self, name: str, help_line: str = "") -> None:
        """Names the command, and the way back to its default."""
        super().name(name, help_line)
        back = QCoreApplication.translate("HotkeyRow", "Back to {keys}")
        away = QCoreApplication.translate("HotkeyRow", "Take the hotkey away")
        said = back.format(keys=self._default) if self._default else away
        self._reset.setToolTip(said)
        self._reset.setAccessibleName(f"{name}: {said}")

    def show_hotkey(self, hotkey: Hotkey | None) -> None:
        """Shows the keys it has."""
        self._recorder.setText(str(hotkey or ""))
        self._reset.setEnabled(hotkey != self._default)
        self._paint_icon()

    def _paint_icon(self) -> None:
        ink = "accent" if self._reset.isEnabled() else "line"
        self._reset.setIcon(self._icons.tinted("undo" if self._default else "close", ink))
