"""The ways in which a word can match a phrase: by code, title, tag or text, as written or read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct

from desktop.core.phrases.haystack import Found, Haystack
from desktop.core.phrases.model import Phrase
from desktop.core.phrases.pinyin import MOST_SPLITS, Readings
from desktop.core.phrases.typos import near

_FEWEST_FOR_TYPO = 4
_FEWEST_IN_TEXT = 2
_MOST_SPELLINGS = 8
_LETTERS = re.compile("[a-z]+")
_DOT = "·?"
"""Stands between the halves of a title and need not be typed."""
Span = tuple[int, int]


class Way(Struct, frozen=True):
    """One way for a word to match: what to look for in which field, and what it is worth.

    Attributes:
        score: Its worth; higher is better.
        field: ``code``, ``title``, ``tags`` or ``text``.
        hay: The field's values, or what they are read as.
        needle: What to look for.
    """

    score: int
    field: str
    hay: Haystack
    needle: str | re.Pattern[str]

    def found(self) -> Iterator[Found]:
        """The values that match, in order."""
        if isinstance(self.needle, str):
            return self.hay.holding(self.needle)
        return self.hay.matching(self.needle)

    def span(self, number: int) -> Span | None:
        """Where it matches in one value; None if it does not."""
        value = self.hay.value(number)
        if not isinstance(self.needle, str):
            match = self.needle.search(value)
            return match.span() if match else None
        if self.needle[0] == "\n":
            begins = f"\n{value}\n".startswith(self.needle)
            return (0, len(self.needle.strip("\n"))) if begins else None
        at = value.find(self.needle)
        return (at, at + len(self.needle)) if at >= 0 else None


class Fields:
    """What a list of phrases is searched in, each field as one long text.

    Made by the first search or by ``warm``: the window must stand before that.
    """

    def __init__(self, phrases: Sequence[Phrase], readings: Readings) -> None:
        self._phrases = phrases
        self._readings = readings
        self._initials: dict[str, tuple[Haystack, ...]] = {}

    @cached_property
    def code(self) -> Haystack:
        """What agents type for a phrase."""
        return Haystack(phrase.code for phrase in self._phrases)

    @cached_property
    def title(self) -> Haystack:
        """The titles."""
        return Haystack(phrase.title for phrase in self._phrases)

    @cached_property
    def tags(self) -> Haystack:
        """The tags, a space between those of one phrase."""
        return Haystack(" ".join(phrase.tags) for phrase in self._phrases)

    @cached_property
    def text(self) -> Haystack:
        """The templates' sources."""
        return Haystack(phrase.text for phrase in self._phrases)

    def named(self, name: str) -> Haystack:
        """``title``, ``tags`` or ``text``."""
        return {"title": self.title, "tags": self.tags, "text": self.text}[name]

    def initials(self, name: str) -> tuple[Haystack, ...]:
        """A field with each character as its initial, in the main and the other reading."""
        if name not in self._initials:
            main, other = self._readings.by_char()
            hay = self.named(name)
            first = hay.spelled({char: s[0] for char, s in main.items()})
            second = hay.spelled({char: s[0] for char, s in {**main, **other}.items()})
            self._initials[name] = (first,) if first.line == second.line else (first, second)
        return self._initials[name]

    def warm(self) -> None:
        """Makes all of it."""
        _ = self.code
        for name in ("title", "tags", "text"):
            self.initials(name)

    def commonness(self, word: str) -> int:
        """Roughly how many matches a word has: the rarest of several is looked for first."""
        lines = [self.title.line, self.tags.line, self.text.line]
        if is_spelled(word):
            lines += [self.initials(name)[0].line for name in ("title", "text")]
        return sum(line.count(word) for line in lines)


def ways(word: str, fields: Fields, readings: Readings) -> Iterator[Way]:
    """Every way for a word to match, best first."""
    yield Way(100, "code", fields.code, f"\n{word}\n")
    yield Way(90, "code", fields.code, f"\n{word}")
    yield Way(85, "title", fields.title, f"\n{word}")
    yield Way(80, "title", fields.title, word)
    letters = is_spelled(word)
    if not letters:
        yield Way(75, "title", fields.title, _joined(map(re.escape, word)))
    yield Way(70, "tags", fields.tags, word)
    if letters:
        yield from _spelled(word, "title", 60, fields, readings)
        yield from _spelled(word, "tags", 50, fields, readings)
    yield Way(40, "text", fields.text, word)
    if letters and len(word) >= _FEWEST_IN_TEXT:
        yield from _spelled(word, "text", 30, fields, readings)


def is_spelled(word: str) -> bool:
    """Whether it can be pinyin or initials."""
    return _LETTERS.fullmatch(word) is not None


def all_told(word: str, readings: Readings) -> bool:
    """Whether no phrase matches more than the word where none matches the word.

    That is so unless a longer word has ways that no way of this one is the beginning of.
    """
    if not is_spelled(word):
        return True
    splits = readings.split(word)
    whole = all(len(syllables) < len(word) for syllables in splits)
    return whole and len(word) >= _FEWEST_IN_TEXT and len(splits) < MOST_SPLITS


def typo_ways(word: str, fields: Fields, readings: Readings) -> list[Way]:
    """The titles that would match but for one letter."""
    if len(word) < _FEWEST_FOR_TYPO or not is_spelled(word):
        return []
    spelled = (
        syllables
        for spelling in near(word)
        for syllables in readings.split(spelling)[:1]
        if 1 < len(syllables) <= len(word) // 2
    )
    return [
        Way(20, "title", fields.title, _pattern(syllables, readings))
        for syllables in islice(spelled, _MOST_SPELLINGS)
    ]


def _spelled(
    letters: str, name: str, score: int, fields: Fields, readings: Readings
) -> Iterator[Way]:
    """A field's characters, read aloud: by initials, then by whole syllables."""
    for hay in fields.initials(name):
        yield Way(score, name, hay, letters)
    hay = fields.named(name)
    for syllables in readings.split(letters):
        if len(syllables) < len(letters):  # else it is the initials once more
            yield Way(score, name, hay, _pattern(syllables, readings))


def _pattern(syllables: tuple[str, ...], readings: Readings) -> re.Pattern[str]:
    last = len(syllables) - 1
    sets = [readings.read_as(s, whole=n < last) for n, s in enumerate(syllables)]
    return _joined(f"[{re.escape(''.join(sorted(chars)))}]" for chars in sets)


def _joined(pieces: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_DOT.join(pieces))
