"""Lays what a period changes over the rules of every day, before either is read."""

from __future__ import annotations

from desktop.core.packs.schema import Reader
from desktop.core.packs.tree import Mapping, Node, Scalar, Sequence
from desktop.core.problems import shown

PARTS = ("member", "merge", "shipping")
"""What a period may change."""


def period_tree(shop: Mapping, period: Mapping, reader: Reader, where: str) -> Mapping:
    """The shop's rules with those of the period in their place.

    Entries are laid over entries, areas over the area of the same name; other lists take the
    place of the whole list. Every node keeps the line it was written on.
    """
    changes = {name: node for name, node in period.entries.items() if name in PARTS}
    over = Mapping(changes, period.key_lines, period.line)
    everyday = {name: node for name, node in shop.entries.items() if name != "periods"}
    return _over(Mapping(everyday, shop.key_lines, shop.line), over, reader, where)


def _over(base: Mapping, change: Mapping, reader: Reader, where: str) -> Mapping:
    entries = dict(base.entries)
    for name, node in change.entries.items():
        entries[name] = _laid(entries.get(name), node, reader, f"{where}.{name}")
    lines = {**base.key_lines, **change.key_lines}
    return Mapping(entries, {name: lines[name] for name in entries}, change.line)


def _laid(base: Node | None, change: Node, reader: Reader, where: str) -> Node:
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        return _over(base, change, reader, where)
    if where.endswith(".areas") and isinstance(base, Sequence) and isinstance(change, Sequence):
        return _areas(base, change, reader, where)
    return change


def _areas(base: Sequence, change: Sequence, reader: Reader, where: str) -> Sequence:
    areas = list(base.items)
    for number, item in enumerate(change.items):
        place = f"{where}[{number}]"
        name = reader.mapping(item, place).text("name")
        meant = [n for n, area in enumerate(areas) if name and _name(area) == name]
        if name and not meant:
            values = {"got": shown(name), "areas": "、".join(map(_name, areas))}
            reader.fault("no_such_area", item.line, f"{place}.name", **values)
        for n in meant:
            area = areas[n]
            assert isinstance(area, Mapping)  # both have a name
            assert isinstance(item, Mapping)
            areas[n] = _over(area, item, reader, place)
    return Sequence(tuple(areas), base.line)


def _name(area: Node) -> str:
    name = area.entries.get("name") if isinstance(area, Mapping) else None
    return name.text if isinstance(name, Scalar) else ""
