"""The fields and buttons from which a pack is published."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.labelled import Labelled
from desktop.ui.packs.written import page
from desktop.ui.theme import GAP_PX

_NOTE_PX = 64


class PublishForm(QWidget):
    """What stands in the window; what it does is said by ``PublishWindow``.

    Attributes:
        repository: Which one.
        folder: Of the pack.
        choose: Opens the system's folder dialog.
        look: Checks and compares.
        shown: Problems, or what changes for agents.
        despite: The yes that warnings need.
        note: What agents are told.
        passphrase: Of the key files.
        state: What is going on, or came of it.
        publish: Puts it in force.
        stop: Stops that while it harms nobody.
    """

    def __init__(self) -> None:
        super().__init__()
        self.repository, self.folder = QComboBox(), QLineEdit()
        self.choose, self.look = QPushButton(), QPushButton()
        self.shown, self.note = page(), QPlainTextEdit()
        self.despite, self.passphrase = QCheckBox(), QLineEdit()
        self.state, self.publish, self.stop = QLabel(), QPushButton(), QPushButton()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_PX)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.state.setWordWrap(True)
        self.publish.setObjectName("primary")
        inside = (self.repository, self.folder, self.shown, self.note, self.passphrase)
        self._fields = [Labelled(widget) for widget in inside]
        repository, folder, shown, note, passphrase = self._fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(repository)
        column.addLayout(_row(folder, self.choose, self.look))
        column.addWidget(shown, 1)
        column.addWidget(self.despite)
        column.addWidget(note)
        column.addWidget(passphrase)
        column.addLayout(_row(self.state, self.stop, self.publish))

        repository.hide()  # until there is a choice
        self.despite.hide()  # until there are warnings
        first = (self.folder, self.choose, self.look, self.shown, self.despite)
        then = (self.note, self.passphrase, self.publish, self.stop)
        for before, after in pairwise((self.repository, *first, *then)):
            self.setTabOrder(before, after)

    def offer(self, repositories: list[str]) -> None:
        """Offers repositories, if there is a choice; the one chosen stays."""
        chosen = self.repository.currentText()
        self.repository.clear()
        self.repository.addItems(repositories)
        self.repository.setCurrentText(chosen)
        self._fields[0].setVisible(len(repositories) > 1)

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be changed while something is under way.

        What may have the focus is not disabled: the focus would move on by itself.
        """
        self.repository.setEnabled(not busy)
        self.folder.setReadOnly(busy)
        self.note.setReadOnly(busy)

    def retranslate(self) -> None:
        """Writes every text anew."""
        names = (
            self.tr("Repository"),
            self.tr("Folder of the pack"),
            self.tr("What would be published"),
            self.tr("Note for agents"),
            self.tr("Passphrase of the keys"),
        )
        for field, name in zip(self._fields, names, strict=True):
            field.name(name)
        self.choose.setText(self.tr("Choose…"))
        self.look.setText(self.tr("Check"))
        self.despite.setText(self.tr("Publish despite the warnings"))
        self.publish.setText(self.tr("Publish"))
        self.stop.setText(self.tr("Stop"))


def _row(*widgets: QWidget) -> QHBoxLayout:
    """The first takes the room there is."""
    row = QHBoxLayout()
    row.setSpacing(GAP_PX)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if number else 1, Qt.AlignmentFlag.AlignBottom)
    return row
