"""The page for one of the agent's own phrases: new or changed, checked as it is typed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from desktop.core.phrases.model import Phrase
from desktop.core.phrases.own import of_parts
from desktop.core.problems import InputError, Problem
from desktop.ui.desk import Desk
from desktop.ui.labelled import Labelled
from desktop.ui.phrases.page import Page
from desktop.ui.phrases.part_list import PartList


class EditorPage(Page):
    """Title, parts and code; the problems of each stand below it.

    Signals:
        saved: The phrase with this id was saved.
        discarded: The page was left with this phrase not saved.
    """

    saved = Signal(str)
    discarded = Signal(Phrase)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._phrase = Phrase("", "", "", "")
        self._title, self._code, self._parts = QLineEdit(), QLineEdit(), PartList(desk)
        self._fields = {"title": Labelled(self._title), "code": Labelled(self._code)}
        self._insert, self._add = QToolButton(), QToolButton()
        self._insert.setMenu(self._placeholder_menu())
        self._insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.clicked.connect(self._offer_parts)
        line = QHBoxLayout()
        for button, name in ((self._insert, "insert"), (self._add, "add_part")):
            button.setObjectName(name)
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(self._fields["title"])
        self.body.addWidget(self._parts, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._fields["code"])
        for typed_in in (self._title, self._code):
            typed_in.textChanged.connect(self._check)
            desk.focus.lend_to(typed_in)
        self._parts.changed.connect(self._check)
        self._parts.rebuilt.connect(self._order_stops)
        self.left.connect(self._report_unsaved)
        self.retranslate()

    def open(self, phrase: Phrase) -> None:
        """Starts on a phrase; one without an id is new."""
        self._phrase = phrase
        self._fill(phrase)
        self.retranslate()
        self.desk.focus.take()
        self._title.setFocus()

    def save(self) -> None:
        """Keeps the phrase, or says at each field what is wrong."""
        try:
            self.desk.kept(self._save)
        except InputError as error:
            self._show(error.problems)

    def retranslate(self) -> None:
        """Writes every text anew."""
        super().retranslate()
        new = not self._phrase.id
        self.title.setText(self.tr("New phrase") if new else self.tr("Edit phrase"))
        self._fields["title"].name(self.tr("Title"))
        self._fields["code"].name(self.tr("Code, for finding it by a few keys"))
        self._parts.retranslate()
        self._insert.setText(self.tr("Insert placeholder"))
        self._add.setText(self.tr("Add part"))

    def _save(self) -> None:
        draft = self._draft()
        self.desk.services.attachments.adopt(draft.parts)
        saved = self.desk.services.library.save_own(draft)
        self._phrase = draft
        self.left.emit()
        self.saved.emit(saved.id)

    def _fill(self, phrase: Phrase) -> None:
        self._title.setText(phrase.title)
        self._parts.take(phrase.in_parts())
        self._code.setText(phrase.code)
        self._show(())

    def _draft(self) -> Phrase:
        draft = replace(
            self._phrase, title=self._title.text().strip(), code=self._code.text().strip()
        )
        return of_parts(draft, self._parts.parts())

    def _check(self) -> None:
        """Says what is wrong so far; that a field is still empty is no news to who is typing."""
        problems = self.desk.services.library.check_own(self._draft())
        self._show(problem for problem in problems if problem.code != "empty")

    def _show(self, problems: Iterable[Problem]) -> None:
        words = self.desk.languages.words
        said: dict[str, list[str]] = {}
        for problem in problems:
            line = words.text(f"problem.{problem.code}", **problem.values)
            said.setdefault(problem.where, []).append(line)
        for where, field in self._fields.items():
            field.show_problem("\n".join(said.get(where, ())))
        self._parts.show_problems({where: "\n".join(lines) for where, lines in said.items()})

    def _report_unsaved(self) -> None:
        draft = self._draft()
        if draft != self._phrase:
            self.discarded.emit(draft)

    def _order_stops(self) -> None:
        """Tab goes from above to below, whatever was made when."""
        stops = (self._title, *self._parts.stops(), self._insert, self._add, self._code)
        for before, after in pairwise((*stops, self.save_button)):
            QWidget.setTabOrder(before, after)

    def _offer_parts(self) -> None:
        below = self._add.mapToGlobal(self._add.rect().bottomLeft())
        self._parts.menu().popup(below)

    def _placeholder_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in self.desk.placeholders():
            menu.addAction(name, partial(self._parts.write, f"{{{{ {name} }}}}"))
        return menu
