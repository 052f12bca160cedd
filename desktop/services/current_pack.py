"""The pack an agent works with, and what follows when another takes its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from desktop.core.orders.shop import Period, Shop
from desktop.core.packs.model import Pack
from desktop.core.phrases.search import Index
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError, Problem
from desktop.services.packs import Opened
from desktop.services.ports import Action, Clock, Jobs
from desktop.services.shelf import Shelf, Title, shop_name


class _Found(Struct, frozen=True):
    """What the shelf holds now.

    Attributes:
        key: The pack that was to be opened.
        opened: It; None if it is the one that is open, or cannot be opened.
        problem: Why it cannot be opened.
        titles: All there are.
    """

    key: str
    opened: Opened | None
    problem: Problem | None
    titles: tuple[Title, ...]


class CurrentPack:
    """One pack of the shelf is open; another, or a newer edition, takes its place as a whole.

    Attributes:
        key: What it is known by on the shelf.
        titles: The packs to choose from.
        problem: Why the pack, or the newer edition, that was wanted last is not open.
        on_change: Called when another pack is open, and when other rules of its shop count.
        on_look: Called when the shelf has been looked at.
    """

    def __init__(self, shelf: Shelf, jobs: Jobs, clock: Clock) -> None:
        """Opens the shelf's current pack.

        Raises:
            InputError: With every error the pack has.
        """
        self._shelf = shelf
        self._jobs = jobs
        self._clock = clock
        self._wanted = self.key = shelf.current()
        self._opened = shelf.open(self.key)
        self._period = self._period_now()
        self.titles: tuple[Title, ...] = ()
        self.problem: Problem | None = None
        self.on_change: list[Action] = []
        self.on_look: list[Action] = []

    @property
    def pack(self) -> Pack:
        """The pack itself."""
        return self._opened.pack

    @property
    def index(self) -> Index:
        """Finds its phrases."""
        return self._opened.index

    @property
    def shop(self) -> Shop | None:
        """The rules orders are quoted by; None if the pack has none."""
        return self.pack.shop

    @property
    def shop_name(self) -> str:
        """What agents call it."""
        return shop_name(self.pack)

    @property
    def placeholders(self) -> Mapping[str, str]:
        """Names the team adds, each with a hint of what belongs there."""
        return self.pack.placeholders

    @property
    def names(self) -> tuple[str, ...]:
        """Every name its phrases may use for what is filled in."""
        return (*PLACEHOLDERS, *self.placeholders)

    def part(self, path: str) -> bytes:
        """A picture or file of its phrases; InputError if it cannot be had."""
        return self._opened.parts.part(path)

    def next_change(self) -> datetime | None:
        """When other rules of its shop count next; None for never again."""
        return self.shop.next_change(self._clock.now()) if self.shop else None

    def keep_up(self) -> None:
        """Takes on the rules that count now."""
        if self._period_now() != self._period:
            self._period = self._period_now()
            _call(self.on_change)

    def choose(self, key: str) -> None:
        """Opens another pack of the shelf, which stays the agent's choice.

        At once, for the next phrase must be the chosen shop's; the shelf has read it before.

        Raises:
            NotKeptError: The choice cannot be kept; the pack that is open stays so.
        """
        self._shelf.choose(key)
        self._wanted = key
        self._take(self._find(key, lambda: self.titles))

    def look(self) -> None:
        """Looks again at the shelf, and takes what is current there if it is not open."""
        key = self._wanted = self._shelf.current()
        self._jobs.run(lambda: self._find(key, self._shelf.titles), self._take)

    def _period_now(self) -> Period | None:
        return self.shop.period_at(self._clock.now()) if self.shop else None

    def _find(self, key: str, all_titles: Callable[[], tuple[Title, ...]]) -> _Found:
        titles = all_titles()
        try:
            opened = self._shelf.open(key)
        except InputError as error:
            return _Found(key, None, error.problems[0], titles)
        same = key == self.key and opened.pack == self.pack
        return _Found(key, None if same else opened, None, titles)

    def _take(self, found: _Found) -> None:
        if found.key != self._wanted:
            return  # something else was chosen meanwhile
        self.titles, self.problem = found.titles, found.problem
        if found.opened is not None:
            self.key, self._opened = found.key, found.opened
            self._period = self._period_now()
            _call(self.on_change)
        _call(self.on_look)


def _call(actions: list[Action]) -> None:
    for action in actions:
        action()
