"""Reads a tree field by field; every fault is told with file, line and what the field takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from desktop.core.packs.slips import full_width_colon
from desktop.core.packs.tree import Mapping, Node, Scalar, Sequence
from desktop.core.problems import Problem, shown
from desktop.core.validity import Validity, read_moment

MOST_ON_A_LINE = 80
"""Characters of a text that has to be one line, such as a name or a title."""
_COUNT = re.compile(r"\d{1,7}", re.ASCII)


class Reader:
    """Collects what is wrong in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fault(self, code: str, line: int, where: str = "", **values: str) -> None:
        """Notes an error."""
        self.problems.append(Problem(code, where, values, self.file, line))

    def mapping(self, node: Node, where: str) -> Entries:
        """The entries of a mapping; a fault and no entries if it is none."""
        if isinstance(node, Mapping):
            return Entries(self, node, where)
        slip = isinstance(node, Scalar) and full_width_colon(node.text)
        self.fault("full_width_colon" if slip else "not_a_mapping", node.line, where)
        return Entries(self, Mapping({}, {}, node.line), where, broken=True)

    def text(self, node: Node, where: str) -> str:
        """A text on one line that is not blank; empty after a fault."""
        text = self.block(node, where)
        if "\n" in text:
            self.fault("not_one_line", node.line, where)
        elif len(text) > MOST_ON_A_LINE:
            values = {"got": str(len(text)), "most": str(MOST_ON_A_LINE)}
            self.fault("text_too_long", node.line, where, **values)
        else:
            return text
        return ""

    def block(self, node: Node, where: str) -> str:
        """A text that is not blank, of any number of lines; empty after a fault."""
        if not isinstance(node, Scalar):
            self.fault("not_text", node.line, where, got=said(node))
        elif not node.text.strip():
            self.fault("empty", node.line, where)
        else:
            return node.text
        return ""


class Entries:
    """One mapping being read."""

    def __init__(self, reader: Reader, node: Mapping, where: str, *, broken: bool = False) -> None:
        self.line = node.line
        self._reader = reader
        self._node = node
        self._where = where
        self._known: set[str] = set()
        self._broken = broken

    def __contains__(self, name: str) -> bool:
        return name in self._node.entries

    def where(self, name: str) -> str:
        """The path of an entry."""
        return f"{self._where}.{name}" if self._where else name

    def line_of(self, name: str) -> int:
        """The line an entry's key stands on; the mapping's own if it has no such key."""
        return self._node.key_lines.get(name, self.line)

    def node(self, name: str, *, required: bool = True) -> Node | None:
        """The entry's node; a fault if it is required and not there."""
        self._known.add(name)
        node = self._node.entries.get(name)
        if node is None and required and not self._broken:
            self._reader.fault("missing", self.line, self.where(name))
        return node

    def text(self, name: str, default: str = "", *, required: bool = True) -> str:
        """A text on one line that is not blank."""
        node = self.node(name, required=required)
        return default if node is None else self._reader.text(node, self.where(name)) or default

    def block(self, name: str) -> str:
        """A text that is not blank, of any number of lines; empty after a fault."""
        node = self.node(name)
        return "" if node is None else self._reader.block(node, self.where(name))

    def count(self, name: str, default: int = 1, *, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number."""
        text = self.text(name)
        if _COUNT.fullmatch(text) and least <= int(text) <= most:
            return int(text)
        if text:
            values = {"got": shown(text), "least": str(least), "most": f"{most:,}"}
            self._reader.fault("not_between", self.line_of(name), self.where(name), **values)
        return default

    def yes(self, name: str) -> bool:
        """``true`` or ``false``; false if it is not there."""
        text = self.text(name, "false", required=False)
        if text not in ("true", "false"):
            self._reader.fault("not_yes_no", self.line_of(name), self.where(name), got=shown(text))
        return text == "true"

    def validity(self, *, start_required: bool = False) -> Validity | None:
        """What ``from`` and ``until`` say; None if neither is there."""
        start = self._moment("from", required=start_required)
        valid = Validity(start, self._moment("until", required=False))
        if valid.empty:
            self._reader.fault("ends_before", self.line_of("until"), self.where("until"))
        return None if valid == Validity() else valid

    def _moment(self, name: str, *, required: bool) -> datetime | None:
        text = self.text(name, required=required)
        try:
            return read_moment(text) if text else None
        except ValueError:
            place = self.line_of(name), self.where(name)
            self._reader.fault("not_a_moment", *place, got=shown(text))
            return None

    def mapping(self, name: str, *, required: bool = True) -> Entries | None:
        """A mapping below this one."""
        node = self.node(name, required=required)
        return None if node is None else self._reader.mapping(node, self.where(name))

    def items(self, name: str, *, required: bool = True) -> Iterator[tuple[str, Node]]:
        """The items of a list with their paths; nothing for one that is not there."""
        node = self.node(name, required=required)
        if isinstance(node, Sequence):
            if required and not node.items:
                self._reader.fault("empty_list", node.line, self.where(name))
            yield from ((f"{self.where(name)}[{n}]", item) for n, item in enumerate(node.items))
        elif node is not None:
            self._reader.fault("not_a_list", node.line, self.where(name), got=said(node))

    def texts(self, name: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of texts, each on one line; those that are none are left out."""
        items = self.items(name, required=required)
        return tuple(filter(None, (self._reader.text(item, where) for where, item in items)))

    def named(self, name: str, *, required: bool = True) -> Iterator[tuple[str, str, Node]]:
        """Key, path and node of every entry of a mapping below this one."""
        below = self.mapping(name, required=required)
        if below is None:
            return
        yield from below.all()

    def all(self) -> Iterator[tuple[str, str, Node]]:
        """Key, path and node of every entry; all keys are welcome."""
        self._known.update(self._node.entries)
        yield from ((key, self.where(key), node) for key, node in self._node.entries.items())

    def close(self) -> None:
        """Names the keys nobody asked for."""
        for key, line in self._node.key_lines.items():
            if key in self._known:
                continue
            from difflib import get_close_matches

            near = get_close_matches(key, self._known, n=1)
            code = "unknown_field_near" if near else "unknown_field"
            values = {"near": near[0]} if near else {}
            self._reader.fault(code, line, self.where(shown(key)), **values)


def said(node: Node) -> str:
    """An offending node as the message shows it."""
    if isinstance(node, Scalar):
        return shown(node.text) or '""'
    return "[…]" if isinstance(node, Sequence) else "{…}"
