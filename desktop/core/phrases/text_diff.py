"""What changed in a text, word by word, as people read it."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|[A-Za-z0-9.]+|\s+|.", re.DOTALL)
_FEWEST_SAME = 2
"""Characters that two changes must have between them to be told as two."""
Kind = Literal["same", "gone", "new"]


class Piece(Struct, frozen=True):
    """A stretch of one of two texts, or of both."""

    kind: Kind
    text: str


def text_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one: what is gone comes before what is new in its place.

    Placeholders, numbers and Latin words stay whole; of Chinese each character is a word.
    """
    from difflib import SequenceMatcher

    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    gone = come = ""
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lost, won = "".join(old[a:b]), "".join(new[c:d])
        last = b == len(old) and d == len(new)
        between = (gone or come) and len(lost) < _FEWEST_SAME and not last
        if what != "equal" or between:
            gone, come = gone + lost, come + won
            continue
        pieces += _change(gone, come)
        pieces.append(Piece("same", lost))
        gone = come = ""
    return (*pieces, *_change(gone, come))


def _change(gone: str, come: str) -> list[Piece]:
    pieces = [Piece("gone", gone), Piece("new", come)]
    return [piece for piece in pieces if piece.text]
