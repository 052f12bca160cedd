"""The page for the packs this machine follows: how they stand, and the way in and out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from desktop.core.packs.invitation import SUFFIX, Invitation, read_invitation, read_link
from desktop.core.problems import InputError
from desktop.services.followed import Followed
from desktop.services.repository import RemoteError
from desktop.ui.desk import Desk
from desktop.ui.drop import drop
from desktop.ui.labelled import Labelled
from desktop.ui.settings.pack_card import PackCard
from desktop.ui.settings.page import Page, heading, small
from desktop.ui.theme import GAP_PX, SIDE_PX

_MOST_BYTES = 1_000_000


class PacksPage(Page):
    """Checks, joins and leaves; each takes as long as a network takes, and can be stopped."""

    id = "packs"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._following = desk.services.following
        self._shown: tuple[Followed, ...] | None = None
        self._headings = (heading(), heading())
        self._none, self._state = small("hint"), small("hint")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP_PX)
        self._check, self._stop = QPushButton(), QPushButton()
        self._check.clicked.connect(self._following.check)
        self._stop.clicked.connect(self._following.stop)
        self._invitation = Labelled(QLineEdit())
        self._choose, self._join = QPushButton(), QPushButton()
        self._choose.clicked.connect(self._choose_file)
        self._join.clicked.connect(self._read_link)
        self._link.returnPressed.connect(self._read_link)
        self._link.textChanged.connect(lambda: self._invitation.show_problem(""))
        self._lay()
        self._following.on_change.append(self.refresh)
        self._following.on_progress.append(self._show_progress)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("PacksPage", "Packs")

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._headings[0].setText(self.tr("Packs you follow"))
        self._headings[1].setText(self.tr("Follow another"))
        self._none.setText(
            self.tr("None yet. Your supervisor has an invitation for you: a link, or a file.")
        )
        self._check.setText(self.tr("Check now"))
        self._stop.setText(self.tr("Stop"))
        self._invitation.name(self.tr("Link of the invitation (miaohui://…)"))
        self._choose.setText(self.tr("From a file…"))
        self._join.setText(self.tr("Follow"))
        self._shown = None

    def refresh(self) -> None:
        """Shows how every pack stands."""
        followed = self._following.followed
        if followed != self._shown:
            self._show_cards(followed)
        self._none.setVisible(not followed)
        self._show_progress()

    @property
    def _link(self) -> QLineEdit:
        assert isinstance(self._invitation.inside, QLineEdit)
        return self._invitation.inside

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self._check)
        row.addWidget(self._stop)
        row.addWidget(self._state, 1)
        row.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_PX)
        buttons.addWidget(self._join)
        buttons.addWidget(self._choose)
        buttons.addStretch(1)
        self.column.setSpacing(GAP_PX)
        self.column.addWidget(self._headings[0])
        self.column.addWidget(self._none)
        self.column.addLayout(self._cards)
        self.column.addLayout(row)
        self.column.addSpacing(SIDE_PX)
        self.column.addWidget(self._headings[1])
        self.column.addWidget(self._invitation)
        self.column.addLayout(buttons)

    def _show_cards(self, followed: tuple[Followed, ...]) -> None:
        self._shown = followed
        for old in self.findChildren(PackCard):
            drop(old)
        for one in followed:
            card = PackCard(one, self.desk.languages.words)
            card.leave_wanted.connect(partial(self._ask_leave, one))
            self._cards.addWidget(card)

    def _show_progress(self) -> None:
        progress = self._following.progress
        self._check.setEnabled(progress is None and bool(self._following.followed))
        self._stop.setVisible(progress is not None)
        self._state.setVisible(progress is not None)
        if progress is None:
            return
        said = self.tr("Checking…")
        if progress.all:
            numbers = self.tr("{done} of {all} kB")
            kb = (f"{count / 1000:.0f}" for count in (progress.done, progress.all))
            said = f"{said} {numbers.format(done=next(kb), all=next(kb))}"
        self._state.setText(said)

    def _choose_file(self) -> None:
        kinds = self.tr("Invitations") + f" (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Invitation"), "", kinds)
        if not chosen:
            return
        try:
            with Path(chosen).open("rb") as file:
                data = file.read(_MOST_BYTES)
        except OSError as error:
            values = {"path": chosen, "why": error.strerror or ""}
            said = self.desk.languages.words.text("problem.unreadable", **values)
            self._invitation.show_problem(said)
        else:
            self._ask_join(lambda: read_invitation(data))

    def _read_link(self) -> None:
        typed = self._link.text().strip()
        if typed:
            self._ask_join(lambda: read_link(typed))

    def _ask_join(self, invited: Callable[[], Invitation]) -> None:
        """Follows an invitation that the agent says is the supervisor's."""
        words = self.desk.languages.words
        try:
            invitation = invited()
        except InputError as error:
            self._invitation.show_problem(words.problem(error.problems[0]))
            return
        self._invitation.show_problem("")
        packs = ", ".join(invitation.packs)
        said = words.text("cli.digits", digits=invitation.spoken, packs=packs)
        ask = words.text("cli.digits_right")
        title = self.tr("Invitation")
        if _agreed(QMessageBox.question(self, title, f"{said}\n\n{ask}", defaultButton=_NO)):
            self._following.join(invitation, partial(self._joined, invitation))

    def _joined(self, invitation: Invitation, error: RemoteError | None) -> None:
        if error is None:
            self._link.clear()
            packs = ", ".join(invitation.packs)
            self.desk.say(self.tr("Followed from now on: {packs}").format(packs=packs), "", None)
        else:
            self._tell(error)

    def _ask_leave(self, followed: Followed) -> None:
        said = self.tr(
            "Follow {name} no longer? Its editions are removed from this machine; your own "
            "phrases, pins and hotkeys stay."
        ).format(name=followed.name or followed.subscription.pack)
        if _agreed(QMessageBox.question(self, self.tr("Leave"), said, defaultButton=_NO)):
            self._following.leave(followed.subscription, lambda e: self._tell(e) if e else None)

    def _tell(self, error: RemoteError) -> None:
        said = self.desk.languages.words.text(f"remote.{error.code}", **error.values)
        self.desk.say(said, "", None)


_NO = QMessageBox.StandardButton.No


def _agreed(answer: object) -> bool:
    return answer == QMessageBox.StandardButton.Yes
