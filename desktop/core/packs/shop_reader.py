"""A shop's rules as a supervisor writes them; every problem is told with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from typing import TypeVar

from msgspec.structs import replace

from desktop.core.money import parse_yuan
from desktop.core.orders.provinces import short_name
from desktop.core.orders.shop import Area, Courier, FreeParcels, Period, Shop, Tier
from desktop.core.packs.periods import PARTS, period_tree
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Mapping, Node
from desktop.core.problems import shown
from desktop.core.validity import Validity

NEVER = "never"
"""Stands for a threshold that is never reached, where a period takes it away."""
_MOST_HOURS = 8_760
_T = TypeVar("_T")
_SHARE = re.compile(r"(0\.\d{1,4}|1(\.0{1,4})?)", re.ASCII)


def read_shop(node: Node, reader: Reader) -> Shop:
    """Reads ``shop.yaml``; the shop counts only if ``reader`` has collected no error.

    Source: the contract of the order quote, "Shop rules".
    """
    top = reader.mapping(node, "")
    shop = _rules(top, reader)
    periods = _periods(top, node, reader)
    top.close()
    return replace(shop, periods=periods)


def _rules(top: Entries, reader: Reader) -> Shop:
    shop = Shop(
        name=top.text("name"),
        tiers=_optional(top, "member", lambda part: _tiers(part, reader), ()),
        merge_window=_optional(top, "merge", _merge_window, timedelta(0)),
        free_parcels=(),
        areas=(),
    )
    shipping = top.mapping("shipping")
    if shipping is None:
        return shop
    free_parcels, areas = _free_parcels(shipping, reader), _areas(shipping, reader)
    shipping.close()
    return replace(shop, free_parcels=free_parcels, areas=areas)


def _periods(top: Entries, node: Node, reader: Reader) -> tuple[Period, ...]:
    """The rules for a time; read in full only where those of every day are right."""
    right = not reader.problems
    periods: list[Period] = []
    for where, item in top.items("periods", required=False):
        entries = reader.mapping(item, where)
        name = entries.text("name")
        valid = entries.validity(start_required=True) or Validity()
        for part in PARTS:
            entries.node(part, required=False)
        entries.close()
        for other in periods:
            if not valid.within(other.valid).empty and "from" in entries:
                values = {"other": shown(other.name)}
                reader.fault("period_overlaps", entries.line, entries.where("from"), **values)
        if right and isinstance(node, Mapping) and isinstance(item, Mapping):
            merged = period_tree(node, item, reader, where)
            periods.append(Period(name, valid, _rules(reader.mapping(merged, where), reader)))
    return tuple(periods)


def _optional(top: Entries, name: str, read: Callable[[Entries], _T], default: _T) -> _T:
    part = top.mapping(name, required=False)
    if part is None:
        return default
    made = read(part)
    part.close()
    return made


def _merge_window(merge: Entries) -> timedelta:
    return timedelta(hours=merge.count("window_hours", 0, most=_MOST_HOURS))


def _tiers(member: Entries, reader: Reader) -> tuple[Tier, ...]:
    tiers: list[Tier] = []
    for where, node in member.items("tiers", required=False):
        entries = reader.mapping(node, where)
        tier = Tier(entries.text("name"), _yuan(entries, "above", reader), _share(entries, reader))
        entries.close()
        if tiers and tier.above <= tiers[-1].above:
            reader.fault("not_ascending", entries.line_of("above"), entries.where("above"))
        if tiers and tier.pays >= tiers[-1].pays:
            reader.fault("not_descending", entries.line_of("pays"), entries.where("pays"))
        tiers.append(tier)
    return tuple(tiers)


def _free_parcels(shipping: Entries, reader: Reader) -> tuple[FreeParcels, ...]:
    steps: list[FreeParcels] = []
    for where, node in shipping.items("free_parcels", required=False):
        entries = reader.mapping(node, where)
        start = _yuan(entries, "from", reader)
        step = FreeParcels(start, entries.count("parcels", least=1))
        entries.close()
        if steps and step.start <= steps[-1].start:
            reader.fault("not_ascending", entries.line_of("from"), entries.where("from"))
        steps.append(step)
    return tuple(steps)


def _areas(shipping: Entries, reader: Reader) -> tuple[Area, ...]:
    areas: list[Area] = []
    taken: set[str] = set()
    for where, node in shipping.items("areas"):
        entries = reader.mapping(node, where)
        area = _area(entries, reader)
        entries.close()
        for province in area.provinces:
            if province in taken:
                place = entries.line_of("provinces"), entries.where("provinces")
                reader.fault("province_twice", *place, got=province)
            taken.add(province)
        if area.rest and any(other.rest for other in areas):
            reader.fault("second_rest", entries.line_of("rest"), entries.where("rest"))
        areas.append(area)
    return tuple(areas)


def _area(entries: Entries, reader: Reader) -> Area:
    area = Area(
        name=entries.text("name"),
        provinces=_provinces(entries, reader),
        rest=entries.yes("rest"),
        couriers=_couriers(entries, reader),
        free_from=_yuan_or_never(entries, "free_from", reader),
        reduce_from=_yuan_or_never(entries, "reduce_from", reader),
        reduce_by=_yuan_if_there(entries, "reduce_by", reader) or 0,
    )
    if area.reduce_from is None:
        area = replace(area, reduce_by=0)
    if bool(area.provinces) == area.rest:
        reader.fault("provinces_or_rest", entries.line, entries.where("provinces"))
    for name, other in (("reduce_from", "reduce_by"), ("reduce_by", "reduce_from")):
        if name in entries and other not in entries:
            reader.fault("goes_with", entries.line_of(name), entries.where(name), other=other)
    return area


def _provinces(entries: Entries, reader: Reader) -> tuple[str, ...]:
    found = []
    for name in entries.texts("provinces", required=False):
        short = short_name(name)
        if short is None:
            place = entries.line_of("provinces"), entries.where("provinces")
            reader.fault("not_a_province", *place, got=shown(name))
        else:
            found.append(short)
    return tuple(found)


def _couriers(area: Entries, reader: Reader) -> tuple[Courier, ...]:
    couriers = []
    for courier_id, where, node in area.named("couriers"):
        entries = reader.mapping(node, where)
        payer = entries.text("extra_paid_by", "customer", required=False)
        if payer not in ("customer", "shop"):
            place = entries.line_of("extra_paid_by"), entries.where("extra_paid_by")
            reader.fault("not_one_of", *place, got=shown(payer), allowed="customer, shop")
        first = _yuan(entries, "first", reader)
        extra = _yuan_if_there(entries, "extra", reader) or 0
        entries.close()
        couriers.append(Courier(courier_id, first, extra, payer == "customer"))
    if not couriers and "couriers" in area:
        reader.fault("empty_list", area.line_of("couriers"), area.where("couriers"))
    return tuple(couriers)


def _yuan(entries: Entries, name: str, reader: Reader) -> int:
    text = entries.text(name)
    try:
        return parse_yuan(text) if text else 0
    except ValueError:
        reader.fault("not_yuan", entries.line_of(name), entries.where(name), got=shown(text))
        return 0


def _yuan_if_there(entries: Entries, name: str, reader: Reader) -> int | None:
    return _yuan(entries, name, reader) if name in entries else None


def _yuan_or_never(entries: Entries, name: str, reader: Reader) -> int | None:
    if entries.text(name, required=False) == NEVER:
        return None
    return _yuan_if_there(entries, name, reader)


def _share(entries: Entries, reader: Reader) -> Fraction:
    text = entries.text("pays")
    if _SHARE.fullmatch(text) and Fraction(text) > 0:
        return Fraction(text)
    if text:
        reader.fault("not_share", entries.line_of("pays"), entries.where("pays"), got=shown(text))
    return Fraction(1)
