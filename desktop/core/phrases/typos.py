"""Spellings one typing error away."""

from __future__ import annotations

from collections.abc import Iterator

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_OFTEN_LEFT_OUT = "aeiounghv"
"""Letters inside syllables; a missing first letter is too far from what was meant."""


def near(word: str) -> Iterator[str]:
    """Words of which ``word`` is one slip away.

    The slips: two letters swapped, one too many, one left out, or the key beside it hit.
    """
    seen = {word}
    for spelling in _spellings(word):
        if spelling not in seen:
            seen.add(spelling)
            yield spelling


def _spellings(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(1, len(word) + 1):
        for letter in _OFTEN_LEFT_OUT:
            yield word[:at] + letter + word[at:]
    for at, hit in enumerate(word):
        for letter in _beside(hit):
            yield word[:at] + letter + word[at + 1 :]


def _beside(letter: str) -> str:
    """The keys left and right of one, and the nearest above and below."""
    row = next(n for n, keys in enumerate(_ROWS) if letter in keys)
    at = _ROWS[row].index(letter)
    found = [_ROWS[row][n] for n in (at - 1, at + 1) if 0 <= n < len(_ROWS[row])]
    for other, places in ((row - 1, (at, at + 1)), (row + 1, (at - 1, at))):
        if 0 <= other < len(_ROWS):
            found += [_ROWS[other][n] for n in places if 0 <= n < len(_ROWS[other])]
    return "".join(found)
