"""The packs of the shops an agent answers for; one of them is current."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.problems import InputError, Problem
from desktop.services.packs import Opened, PackSource, Place
from desktop.services.ports import Settings
from desktop.services.settings import line

CURRENT = line("pack.current")


class Title(Struct, frozen=True):
    """A pack on the shelf as an agent chooses it.

    Attributes:
        key: What it is known by on the shelf.
        name: Its shop's name, or its own; empty if it cannot be opened.
        problems: Why it cannot be opened.
    """

    key: str
    name: str
    problems: tuple[Problem, ...] = ()


class Shelf:
    """Opens one pack of several and remembers which."""

    def __init__(self, source: PackSource, places: Mapping[str, Place], settings: Settings) -> None:
        """``places`` are where the packs lie, one at least, by a key that stays the same."""
        self._source = source
        self._places = places
        self._settings = settings

    def current(self) -> str:
        """The key of the pack chosen last; of the first if that is not here."""
        key = CURRENT.of(self._settings)
        return key if key in self._places else next(iter(self._places))

    def open(self) -> Opened:
        """The current pack.

        A pack that cannot be opened is never replaced by another by itself: its prices would be
        those of another shop.

        Raises:
            InputError: With every error the pack has.
        """
        return self._source.open(self._places[self.current()])

    def choose(self, key: str) -> Opened:
        """Makes another pack current; if it cannot be opened, the old one stays so.

        Raises:
            InputError: With every error the pack has.
        """
        opened = self._source.open(self._places[key])
        CURRENT.keep(self._settings, key)
        return opened

    def titles(self) -> tuple[Title, ...]:
        """All packs in their order; each is read, from the cache if it was read before."""
        return tuple(self._title(key, place) for key, place in self._places.items())

    def _title(self, key: str, place: Place) -> Title:
        try:
            pack = self._source.pack(place)
        except InputError as error:
            return Title(key, "", error.problems)
        return Title(key, pack.shop.name if pack.shop else pack.name)
