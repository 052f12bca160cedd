"""Until when the signatures of a repository hold, and the button that renews the shortest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.services.publish_desk import PublishDesk, Trouble
from desktop.services.repositories import Repository
from desktop.services.repository import RepositoryStatus
from desktop.services.terms import RoleText
from desktop.ui.desk import Desk
from desktop.ui.theme import GAP_PX, SIDE_PX


class Signatures(QFrame):
    """Looks whenever a repository is chosen or something was published."""

    def __init__(self, desk: Desk, publishing: PublishDesk, passphrase: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("settings_card")
        self._desk = desk
        self._publishing = publishing
        self._passphrase = passphrase
        self._repository: Repository | None = None
        self._status: RepositoryStatus | Trouble | None = None
        self._title, self._roles, self._said = QLabel(), QLabel(), QLabel()
        self._title.setObjectName("field_label")
        self._again = QPushButton()
        self._again.clicked.connect(self._resign)
        for label in (self._roles, self._said):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, GAP_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(row)
        column.addWidget(self._roles)
        column.addWidget(self._said)
        self._say("")
        self.hide()
        self._retranslate()

    def look(self, repository: Repository) -> None:
        """Looks at a repository."""
        self._repository = repository
        self._desk.services.jobs.run(lambda: self._publishing.status(repository), self._show)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, status: RepositoryStatus | Trouble) -> None:
        self._status = status
        words, now = self._desk.languages.words, self._desk.services.clock.now()
        # trouble is told where the pack is looked at
        self.setVisible(isinstance(status, RepositoryStatus))
        if isinstance(status, RepositoryStatus):
            text = RoleText(words)
            self._roles.setText("\n".join(text.role(role, now) for role in status.roles))

    def _resign(self) -> None:
        repository, passphrase = self._repository, self._passphrase()
        if repository is None:
            return
        self._again.setEnabled(False)
        self._say(self.tr("Signing…"))
        self._desk.services.jobs.run(
            lambda: self._publishing.resign(repository, passphrase), self._signed
        )

    def _signed(self, done: bool | Trouble) -> None:
        words = self._desk.languages.words
        self._again.setEnabled(True)
        if isinstance(done, Trouble):
            self._say(done.said(words))
            return
        self._say(words.text("repo.resigned" if done else "repo.young"))
        if self._repository:
            self.look(self._repository)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Signatures"))
        self._again.setText(self.tr("Sign the index again"))
        if self._status is not None:
            self._show(self._status)
