"""The words of filling in: a value, a name that is missing, a piece of a preview."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

MOST_CHARACTERS = 2_000
"""Of a template's source."""
MOST_OUTPUT_BYTES = 20_000
"""Of a filled template, in UTF-8."""

Value = str | int | Decimal
Mention = tuple[str, int]
"""A name and where it stands in a template's source."""


class MissingError(Exception):
    """Placeholders have no value; ``names`` are all of them, in order of first use."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(" ".join(names))
        self.names = names


class Piece(Struct, frozen=True):
    """A piece of a preview.

    Attributes:
        text: What will be sent; for a placeholder its value, empty as long as it has none.
        placeholder: Name of the field that stands here; None for text.
        filled: Whether the placeholder has a value; True for text.
        beside: The field is no part of the text: a condition or a filter reads its value.
    """

    text: str
    placeholder: str | None = None
    filled: bool = True
    beside: bool = False


def field(name: str, given: Mapping[str, Value], *, beside: bool = False) -> Piece:
    """The field of a placeholder, with its value if it is among those given."""
    return Piece(str(given.get(name, "")), name, name in given, beside)
