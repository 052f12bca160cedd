"""Spellings one typing error away."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase


def near(word: str) -> Iterator[str]:
    """Every word that becomes ``word`` by one letter swapped, missing, doubled up or wrong."""
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
    for at in range(len(word) + 1):
        for letter in ascii_lowercase:
            yield word[:at] + letter + word[at:]
            yield word[:at] + letter + word[at + 1 :]
