"""The page that gives a phrase a hotkey of its own, by pressing it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.core.hotkeys import Hotkey
from desktop.core.phrases.model import Phrase
from desktop.services.hotkeys import OURS, Obstacle
from desktop.ui.desk import Desk
from desktop.ui.hotkey_names import obstacle_said
from desktop.ui.labelled import Labelled
from desktop.ui.phrases.page import Page
from desktop.ui.recorder import Recorder


class HotkeyPage(Page):
    """Says at once who has the keys already; hotkeys of ours do nothing meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._phrase = Phrase("", "", "", "")
        self._hotkey: Hotkey | None = None
        self._name = QLabel()
        self._name.setWordWrap(True)
        self._recorder = Recorder()
        self._recorder.recorded.connect(self._take)
        self._field = Labelled(self._recorder)
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        for widget in (self._name, self._field, self._hint):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        desk.focus.lend_to(self._recorder)
        self.left.connect(lambda: desk.watch_commands(None))
        self.retranslate()

    def open(self, phrase: Phrase, hotkey: Hotkey | None) -> None:
        """Starts on a phrase and the hotkey it has."""
        self._phrase, self._hotkey = phrase, hotkey
        self._name.setText(phrase.title)
        self._recorder.setText(str(hotkey or ""))
        self._field.show_problem("")
        self.save_button.setEnabled(True)
        self.desk.watch_commands(self._heard)
        self.desk.focus.take()
        self._recorder.setFocus()

    def save(self) -> None:
        """Gives the phrase the hotkey, or takes its hotkey away."""
        library = self.desk.services.library
        if self.save_button.isEnabled() and self.desk.kept(
            lambda: library.set_hotkey(self._phrase.id, self._hotkey)
        ):
            self.left.emit()

    def retranslate(self) -> None:
        """Writes every text anew."""
        super().retranslate()
        self.title.setText(self.tr("Hotkey"))
        self._field.name(self.tr("Keys"))
        self._hint.setText(
            self.tr("Pastes this phrase from any program. Backspace takes the hotkey away.")
        )

    def _take(self, hotkey: Hotkey | None) -> None:
        self._hotkey = hotkey
        self._judge(self.desk.services.hotkeys.obstacle(hotkey) if hotkey else None)

    def _heard(self, command: str) -> None:
        """The system gave the keys to a hotkey of ours before the recorder could see them."""
        self._judge(Obstacle(OURS, command))

    def _judge(self, obstacle: Obstacle | None) -> None:
        """Says what stands against these keys; that they are the phrase's already is nothing."""
        if obstacle and obstacle.owner == f"phrase:{self._phrase.id}":
            obstacle = None
        self._field.show_problem(obstacle_said(self.desk, obstacle) if obstacle else "")
        self.save_button.setEnabled(obstacle is None)
