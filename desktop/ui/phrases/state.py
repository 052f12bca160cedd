"""What the phrase list shows and where the mark stands: values and functions without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from desktop.core.hotkeys import Hotkey
from desktop.core.phrases.model import Attachment, Category, Group, Phrase
from desktop.core.phrases.templates import Piece

Spans = tuple[tuple[int, int], ...]
Shown = tuple[Piece, ...] | Attachment
"""A part of a phrase in its preview."""

DIGITS = 9
"""How many phrases can be picked by a digit."""


class Heading(Struct, frozen=True):
    """A group's line; pressing it folds or unfolds the group.

    Attributes:
        key: Names the group among all categories, for remembering that it is folded.
        name: What stands in the line.
        count: How many phrases are below it.
        folded: Whether they are hidden.
    """

    key: str
    name: str
    count: int
    folded: bool


class Line(Struct, frozen=True):
    """A phrase's line.

    Attributes:
        phrase: The phrase.
        digit: The digit that picks it, 1 to 9; 0 for none.
        pinned: Whether the agent pinned it.
        hotkey: Its own hotkey as text; empty for none.
        in_title: Stretches of the title that matched the search, as (start, end).
        in_text: The same in the text.
        renewed: Whether the team changed it beneath the agent's pin or hotkey, unseen yet.
    """

    phrase: Phrase
    digit: int = 0
    pinned: bool = False
    hotkey: str = ""
    in_title: Spans = ()
    in_text: Spans = ()
    renewed: bool = False


Row = Heading | Line
Found = tuple[Phrase, Spans, Spans]


class Marks(Struct, frozen=True):
    """What the agent laid over the phrases that their lines show."""

    pins: frozenset[str] = frozenset()
    hotkeys: Mapping[str, Hotkey] | None = None
    renewed: frozenset[str] = frozenset()

    def line(self, phrase: Phrase, digit: int, in_title: Spans = (), in_text: Spans = ()) -> Line:
        """The phrase's line; ``digit`` past 9 shows none."""
        hotkey = (self.hotkeys or {}).get(phrase.id)
        return Line(
            phrase,
            digit if digit <= DIGITS else 0,
            phrase.id in self.pins,
            str(hotkey) if hotkey else "",
            in_title,
            in_text,
            phrase.id in self.renewed,
        )


def group_key(category: Category, group: Group) -> str:
    """Names a group among all, for remembering that it is folded."""
    return f"{category.id}/{group.name}"


def category_rows(category: Category, folded: frozenset[str], marks: Marks) -> tuple[Row, ...]:
    """A category's rows: a heading for every named group, and its lines unless it is folded."""
    rows: list[Row] = []
    digit = 0
    for group in category.groups:
        key = group_key(category, group)
        if group.name:
            rows.append(Heading(key, group.name, len(group.phrases), key in folded))
        if key in folded:
            continue
        for phrase in group.phrases:
            digit += 1
            rows.append(marks.line(phrase, digit))
    return tuple(rows)


def plain_rows(phrases: Iterable[Phrase], marks: Marks) -> tuple[Row, ...]:
    """Lines without headings."""
    return tuple(marks.line(phrase, digit) for digit, phrase in enumerate(phrases, 1))


def found_rows(hits: Iterable[Found], marks: Marks) -> tuple[Row, ...]:
    """Search results, best first, with what matched."""
    return tuple(
        marks.line(phrase, digit, in_title, in_text)
        for digit, (phrase, in_title, in_text) in enumerate(hits, 1)
    )


def one_line(source: str) -> str:
    """A template's source as it reads in a list; every character keeps its place."""
    return source.replace("{{", "\u200b[").replace("}}", "]\u200b").replace("\n", " ")


def as_text(phrase: Phrase) -> str:
    """Everything the phrase sends as one text, an attachment by its name."""
    return "\n\n".join(
        part if isinstance(part, str) else f"[{part.name}]" for part in phrase.in_parts()
    )


def first_line(rows: Sequence[Row]) -> int:
    """Number of the first phrase's row; -1 if there is none."""
    return stepped(rows, -1, 1)


def numbered(rows: Sequence[Row], digit: int) -> int:
    """Number of the row with this digit; -1 if there is none."""
    return _where(rows, lambda line: line.digit == digit)


def row_of(rows: Sequence[Row], phrase_id: str) -> int:
    """Number of the phrase's row; -1 if it is not there."""
    return _where(rows, lambda line: line.phrase.id == phrase_id)


def stepped(rows: Sequence[Row], start: int, by: int) -> int:
    """Number of the phrase's row ``by`` phrases from ``start``, or the last one before the end.

    Headings are passed over; ``start`` itself if there is no phrase that way.
    """
    direction = 1 if by > 0 else -1
    reached, left, number = start, abs(by), start + direction
    while left and 0 <= number < len(rows):
        if isinstance(rows[number], Line):
            reached, left = number, left - 1
        number += direction
    return reached


def _where(rows: Sequence[Row], wanted: Callable[[Line], bool]) -> int:
    return next(
        (n for n, row in enumerate(rows) if isinstance(row, Line) and wanted(row)),
        -1,
    )


def shape(parts: Iterable[Shown]) -> tuple[object, ...]:
    """What a preview looks like apart from what its fields hold."""
    return tuple(part if isinstance(part, Attachment) else _shape(part) for part in parts)


def _shape(pieces: Iterable[Piece]) -> tuple[tuple[str | None, str], ...]:
    return tuple((piece.placeholder, "" if piece.placeholder else piece.text) for piece in pieces)


def fields_of(parts: Iterable[Shown]) -> tuple[Piece, ...]:
    """The fields of a preview, in order."""
    texts = (part for part in parts if not isinstance(part, Attachment))
    return tuple(piece for pieces in texts for piece in pieces if piece.placeholder)


def whole_text(parts: Iterable[Shown]) -> str:
    """The preview as one text; a placeholder without a value and an attachment show their name."""
    return "\n".join(
        f"[{part.name}]" if isinstance(part, Attachment) else _whole_text(part) for part in parts
    )


def _whole_text(pieces: Iterable[Piece]) -> str:
    texts = (
        piece.text if piece.filled else f"[{piece.placeholder}]"
        for piece in pieces
        if not piece.beside
    )
    return "".join(texts)
