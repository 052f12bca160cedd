"""How much a pack may hold: more than a shop has, and little enough to be read soon.

A small file can hold a large pack of nothing; whoever opens it must not be kept busy.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.core.orders.shop import Shop
from desktop.core.packs.model import Pack
from desktop.core.phrases.wording import WordLists


class Excess(Struct, frozen=True):
    """Something of which a pack has too much.

    Attributes:
        what: What a supervisor writes it under, such as ``phrases``.
        most: How many there may be.
    """

    what: str
    most: int


def excess(pack: Pack) -> Excess | None:
    """The first thing of which there is too much; None if there is none."""
    return next((Excess(what, most) for what, got, most in _counts(pack) if got > most), None)


def _counts(pack: Pack) -> Iterator[tuple[str, int, int]]:
    """What, how many, and how many at most; what is cheap to count first."""
    categories, phrases = pack.library.categories, tuple(pack.library.phrases())
    yield "categories", len(categories), 500
    yield "groups", sum(len(category.groups) for category in categories), 5_000
    yield "phrases", len(phrases), 20_000
    yield "parts", max((len(phrase.parts) for phrase in phrases), default=0), 9
    yield "text", sum(len(phrase.text) for phrase in phrases), 4_000_000
    yield "tags", sum(len(phrase.tags) for phrase in phrases), 100_000
    yield "placeholders", len(pack.placeholders), 500
    yield "shop", sum(map(_entries, _all_rules(pack))), 3_000
    yield "cold", len(pack.words.cold), 1_000
    yield "words", sum(len(rule.words) + 1 for rule in pack.words.forbidden), 10_000
    yield "allowed", _allowed(pack.words), 10_000
    yield "quotes", len(pack.quotes), 500
    yield "order", sum(len(golden.order) for golden in pack.quotes), 200_000
    yield "notes", len(pack.notes), 500


def _allowed(lists: WordLists) -> int:
    return sum(len(r.allowed) for r in lists.forbidden) + sum(len(r.allowed) for r in lists.cold)


def _all_rules(pack: Pack) -> Iterator[Shop]:
    if pack.shop is not None:
        yield from (pack.shop, *(period.rules for period in pack.shop.periods))


def _entries(shop: Shop) -> int:
    areas = sum(1 + len(area.provinces) + len(area.couriers) for area in shop.areas)
    return len(shop.tiers) + len(shop.free_parcels) + areas
