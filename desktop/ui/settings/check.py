"""The page that tells what works on this machine: what ``miaohui doctor`` says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton

from desktop.services.doctor import Check
from desktop.ui.desk import Desk
from desktop.ui.settings.page import Page, small
from desktop.ui.theme import GAP_PX, SIDE_PX


class CheckPage(Page):
    """Looks when it is opened and whenever the agent asks; the window goes on meanwhile."""

    id = "check"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: Sequence[Check] = ()
        self._looking = False
        self._state = small("hint")
        self._again, self._copy = QPushButton(), QPushButton()
        self._again.clicked.connect(self.refresh)
        self._copy.clicked.connect(lambda: desk.sender.copy(self._report()))
        buttons = QHBoxLayout()
        buttons.addWidget(self._again)
        buttons.addWidget(self._copy)
        self._card = QFrame()
        self._card.setObjectName("settings_card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(SIDE_PX, SIDE_PX, SIDE_PX, SIDE_PX)
        self._grid.setVerticalSpacing(GAP_PX)
        self._grid.setHorizontalSpacing(SIDE_PX)
        self._grid.setColumnStretch(2, 1)
        self._card.hide()
        self.column.addLayout(buttons)
        self.column.addWidget(self._state)
        self.column.addWidget(self._card)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("CheckPage", "Check")

    def refresh(self) -> None:
        """Looks at the machine, unless it is looking already."""
        if self._looking:
            return
        self._looking = True
        self._show_state()
        words = self.desk.languages.words
        self.desk.services.jobs.run(lambda: self.desk.services.machine.diagnose(words), self._show)

    def retranslate(self) -> None:
        """Writes every text anew; what was found is looked for again."""
        self._again.setText(self.tr("Check again"))
        self._copy.setText(self.tr("Copy the report"))
        self._show_state()

    def _show(self, found: Sequence[Check]) -> None:
        self._looking = False
        self._found = found
        self._show_state()
        for shown in self._card.findChildren(QLabel):
            shown.deleteLater()
        words = self.desk.languages.words
        for row, check in enumerate(found):
            sign = QLabel("✓" if check.ok else "✗")
            sign.setObjectName("check_good" if check.ok else "check_bad")
            detail = QLabel(words.text(f"doctor.{check.code}", **check.values))
            detail.setWordWrap(True)
            detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for column, label in enumerate((sign, QLabel(words.check(check.check)), detail)):
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._card.show()

    def _show_state(self) -> None:
        self._again.setEnabled(not self._looking)
        self._copy.setEnabled(bool(self._found))
        if self._looking:
            said = self.tr("Looking…")
        elif all(check.ok for check in self._found):
            said = self.tr("Everything works.")
        else:
            said = self.tr("Not everything works: the lines with ✗ say how to mend it.")
        self._state.setText(said)
        self._state.show()

    def _report(self) -> str:
        words = self.desk.languages.words
        lines = (
            f"{'✓' if check.ok else '✗'} {words.check(check.check)}: "
            f"{words.text(f'doctor.{check.code}', **check.values)}"
            for check in self._found
        )
        return "\n".join(lines)
