"""A pack as bytes: JSON in the file it is shipped in, MessagePack in the cache of this program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

import msgspec

from desktop.core.orders.shop import Period, Shop
from desktop.core.packs.limits import excess
from desktop.core.packs.model import Pack

REVISION = 9
"""Counts up whenever the shape of a pack changes, or what its reader lets pass.

What is cached is made again then. What is shipped has a format of its own, see ``built``.
"""
_MOST_MINOR = 99_999_999_999
_FRACTION = re.compile(r"\d{1,6}(/\d{1,6})?", re.ASCII)


class CompiledError(ValueError):
    """Bytes that are no compiled pack."""


def compile_pack(pack: Pack) -> bytes:
    """The pack as JSON; the same pack gives the same bytes."""
    return msgspec.json.encode(pack, enc_hook=_fraction_as_text, order="deterministic")


def load_pack(data: bytes) -> Pack:
    """Reads a compiled pack back.

    Raises:
        CompiledError: It is none that ``compile_pack`` makes.
    """
    try:
        pack = msgspec.json.decode(data, type=Pack, dec_hook=_text_as_fraction)
    except (msgspec.MsgspecError, ValueError, ZeroDivisionError, RecursionError) as error:
        raise CompiledError(str(error)) from None
    for broken in _broken_promises(pack):
        raise CompiledError(broken)
    return pack


def to_cache(pack: Pack) -> bytes:
    """The pack as ``from_cache`` reads it back, in half the time that JSON takes."""
    return msgspec.msgpack.encode(pack, enc_hook=_fraction_as_text)


def from_cache(data: bytes | memoryview) -> Pack | None:
    """Reads a pack that this program has checked and kept; None if it is of another shape."""
    try:
        return msgspec.msgpack.decode(data, type=Pack, dec_hook=_text_as_fraction)
    except (msgspec.MsgspecError, ValueError):
        return None


def _broken_promises(pack: Pack) -> Iterator[str]:
    """What the rest of the program relies on and types cannot say."""
    if beyond := excess(pack):
        yield f"too many {beyond.what}"
        return  # counting further could take long
    ids = [phrase.id for phrase in pack.library.phrases()]
    if pack.version < 1:
        yield "version below 1"
    if len(set(ids)) != len(ids):
        yield "two phrases with one id"
    if any(not phrase_id.startswith(f"{pack.id}/") for phrase_id in ids):
        yield "a phrase of another pack"
    if any(end.tzinfo is None for end in _moments(pack)):
        yield "a moment without an offset"
    for rules in _all_rules(pack):
        if any(not area.couriers for area in rules.areas):
            yield "an area without a courier"
        if any(not 0 <= minor <= _MOST_MINOR for minor in _amounts(rules)):
            yield "an amount out of range"
        if any(not 0 < tier.pays <= 1 for tier in rules.tiers):
            yield "a tier that pays nothing or too much"


def _moments(pack: Pack) -> Iterator[datetime]:
    spans = [phrase.valid for phrase in pack.library.phrases() if phrase.valid is not None]
    spans += [period.valid for period in _periods(pack)]
    ends = (end for span in spans for end in (span.start, span.until))
    return (end for end in ends if end is not None)


def _periods(pack: Pack) -> tuple[Period, ...]:
    return pack.shop.periods if pack.shop else ()


def _all_rules(pack: Pack) -> Iterator[Shop]:
    if pack.shop:
        yield from (pack.shop, *(period.rules for period in pack.shop.periods))


def _amounts(shop: Shop) -> Iterator[int]:
    yield from (tier.above for tier in shop.tiers)
    yield from (step.start for step in shop.free_parcels)
    for area in shop.areas:
        yield from (area.free_from or 0, area.reduce_from or 0, area.reduce_by)
        for courier in area.couriers:
            yield from (courier.first, courier.extra)


def _fraction_as_text(value: object) -> object:
    assert isinstance(value, Fraction), type(value)
    return str(value)


def _text_as_fraction(_wanted: type, value: object) -> object:
    # Fraction alone would take "1e999999999" and count to it.
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return Fraction(value)
    raise ValueError("not a fraction")
