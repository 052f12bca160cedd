"""All values of one field in one long text, so that finding runs at the speed of the language."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LOWER = {code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)}
_FOLD = {**_HALF_WIDTH, **_LOWER, **{c: c - 0xFEE0 + 0x20 for c in range(0xFF21, 0xFF3B)}}

Found = tuple[int, int]
"""A value's number and where in it the match begins."""


def fold(text: str) -> str:
    """The text in lower case and half width, character by character: places stay the same."""
    return text.translate(_FOLD)


class Haystack:
    """Values joined by line breaks; ``line`` may be the values' readings instead of themselves."""

    __slots__ = ("line", "starts")

    def __init__(self, values: Iterable[str]) -> None:
        lines = "\n".join(value.replace("\n", " ") for value in values)
        self.line = f"\n{fold(lines)}\n"
        # four bytes a value: as a list of numbers it would take nine times as many
        self.starts = array("I", (match.end() for match in re.finditer("\n", self.line)))
        del self.starts[-1:]

    def spelled(self, letters: dict[str, str]) -> Haystack:
        """The same values with a letter for each character that has one, and ? for other ones.

        Nothing but ASCII is left, so that it takes one byte a character and is searched sooner.
        """
        made = Haystack(())
        spelled = self.line.translate({ord(char): letter for char, letter in letters.items()})
        made.line = spelled.encode("ascii", "replace").decode("ascii")
        made.starts = self.starts
        return made

    def holding(self, needle: str) -> Iterator[Found]:
        """Values that hold the needle, in order; a needle with a line break first is a prefix."""
        at = self.line.find(needle)
        lead = needle[:1] == "\n"
        while at >= 0:
            number = bisect_right(self.starts, at + lead) - 1
            yield number, at + lead - self.starts[number]
            if number + 1 == len(self.starts):
                return
            at = self.line.find(needle, self.starts[number + 1] - 1)

    def matching(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Values in which the pattern matches, in order."""
        match = pattern.search(self.line)
        while match:
            number = bisect_right(self.starts, match.start()) - 1
            yield number, match.start() - self.starts[number]
            if number + 1 == len(self.starts):
                return
            match = pattern.search(self.line, self.starts[number + 1])

    def value(self, number: int) -> str:
        """One value, folded."""
        return self.line[self.starts[number] : self.line.index("\n", self.starts[number])]
