"""A pack's rules and lists as single facts, each of which can change by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from typing import TypeVar

from desktop.core.money import format_yuan
from desktop.core.orders.shop import Area, Period, Shop
from desktop.core.packs.model import Pack
from desktop.core.validity import CHINA, Validity

Fact = tuple[str, ...]
"""A code, and what it is a fact of: ``("free_from", "江浙沪皖")``."""
Facts = Mapping[Fact, str]
_T = TypeVar("_T")
EVER = "…"
"""Stands for an end that a span of time does not have."""


def facts(pack: Pack) -> Facts:
    """Everything of a pack but its phrases, golden quotes and notes.

    Packs with the same facts have the same rules; only the order of areas does not show.
    """
    found: dict[Fact, str] = {
        ("name",): pack.name,
        ("language",): pack.language,
        ("complete",): "true" if pack.complete else "false",
        **{("placeholder", name): hint for name, hint in pack.placeholders.items()},
        **{("category", c.id): c.name for c in pack.library.categories},
        **dict(_words(pack)),
    }
    if pack.shop is not None:
        everyday = dict(_rules(pack.shop))
        found |= everyday
        for name, period in _told_apart((period.name, period) for period in pack.shop.periods):
            found |= {("period", name): span(period.valid)}
            found |= {("in_period", name, *fact): v for fact, v in _differing(period, everyday)}
    return found


def span(valid: Validity) -> str:
    """``2026-11-01 20:00 – 2026-11-12 00:00``, in China's time."""
    return " – ".join(EVER if end is None else _moment(end) for end in (valid.start, valid.until))


def _moment(moment: datetime) -> str:
    there = moment.astimezone(CHINA)
    return f"{there:%Y-%m-%d %H:%M:%S}" if there.second else f"{there:%Y-%m-%d %H:%M}"


def _differing(period: Period, everyday: Facts) -> Iterator[tuple[Fact, str]]:
    """What is other than on every day; what is not there then is an empty text."""
    rules = dict(_rules(period.rules))
    for fact in dict.fromkeys((*everyday, *rules)):
        if everyday.get(fact) != rules.get(fact):
            yield fact, rules.get(fact, "")


def _words(pack: Pack) -> Iterator[tuple[Fact, str]]:
    for rule in pack.words.forbidden:
        yield from ((("forbidden", rule.name, word), rule.level) for word in rule.words)
        yield from ((("allowed", rule.name, word), "true") for word in rule.allowed)
    for cold in pack.words.cold:
        yield ("cold", cold.word), cold.instead
        yield ("cold_alone", cold.word), "true" if cold.alone else "false"
        yield from ((("allowed", cold.word, word), "true") for word in cold.allowed)


def _rules(shop: Shop) -> Iterator[tuple[Fact, str]]:
    yield ("shop",), shop.name
    yield ("merge_hours",), f"{shop.merge_window / timedelta(hours=1):g}"
    for name, tier in _told_apart((tier.name, tier) for tier in shop.tiers):
        yield ("tier_above", name), _yuan(tier.above)
        yield ("tier_pays", name), _share(tier.pays)
    for step in shop.free_parcels:
        yield ("free_parcels", _yuan(step.start)), str(step.parcels)
    for name, area in _told_apart((area.name, area) for area in shop.areas):
        yield from _area(name, area)


def _area(name: str, area: Area) -> Iterator[tuple[Fact, str]]:
    yield ("provinces", name), "、".join(area.provinces)
    if area.free_from is not None:
        yield ("free_from", name), _yuan(area.free_from)
    if area.reduce_from is not None:
        yield ("reduce_from", name), _yuan(area.reduce_from)
        yield ("reduce_by", name), _yuan(area.reduce_by)
    yield ("default_courier", name), area.couriers[0].id
    for courier in area.couriers:
        yield ("first", name, courier.id), _yuan(courier.first)
        yield ("extra", name, courier.id), _yuan(courier.extra)
        payer = "customer" if courier.customer_pays_extra else "shop"
        yield ("extra_paid_by", name, courier.id), payer


def _told_apart(named: Iterable[tuple[str, _T]]) -> Iterator[tuple[str, _T]]:
    """Of several with one name, the second is ``name 2``."""
    often: dict[str, int] = {}
    for name, value in named:
        often[name] = often.get(name, 0) + 1
        yield (name if often[name] == 1 else f"{name} {often[name]}"), value


def _yuan(minor: int) -> str:
    return format_yuan(minor).removesuffix(".00")


def _share(share: Fraction) -> str:
    return f"{float(share):g}"
