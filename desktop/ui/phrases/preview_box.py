"""The foot of the phrase room: what will be sent, and the buttons that send it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.phrases.values import AMOUNTS
from desktop.ui.desk import Desk
from desktop.ui.paste_and_send import PasteAndSend
from desktop.ui.phrases.filler import Filler
from desktop.ui.phrases.preview import Preview
from desktop.ui.theme import GAP_PX, SIDE_PX


class PreviewBox(QWidget):
    """Shows the filler's phrase and hands the agent's typing to it.

    Signals:
        paste_wanted: The paste button, or Enter in a field.
        send_wanted: The send button, which is there while that is switched on.
        copy_wanted: The copy button.
        left: Esc in a field.
        rebuilt: There are other fields now.
    """

    paste_wanted = Signal()
    send_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()
    rebuilt = Signal()

    def __init__(self, filler: Filler, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("preview_box")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filler = filler
        self._desk = desk
        self._keeper = desk.focus
        self._preview = Preview(desk)
        self._doubt = QLabel()
        self._doubt.setObjectName("note")
        self._doubt.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        self._doubt.setWordWrap(True)
        self._paste, self._copy, self._send = QPushButton(), QPushButton(), QPushButton()
        self._buttons = (self._paste, self._copy, self._send)
        self._paste.setObjectName("primary")
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SIDE_PX, 0, SIDE_PX, SIDE_PX - 2)
        buttons.setSpacing(GAP_PX)
        buttons.addWidget(self._paste, 3)
        buttons.addWidget(self._copy, 2)
        buttons.addWidget(self._send, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self._preview, 1)
        column.addWidget(self._doubt)
        column.addLayout(buttons)
        self._preview.edited.connect(filler.type)
        self._preview.entered.connect(self.paste_wanted)
        self._preview.left.connect(self.left)
        self._preview.rebuilt.connect(self.rebuilt)
        self._paste.clicked.connect(self.paste_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._send.clicked.connect(self.send_wanted)
        self._offer_send(desk.paste_and_send)
        desk.paste_and_send.changed.connect(lambda: self._offer_send(desk.paste_and_send))
        filler.changed.connect(self._refresh)
        desk.services.following.on_change.append(self._show_doubt)
        self._retranslate()
        self._refresh()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*self._preview.fields, *self._buttons]

    def ask_for_missing(self) -> None:
        """Takes the focus into the first empty field."""
        field = self._preview.first_empty()
        if field is not None:
            self._keeper.take()
            field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _offer_send(self, paste_and_send: PasteAndSend) -> None:
        self._send.setVisible(paste_and_send.on)

    def _refresh(self) -> None:
        self._preview.show_parts(self._filler.parts())
        self._show_doubt()
        for button in self._buttons:
            button.setEnabled(self._filler.phrase is not None)

    def _show_doubt(self) -> None:
        """Says why the amounts are to be verified, under a phrase that tells any."""
        phrase, services = self._filler.phrase, self._desk.services
        followed = services.following.of(services.current.pack.id)
        words = self._desk.languages.words
        told = bool(phrase and any(name in AMOUNTS for name in phrase.placeholders))
        said = followed.told_doubt(words) if told and followed else ""
        self._doubt.setText(said)
        self._doubt.setVisible(bool(said))

    def _retranslate(self) -> None:
        self._paste.setText(self.tr("Paste") + "  ⏎")
        self._paste.setToolTip(self.tr("Paste into the chat window (Enter)"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy without pasting (Ctrl+C)"))
        self._send.setText(self.tr("Send"))
        self._send.setToolTip(self.tr("Paste, and press the chat's send key (Ctrl+Enter)"))
