"""The phrase room: the list with its preview, and the pages that open over it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout

from desktop.core.phrases.model import Phrase
from desktop.services.filling import Filled, Missing, Refused
from desktop.services.ports import Action
from desktop.ui.desk import Desk, Panel, Room
from desktop.ui.keeping import kept
from desktop.ui.phrases import state
from desktop.ui.phrases.actions import PhraseActions
from desktop.ui.phrases.filler import Filler
from desktop.ui.phrases.finder import Finder
from desktop.ui.phrases.list_page import ListPage
from desktop.ui.phrases.pages import Pages
from desktop.ui.phrases.state import Heading, Line

ID = "phrases"


def phrase_room() -> Room:
    """The room as it is plugged into the window."""
    return Room(
        id=ID,
        icon="phrases",
        title=lambda: QCoreApplication.translate("PhrasePanel", "Phrases"),
        commands=("search", "pin.", "phrase:", "scenario:"),
        build=PhrasePanel,
    )


class PhrasePanel(Panel):
    """Brings finder, filler and pages together; decides what a click or a key leads to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._library = desk.services.library
        self._finder = Finder(desk, self)
        self._filler = Filler(desk.values, self)
        self._list = ListPage(desk, self._finder, self._filler)
        self._actions = PhraseActions(self, self._list.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._pages = Pages(desk, self._stack, self._reveal)
        self._connect()
        self._take_marked()

    def enter(self) -> None:
        """To the search box."""
        self._stack.setCurrentWidget(self._list)
        self._list.search.setFocus()
        self._list.search.selectAll()

    def run(self, command: str) -> None:
        """Searches, or uses the phrase of which the command tells id, scenario or place."""
        kind, _, which = command.partition(":")
        if kind == "search":
            self._desk.open_room(ID)
            self._desk.focus.take()
            self.enter()
        elif kind == "scenario":
            self._offer_scenario(which)
        elif kind == "phrase":
            self._use(which)
        else:
            self._use_pinned(int(kind.removeprefix("pin.")))

    def toast_bottom_px(self) -> int:
        """Above the preview, whose buttons are pressed next."""
        return self._list.list_bottom_px()

    def _connect(self) -> None:
        page, actions = self._list, self._actions
        page.search.entered.connect(self._use_marked)
        page.search.picked.connect(self._use_numbered)
        page.search.copied.connect(self._copy)
        page.search.left.connect(self._desk.focus.give_back)
        page.list.used.connect(self._use_row)
        page.list.menu_wanted.connect(self._open_menu)
        page.preview.paste_wanted.connect(self._use_marked)
        page.preview.copy_wanted.connect(self._copy)
        page.send_wanted.connect(self._send_marked)
        page.preview.left.connect(page.search.setFocus)
        page.new_wanted.connect(self._pages.write_new)
        self._finder.current_changed.connect(self._take_marked)
        actions.copy.triggered.connect(self._copy)
        actions.pin.triggered.connect(self._toggle_pin)
        actions.hotkey.triggered.connect(lambda: self._pages.set_hotkey(self._marked()))
        actions.edit.triggered.connect(lambda: self._pages.edit(self._marked()))
        actions.delete.triggered.connect(self._delete)
        QShortcut(QKeySequence("Ctrl+N"), self, self._pages.write_new)
        QShortcut(QKeySequence("Ctrl+F"), self, self.enter)
        for digit in range(1, state.DIGITS + 1):
            QShortcut(QKeySequence(f"Alt+{digit}"), self, partial(self._use_numbered, digit))

    # -- using a phrase --------------------------------------------------------------------

    def _use_row(self, number: int) -> None:
        row = self._finder.rows[number]
        if isinstance(row, Heading):
            self._finder.toggle(number)
            return
        self._finder.mark(number)
        self._use_marked()

    def _use_numbered(self, digit: int) -> None:
        number = state.numbered(self._finder.rows, digit)
        if number >= 0:
            self._use_row(number)

    def _send_marked(self) -> None:
        """Pastes and sends the marked phrase, if that is switched on."""
        if self._desk.paste_and_send.on:
            self._use_marked(send=True)

    def _use_marked(self, *, send: bool = False) -> None:
        """Pastes the marked phrase as it is filled in; asks first for what is missing."""
        phrase, outcome = self._filler.phrase, self._filler.outcome()
        if not isinstance(outcome, Filled):
            self._ask_or_explain(outcome)
        elif phrase is not None:
            typed = self._desk.services.typed_codes.standing(phrase.id)
            pasted = partial(self._pasted, phrase.id)
            self._desk.sender.paste(outcome.parts, pasted, typed=typed, send=send)

    def _pasted(self, phrase_id: str) -> None:
        self._library.record_use(phrase_id)
        self._filler.forget(phrase_id)

    def _use(self, phrase_id: str) -> None:
        """Pastes a phrase without touching the list, unless the agent must do something first.

        That is to fill it in, or, where a window behind cannot copy, to press Enter.
        """
        phrase = self._library.phrase(phrase_id)
        if phrase is None:
            self._say(self.tr("The team's phrases do not have this one now."))
            return
        outcome = self._filler.untouched(phrase)
        if isinstance(outcome, Filled) and self._desk.services.windows.may_copy():
            typed = self._desk.services.typed_codes.standing(phrase.id)
            used = partial(self._library.record_use, phrase.id)
            self._desk.sender.paste(outcome.parts, used, typed=typed)
        else:
            self._offer(phrase)

    def _use_pinned(self, place: int) -> None:
        pins = self._library.overlay().pins
        if place <= len(pins):
            self._use(pins[place - 1])
        else:
            self._say(self.tr("Nothing is pinned at place {place} yet.").format(place=place))

    def _offer(self, phrase: Phrase) -> None:
        """Shows the phrase for filling in, or for a last look: Enter pastes it."""
        self._desk.open_room(ID)
        self._desk.focus.take()
        self.enter()
        self._reveal(phrase.id)
        self._list.preview.ask_for_missing()

    def _offer_scenario(self, scenario: str) -> None:
        phrases = [p for c in self._library.categories() for p in c.phrases()]
        usage = self._library.overlay().usage
        fitting = [p for p in phrases if p.scenario == scenario]
        if fitting:
            self._offer(max(fitting, key=lambda p: usage[p.id].count if p.id in usage else 0))

    def _ask_or_explain(self, outcome: Missing | Refused | None) -> None:
        """Puts the agent to the first empty field, or says what stands against sending."""
        if isinstance(outcome, Missing):
            self._list.preview.ask_for_missing()
        elif isinstance(outcome, Refused):
            words = self._desk.languages.words
            self._say("; ".join(words.problem(problem) for problem in outcome.problems))

    def _say(self, text: str) -> None:
        self._desk.say(text, "", None)

    # -- the marked phrase -----------------------------------------------------------------

    def _marked(self) -> Phrase:
        phrase = self._finder.phrase
        assert phrase is not None, "actions without a phrase are disabled"
        return phrase

    def _take_marked(self) -> None:
        phrase = self._finder.phrase
        self._filler.take(phrase)
        pinned = phrase is not None and phrase.id in self._library.overlay().pins
        self._actions.aim(phrase, pinned=pinned)

    def _reveal(self, phrase_id: str) -> None:
        self._stack.setCurrentWidget(self._list)
        self._list.search.clear()
        self._finder.reveal(phrase_id)

    def _open_menu(self, number: int, point: QPoint) -> None:
        if isinstance(self._finder.rows[number], Line):
            self._finder.mark(number)
            self._actions.open_menu(point)

    def _copy(self) -> None:
        outcome = self._filler.outcome()
        if isinstance(outcome, Filled):
            self._desk.sender.copy(*outcome.parts)
        else:
            self._ask_or_explain(outcome)

    def _toggle_pin(self) -> None:
        phrase_id = self._marked().id
        pinned = phrase_id in self._library.overlay().pins
        change = self._library.unpin if pinned else self._library.pin
        self._desk.kept(partial(change, phrase_id))

    def _delete(self) -> None:
        phrase = self._marked()

        def delete() -> None:
            undo = self._library.delete_own(phrase.id)
            said = self.tr("“{title}” is deleted.").format(title=phrase.title)
            self._desk.say(said, self.tr("Undo"), partial(self._put_back, undo))

        self._desk.kept(delete)

    def _put_back(self, undo: Action) -> None:
        """Undoes a deletion; it can be tried again if there was no room for it."""

        def say(text: str, _label: str, _action: Action | None) -> None:
            self._desk.say(text, self.tr("Undo"), partial(self._put_back, undo))

        kept(undo, self._desk.languages, say)
