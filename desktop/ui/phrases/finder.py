"""Which phrases the list shows and which one is marked: the agent's search and walk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.core.phrases.model import Phrase
from desktop.services.settings import record
from desktop.ui.desk import Desk
from desktop.ui.phrases import state
from desktop.ui.phrases.state import Heading, Line, Marks, Row

FREQUENT = "frequent"
_FOLDED = record("phrases.folded", frozenset[str], frozenset())
_HITS = 100


class Finder(QObject):
    """The list's state and what changes it.

    Attributes:
        rows: What the list shows.
        current: Number of the marked row; -1 for none.
        opened: Id of the open category; ``FREQUENT`` for the most used.
        query: What is in the search box.

    Signals:
        rows_changed: There are other rows, perhaps of another category.
        current_changed: Another row is marked, or the marked phrase changed.
    """

    rows_changed = Signal()
    current_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._library = desk.services.library
        self._current, self._following = desk.services.current, desk.services.following
        self._folded = _FOLDED.of(desk.services.settings)
        self._marked: frozenset[str] = frozenset()
        self.rows: tuple[Row, ...] = ()
        self.current = -1
        self.query = ""
        self.opened = FREQUENT
        self._refill()
        self._library.on_change.append(self.refresh)
        self._following.on_change.append(self._take_news)

    @property
    def phrase(self) -> Phrase | None:
        """The marked phrase."""
        row = self.rows[self.current] if self.current >= 0 else None
        return row.phrase if isinstance(row, Line) else None

    def search(self, query: str) -> None:
        """Shows what is found, or the open category again for an empty query."""
        self.query = query.strip()
        self._refill()

    def open(self, category_id: str) -> None:
        """Shows a category."""
        self.opened, self.query = category_id, ""
        self._refill()

    def reveal(self, phrase_id: str) -> None:
        """Opens the phrase's category, unfolds its group and marks it."""
        for category in self._library.categories():
            for group in category.groups:
                if any(phrase.id == phrase_id for phrase in group.phrases):
                    self._folded -= {state.group_key(category, group)}
                    self.open(category.id)
                    self.mark(state.row_of(self.rows, phrase_id))
                    return

    def toggle(self, number: int) -> None:
        """Folds or unfolds the group whose heading is in this row."""
        heading = self.rows[number]
        assert isinstance(heading, Heading)
        self._folded ^= {heading.key}
        self._desk.kept(partial(_FOLDED.keep, self._desk.services.settings, self._folded))
        self._refill(keep=self.phrase)

    def mark(self, number: int) -> None:
        """Marks a row."""
        if number != self.current:
            self.current = number
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Moves the mark that many phrases down, not past the ends."""
        self.mark(state.stepped(self.rows, self.current, by))

    def refresh(self) -> None:
        """The library changed: shows it as it is now, the mark on the same phrase."""
        if all(category.id != self.opened for category in self._library.categories()):
            self.opened = FREQUENT  # the open category's last phrase is not in effect any more
        self._refill(keep=self.phrase)

    def _refill(self, keep: Phrase | None = None) -> None:
        self.rows = self._found()
        self.current = state.row_of(self.rows, keep.id) if keep else -1
        if self.current < 0:
            self.current = state.first_line(self.rows)
        self.rows_changed.emit()
        self.current_changed.emit()

    def _found(self) -> tuple[Row, ...]:
        overlay = self._library.overlay()
        self._marked = self._renewed()
        marks = Marks(frozenset(overlay.pins), overlay.hotkeys, self._marked)
        if self.query:
            hits = self._library.search(self.query, _HITS)
            return state.found_rows(((h.phrase, h.in_title, h.in_text) for h in hits), marks)
        if self.opened == FREQUENT:
            return state.plain_rows(self._library.frequent(), marks)
        opened = (c for c in self._library.categories() if c.id == self.opened)
        return tuple(row for c in opened for row in state.category_rows(c, self._folded, marks))

    def _take_news(self) -> None:
        if self._renewed() != self._marked:
            self.refresh()

    def _renewed(self) -> frozenset[str]:
        """What the team changed beneath a pin or a hotkey, until the agent looks at the news."""
        followed = self._following.of(self._current.pack.id)
        diff = followed.unseen.diff if followed and followed.unseen else None
        if diff is None:
            return frozenset()
        from desktop.core.packs.beneath import beneath  # most windows have no news

        return frozenset(one.phrase_id for one in beneath(diff, self._library.overlay()))
