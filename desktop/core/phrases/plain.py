"""Templates of nothing but text and ``{{ name }}``, read without the template language.

Nearly every phrase is one. The language costs a third of a second and 22 MB to import, so
only a phrase with conditions or filters may ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

_OUTPUT = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")
# Words of the language, never names.
_RESERVED = {
    "true", "false", "nil", "null", "empty", "blank", "and", "or", "contains", "not", "in",
    "offset", "limit", "reversed", "cols", "continue", "with", "for", "as", "if", "else",
    "required",
}  # fmt: skip


class Plain(Struct, frozen=True):
    """A plain template: ``literals[0] names[0] literals[1] … names[-1] literals[-1]``."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def filled(self, value: Callable[[str], str]) -> str:
        """The text, with ``value(name)`` in the place of each name."""
        pieces = [self.literals[0]]
        for name, literal in zip(self.names, self.literals[1:], strict=True):
            pieces += (value(name), literal)
        return "".join(pieces)


def read_plain(source: str) -> Plain | None:
    """The plain template that ``source`` is; None if it takes the language to read it."""
    if "{{" not in source and "{%" not in source:
        return Plain((source,), ())
    pieces = _OUTPUT.split(source)
    literals, names = tuple(pieces[::2]), tuple(pieces[1::2])
    if any("{{" in text or "{%" in text for text in literals):
        return None
    # The language opens an output at the first two braces of three.
    if any(text.endswith("{") for text in literals[:-1]) or not _RESERVED.isdisjoint(names):
        return None
    return Plain(literals, names)


def plain_mentions(source: str) -> list[tuple[str, int]]:
    """Every name in a plain template, with where it stands in the source."""
    return [(found[1], found.start()) for found in _OUTPUT.finditer(source)]
