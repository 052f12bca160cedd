"""The page for hotkeys: those of the program's commands, and those of phrases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.core.hotkeys import Hotkey, default_bindings
from desktop.services.hotkeys import OURS, Obstacle
from desktop.ui.desk import Desk
from desktop.ui.hotkey_names import about_a_key, command_name, obstacle_said, other_keys_said
from desktop.ui.settings.hotkey_row import HotkeyRow
from desktop.ui.settings.page import Page, heading, say_below, small
from desktop.ui.theme import GAP_PX, SIDE_PX


class HotkeysPage(Page):
    """What is pressed in a row becomes its hotkey at once, or the row says who has the keys.

    The hotkeys of ours do nothing while a row listens: the row says what they are for.
    """

    id = "hotkeys"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._hotkeys = desk.services.hotkeys
        self._rows: dict[str, HotkeyRow] = {}
        self._none = small("field_problem")
        self._hint = small("hint")
        self._phrases_heading = heading()
        self._phrases_hint = small("hint")
        self._phrases = QVBoxLayout()
        self._phrases.setSpacing(GAP_PX)
        self._reset = QPushButton()
        self._reset.clicked.connect(lambda: self._change(self._hotkeys.reset))
        self.column.setSpacing(GAP_PX)
        self.column.addWidget(self._none)
        self.column.addWidget(self._hint)
        for command, default in default_bindings().items():
            self.column.addWidget(self._row(command, default))
        self.column.addWidget(self._reset)
        self.column.addSpacing(SIDE_PX)
        self.column.addWidget(self._phrases_heading)
        self.column.addLayout(self._phrases)
        self.column.addWidget(self._phrases_hint)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("HotkeysPage", "Hotkeys")

    def refresh(self) -> None:
        """Shows the hotkeys that commands and phrases have now."""
        phrases = [f"phrase:{i}" for i in self.desk.services.library.overlay().hotkeys]
        for command in [c for c in self._rows if c.startswith("phrase:") and c not in phrases]:
            self._rows.pop(command).deleteLater()
        for command in phrases:
            if command not in self._rows:
                self._phrases.addWidget(self._row(command, None))
        self._show()

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._hint.setText(self.tr("Click a field and press the keys. Backspace takes them away."))
        self._hint.show()
        self._reset.setText(self.tr("All commands back to their defaults"))
        self._phrases_heading.setText(self.tr("Phrases"))
        say_below(
            self._phrases_hint,
            self.tr("To give a phrase a hotkey, choose it in the list and press Ctrl+K."),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets hotkeys work again."""
        self.desk.watch_commands(None)
        super().hideEvent(event)

    def _row(self, command: str, default: Hotkey | None) -> HotkeyRow:
        row = HotkeyRow(self.desk, default)
        row.wanted.connect(partial(self._choose, command))
        row.listening.connect(partial(self._listen, command))
        self._rows[command] = row
        return row

    def _listen(self, command: str, listening: bool) -> None:
        self.desk.watch_commands(partial(self._heard, command) if listening else None)
        if not listening:
            self._show()

    def _heard(self, command: str, pressed: str) -> None:
        """The system gave the keys to a hotkey of ours before the row could see them."""
        if pressed != command:
            self._show_obstacle(command, Obstacle(OURS, pressed))

    def _choose(self, command: str, hotkey: Hotkey | None) -> None:
        obstacle = self._hotkeys.obstacle(hotkey) if hotkey else None
        if obstacle and obstacle.owner != command:
            self._show_obstacle(command, obstacle)
        elif command.startswith("phrase:"):
            phrase_id = command.removeprefix("phrase:")
            self._change(partial(self.desk.services.library.set_hotkey, phrase_id, hotkey))
        else:
            self._change(partial(self._hotkeys.choose, command, hotkey))

    def _change(self, action: Callable[[], None]) -> None:
        self.keep(action)
        self._show()

    def _show(self) -> None:
        own = self.desk.services.library.overlay().hotkeys
        hotkeys = {**self._hotkeys.commands(), **{f"phrase:{i}": h for i, h in own.items()}}
        refused = {one.command: one.obstacle for one in self._hotkeys.refused}
        for command, row in self._rows.items():
            row.name(command_name(self.desk, command), other_keys_said(self.desk, command))
            row.show_hotkey(hotkeys.get(command))
            self._show_obstacle(command, refused.get(command))
        everywhere = [o for o in refused.values() if not about_a_key(o)]
        say_below(self._none, obstacle_said(self.desk, everywhere[0]) if everywhere else "")

    def _show_obstacle(self, command: str, obstacle: Obstacle | None) -> None:
        said = obstacle_said(self.desk, obstacle) if obstacle and about_a_key(obstacle) else ""
        self._rows[command].show_problem(said)
