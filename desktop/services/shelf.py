"""The packs of the shops an agent answers for; one of them is current."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from desktop.core.packs.model import Pack
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
    """Opens one pack of several and remembers which.

    Any thread may call ``open`` and ``titles``; the other calls ask the agent's settings.
    """

    def __init__(
        self,
        source: PackSource,
        places: Callable[[], Mapping[str, Place]],
        settings: Settings,
        named: str = "",
    ) -> None:
        """Opens nothing yet.

        Args:
            source: Opens packs.
            places: Where packs lie at the moment, one at least, by a key that stays the same.
            settings: Remember the agent's choice.
            named: The key of the pack this run began with; empty for the one chosen last.
        """
        self._source = source
        self._places = places
        self._settings = settings
        self._named = named

    def current(self) -> str:
        """The key of the pack chosen last; of the first if that is not here."""
        key, places = self._named or CURRENT.of(self._settings), self._places()
        return key if key in places else next(iter(places))

    def choose(self, key: str) -> None:
        """Makes another pack current."""
        CURRENT.keep(self._settings, key)
        self._named = ""

    def open(self, key: str) -> Opened:
        """A pack, ready for use.

        A pack that cannot be opened is never replaced by another by itself: its prices would be
        those of another shop.

        Raises:
            InputError: With every error the pack has, or that it is not here any more.
        """
        place = self._places().get(key)
        if place is None:
            raise InputError(Problem("not_held", values={"pack": key}))
        return self._source.open(place)

    def titles(self) -> tuple[Title, ...]:
        """All packs in their order; each is opened, so that it is quick when it is chosen."""
        return tuple(self._title(key, place) for key, place in self._places().items())

    def _title(self, key: str, place: Place) -> Title:
        try:
            return Title(key, shop_name(self._source.open(place).pack))
        except InputError as error:
            return Title(key, "", error.problems)


def shop_name(pack: Pack) -> str:
    """What agents call a pack: its shop's name, or its own if it has no shop."""
    return pack.shop.name if pack.shop else pack.name
