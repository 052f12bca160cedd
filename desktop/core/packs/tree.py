"""YAML as a small tree of our own: all scalars are text, every node knows its line.

Built from the parser's events, so that no tag, anchor, alias or merge key ever gets to act and
nothing is turned into something else (NO, 12:30 and 19.90 stay what was written).
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from desktop.core.problems import InputError, Problem, shown

MAX_BYTES, MAX_DEPTH, MAX_NODES = 4 * 1024 * 1024, 32, 200_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file; ``key_lines`` has each key's own line."""

    entries: MappingOf[str, Node]
    key_lines: MappingOf[str, int]
    line: int


Node = Scalar | Sequence | Mapping


def read_tree(data: bytes, file: str) -> Node:
    """Reads one YAML document.

    Args:
        data: The file's bytes, UTF-8.
        file: Its name for messages.

    Raises:
        InputError: With file and line: not UTF-8, a forbidden character, too large, deep or many
            nodes, an anchor, alias, tag, key given twice, a second document, or no YAML at all.
    """
    import yaml

    text = _text(data, file)
    loader = getattr(yaml, "CLoader", yaml.Loader)(text)
    builder = _Builder(file)
    try:
        while loader.check_event():
            builder.take(loader.get_event())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        raise InputError(Problem("not_yaml", file=file, line=line)) from None
    finally:
        loader.dispose()
    if builder.root is None:
        raise InputError(Problem("empty_file", file=file, line=1))
    return builder.root


class _Builder:
    """Puts events together."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self._file = file
        self._open: list[_Open] = []
        self._nodes = 0

    def take(self, event: object) -> None:
        """Takes the next event of the parser."""
        import yaml

        line = event.start_mark.line + 1  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent):
            raise self._refusal("yaml_alias", line)
        if isinstance(event, yaml.NodeEvent):
            self._check(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._place(Scalar(event.value, line))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self._open) >= MAX_DEPTH:
                raise self._refusal("yaml_too_deep", line)
            self._open.append(_Open(line, mapping=isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._place(self._open.pop().close())

    def _check(self, event: object, line: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refusal("yaml_too_many", line)
        if getattr(event, "anchor", None):
            raise self._refusal("yaml_alias", line)
        if getattr(event, "tag", None):
            raise self._refusal("yaml_tag", line)

    def _place(self, node: Node) -> None:
        if not self._open:
            if self.root is not None:
                raise self._refusal("yaml_two_documents", node.line)
            self.root = node
            return
        holder = self._open[-1]
        if not holder.mapping:
            holder.items.append(node)
        elif holder.key is None:
            holder.key = self._key(node, holder)
            holder.key_lines[holder.key] = node.line
        else:
            holder.entries[holder.key] = node
            holder.key = None

    def _key(self, node: Node, holder: _Open) -> str:
        if not isinstance(node, Scalar) or node.text == "<<":
            raise self._refusal("yaml_key", node.line)
        if node.text in holder.key_lines:
            raise self._refusal("yaml_key_twice", node.line, got=shown(node.text))
        return node.text

    def _refusal(self, code: str, line: int, **values: str) -> InputError:
        return InputError(Problem(code, file=self._file, line=line, values=values))


class _Open:
    """A list or mapping that is not closed yet."""

    __slots__ = ("entries", "items", "key", "key_lines", "line", "mapping")

    def __init__(self, line: int, *, mapping: bool) -> None:
        self.line = line
        self.mapping = mapping
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.key_lines: dict[str, int] = {}
        self.key: str | None = None

    def close(self) -> Node:
        """The finished node."""
        if self.mapping:
            return Mapping(self.entries, self.key_lines, self.line)
        return Sequence(tuple(self.items), self.line)


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        values = {"limit": str(MAX_BYTES // 2**20)}
        raise InputError(Problem("file_too_large", file=file, values=values))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(Problem("not_utf8_file", file=file, line=line)) from None
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        values = {"got": f"U+{ord(found.group()):04X}"}
        raise InputError(Problem("forbidden_character", file=file, line=line, values=values))
    return text
