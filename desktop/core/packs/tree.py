"""YAML as a small tree of our own: all scalars are text, every node knows its line.

Built from the parser's events, so that no tag, anchor, alias or merge key ever gets to act and
nothing is turned into something else (NO, 12:30 and 19.90 stay what was written).
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any, NamedTuple

from msgspec import Struct

from desktop.core.packs.slips import slip
from desktop.core.packs.source import FORBIDDEN, forbidden, read_source
from desktop.core.problems import InputError, Problem, shown

MAX_DEPTH, MAX_NODES = 32, 200_000


class Scalar(NamedTuple):
    """A text; a tuple because a pack has tens of thousands.

    Attributes:
        text: As written, without its quotes.
        line: Of its first character; for a block that of its ``|``.
        block: Whether it is a block whose lines are those of the file, from the next one on.
        plain: Whether it stands without quotes, as the numbers and ``true`` of JSON do.
    """

    text: str
    line: int
    block: bool = False
    plain: bool = False


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int


class Mapping(Struct, frozen=True):
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
            nodes, an anchor, alias, tag, merge key, key given twice, a second document, or no
            YAML at all.
    """
    import yaml

    text = read_source(data, file)
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)  # every loader is a parser
    builder = _Builder(file)
    handlers = builder.handlers()
    end = yaml.StreamEndEvent
    try:
        while (event := parser.get_event()).__class__ is not end:
            handle = handlers.get(event.__class__)
            if handle is not None:
                handle(event)
    except InputError:
        raise
    # The parser in Python lets through what chr() and int() raise at absurd escapes.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise InputError(slip(error, text, file)) from None
    finally:
        parser.dispose()
    if not builder.documents:
        raise InputError(Problem("empty_file", file=file, line=1))
    return builder.documents[0]


class _OpenSequence:
    """A list that is not closed yet."""

    __slots__ = ("items", "line")

    def __init__(self, line: int) -> None:
        self.line = line
        self.items: list[Node] = []

    def add(self, node: Node) -> None:
        self.items.append(node)

    def close(self) -> Node:
        return Sequence(tuple(self.items), self.line)


class _OpenMapping:
    """A mapping that is not closed yet; keys and values come in turn."""

    __slots__ = ("entries", "file", "key", "key_lines", "line")

    def __init__(self, line: int, file: str) -> None:
        self.line = line
        self.file = file
        self.entries: dict[str, Node] = {}
        self.key_lines: dict[str, int] = {}
        self.key: str | None = None

    def add(self, node: Node) -> None:
        if self.key is not None:
            self.entries[self.key] = node
            self.key = None
        elif not isinstance(node, Scalar):
            # {{ x }} without quotes is YAML for a mapping that has a mapping as its key.
            code = "yaml_braces" if isinstance(node, Mapping) else "yaml_key"
            raise InputError(Problem(code, file=self.file, line=node.line))
        elif node.text == "<<":
            raise InputError(Problem("yaml_merge", file=self.file, line=node.line))
        elif node.text in self.key_lines:
            values = {"got": shown(node.text), "first": str(self.key_lines[node.text])}
            raise InputError(Problem("yaml_key_twice", "", values, self.file, node.line))
        else:
            self.key = node.text
            self.key_lines[node.text] = node.line

    def close(self) -> Node:
        return Mapping(self.entries, self.key_lines, self.line)


class _Builder:
    """Puts the parser's events together."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._root = _OpenSequence(0)
        self._open: list[_OpenSequence | _OpenMapping] = [self._root]
        self._nodes = 0

    @property
    def documents(self) -> list[Node]:
        """The documents read so far, at most one."""
        return self._root.items

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """What to do with each kind of event; those not listed say nothing."""
        import yaml

        return {
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceEndEvent: self._close,
            yaml.MappingEndEvent: self._close,
        }

    def _document(self, event: Any) -> None:
        if self.documents:
            raise self._refusal("yaml_two_documents", event.start_mark.line + 1)

    def _alias(self, event: Any) -> None:
        raise self._refusal("yaml_alias", event.start_mark.line + 1)

    def _scalar(self, event: Any) -> None:
        line = self._admit(event)
        # Only double quotes have escapes: there a text can get what the file itself has not.
        if event.style == '"' and (found := FORBIDDEN.search(event.value)):
            raise InputError(forbidden(found.group(), self._file, line))
        self._open[-1].add(Scalar(event.value, line, event.style == "|", not event.style))

    def _sequence(self, event: Any) -> None:
        self._open.append(_OpenSequence(self._deeper(event)))

    def _mapping(self, event: Any) -> None:
        self._open.append(_OpenMapping(self._deeper(event), self._file))

    def _close(self, _event: Any) -> None:
        closed = self._open.pop()
        self._open[-1].add(closed.close())

    def _deeper(self, event: Any) -> int:
        line = self._admit(event)
        if len(self._open) > MAX_DEPTH:
            raise self._refusal("yaml_too_deep", line, most=str(MAX_DEPTH))
        return line

    def _admit(self, event: Any) -> int:
        line: int = event.start_mark.line + 1
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refusal("yaml_too_many", line, most=f"{MAX_NODES:,}")
        if event.anchor is not None:
            raise self._refusal("yaml_alias", line)
        if event.tag is not None:
            raise self._refusal("yaml_tag", line)
        return line

    def _refusal(self, code: str, line: int, **values: str) -> InputError:
        return InputError(Problem(code, "", values, self._file, line))
