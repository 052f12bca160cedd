"""The page for one of the agent's own phrases: new or changed, checked as it is typed."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton

from desktop.core.phrases.model import Phrase
from desktop.core.problems import InputError, Problem
from desktop.ui.desk import Desk
from desktop.ui.labelled import Labelled
from desktop.ui.phrases.page import Page


class EditorPage(Page):
    """Title, text and code; the problems of each stand below it.

    Signals:
        saved: The phrase with this id was saved.
        discarded: The page was left with this phrase not saved.
    """

    saved = Signal(str)
    discarded = Signal(Phrase)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._phrase = Phrase("", "", "", "")
        self._title, self._code, self._text = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._fields = {
            "title": Labelled(self._title),
            "text": Labelled(self._text),
            "code": Labelled(self._code),
        }
        self._insert = QToolButton()
        self._insert.setObjectName("insert")
        self._insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._insert.setMenu(self._placeholder_menu())
        self.body.addWidget(self._fields["title"])
        self.body.addWidget(self._fields["text"], 1)
        self.body.addWidget(self._insert)
        self.body.addWidget(self._fields["code"])
        for typed_in in (self._title, self._text, self._code):
            typed_in.textChanged.connect(self._check)
        for pressed in (self._title, self._text.viewport(), self._code):
            desk.focus.lend_to(pressed)
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
        self._fields["text"].name(self.tr("Text"))
        self._fields["code"].name(self.tr("Code, for finding it by a few keys"))
        self._insert.setText(self.tr("Insert placeholder"))

    def _save(self) -> None:
        draft = self._draft()
        saved = self.desk.services.library.save_own(draft)
        self._phrase = draft
        self.left.emit()
        self.saved.emit(saved.id)

    def _fill(self, phrase: Phrase) -> None:
        self._title.setText(phrase.title)
        self._text.setPlainText(phrase.text)
        self._code.setText(phrase.code)
        self._show(())

    def _draft(self) -> Phrase:
        return replace(
            self._phrase,
            title=self._title.text().strip(),
            text=self._text.toPlainText().strip(),
            code=self._code.text().strip(),
        )

    def _check(self) -> None:
        """Says what is wrong so far; that a field is still empty is no news to who is typing."""
        draft = self._draft()
        problems = self.desk.services.library.check_own(draft)
        self._show(tuple(p for p in problems if getattr(draft, p.where)))

    def _show(self, problems: tuple[Problem, ...]) -> None:
        words = self.desk.languages.words
        for where, field in self._fields.items():
            said = (
                words.text(f"problem.{p.code}", **p.values) for p in problems if p.where == where
            )
            field.show_problem("\n".join(said))

    def _report_unsaved(self) -> None:
        draft = self._draft()
        if draft != self._phrase:
            self.discarded.emit(draft)

    def _placeholder_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in self.desk.placeholders():
            menu.addAction(name, partial(self._text.insertPlainText, f"{{{{ {name} }}}}"))
        return menu
