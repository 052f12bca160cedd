"""The page for pasting: whether phrases are sent at once, and how each program takes them."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop.core.pasting import PasteRule, PasteRules, program_key
from desktop.services.pasting import PASTE_RULES
from desktop.ui.desk import Desk
from desktop.ui.settings.page import Page, Switch, heading, small
from desktop.ui.settings.rule_card import RuleCard
from desktop.ui.theme import GAP_PX

_USUAL = ""


class PastingPage(Page):
    """A card for every program with a rule of its own, and one for all others."""

    id = "pasting"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._settings = desk.services.settings
        self._send = Switch(lambda on: self.keep(lambda: desk.paste_and_send.use(on)))
        self._heading, self._hint = heading(), small("hint")
        self._cards: dict[str, RuleCard] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP_PX)
        self._program, self._add = QLineEdit(), QPushButton()
        self._program.returnPressed.connect(self._add_rule)
        self._add.clicked.connect(self._add_rule)
        line = QHBoxLayout()
        line.addWidget(self._program, 1)
        line.addWidget(self._add)
        self.column.addWidget(self._send)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._hint)
        self.column.addLayout(self._column)
        self.column.addLayout(line)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("PastingPage", "Pasting")

    def refresh(self) -> None:
        """Shows the rules there are, and offers the chat program for a new one."""
        self._send.show_state(on=self.desk.paste_and_send.on)
        rules = PASTE_RULES.of(self._settings)
        shown = {_USUAL: rules.usual, **rules.programs}
        for program in self._cards.keys() - shown.keys():
            self._cards.pop(program).deleteLater()
        for program, rule in shown.items():
            if program not in self._cards:
                self._cards[program] = self._card(program)
            self._cards[program].show_rule(rule)
        target = self.desk.focus.target()
        if target and program_key(target.program) not in shown:
            self._program.setText(target.program)

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._send.name(
            self.tr("Phrases may be pasted and sent with one key"),
            self.tr("Off, nothing is ever sent for you: you look, then press the key yourself."),
        )
        self._heading.setText(self.tr("How programs take phrases"))
        self._hint.setText(
            self.tr("A program that loses the beginning of a phrase needs a longer pause.")
        )
        self._hint.show()
        self._program.setPlaceholderText(self.tr("Program, e.g. AliWorkbench"))
        self._program.setAccessibleName(self.tr("Program for a new rule"))
        self._add.setText(self.tr("Add a rule"))
        for program, card in self._cards.items():
            card.name(program or self.tr("All other programs"))

    def _card(self, program: str) -> RuleCard:
        card = RuleCard(self.desk, removable=program != _USUAL)
        card.name(program or self.tr("All other programs"))
        card.changed.connect(partial(self._set, program))
        card.removed.connect(partial(self._remove, program))
        self._column.addWidget(card)
        return card

    def _add_rule(self) -> None:
        program = program_key(self._program.text())
        if program and program not in self._cards:
            self._set(program, PASTE_RULES.of(self._settings).usual)
            self._program.clear()
        self.refresh()

    def _set(self, program: str, rule: PasteRule) -> None:
        rules = PASTE_RULES.of(self._settings)
        if program == _USUAL:
            self._keep_rules(replace(rules, usual=rule))
        else:
            self._keep_rules(replace(rules, programs={**rules.programs, program: rule}))

    def _remove(self, program: str) -> None:
        rules = PASTE_RULES.of(self._settings)
        others = {name: rule for name, rule in rules.programs.items() if name != program}
        self._keep_rules(replace(rules, programs=others))
        self.refresh()

    def _keep_rules(self, rules: PasteRules) -> None:
        self.keep(lambda: PASTE_RULES.keep(self._settings, rules))
