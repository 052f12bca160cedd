"""Finds phrases by title, code, tag, text, pinyin and initials; best first.

A query's words must all match. Each way to match has a score; among equal ones the phrases an
agent uses often and lately come first, then those that stand first in the pack.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

import msgspec
from msgspec import Struct

from desktop.core.phrases.haystack import Found, Haystack, fold
from desktop.core.phrases.model import Phrase, Usage
from desktop.core.phrases.pinyin import Readings
from desktop.core.phrases.typos import near

_HALF_LIFE_S = 14 * 24 * 3600
_MOST_BOOST = 9.0
_MOST_QUERY = 64
_FEWEST_FOR_TYPO = 4
_FEWEST_IN_TEXT = 2
_MOST_CANDIDATES = 2_000
_MOST_SPELLINGS = 8
_LETTERS = re.compile("[a-z]+")
Span = tuple[int, int]


class Hit(Struct, frozen=True):
    """A phrase that was found.

    Attributes:
        phrase: The phrase.
        score: How well it matches; higher is better.
        in_title: Stretches of the title that matched, as (start, end), in order.
        in_text: The same in the template's source.
    """

    phrase: Phrase
    score: float
    in_title: tuple[Span, ...]
    in_text: tuple[Span, ...]


class _Way(Struct, frozen=True):
    """One way for a word to match: what to look for in which field, and what it is worth."""

    score: int
    field: str
    hay: Haystack
    needle: str | re.Pattern[str]

    def found(self) -> Iterator[Found]:
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


class _Kept(msgspec.Struct):
    """What an index keeps so that it need not be made again."""

    phrases: int
    readings: Readings


class Index:
    """Finds among one list of phrases."""

    def __init__(self, phrases: Sequence[Phrase], readings: Readings) -> None:
        self._phrases = phrases
        self.readings = readings
        self._numbers = {phrase.id: number for number, phrase in enumerate(phrases)}
        self._initials: dict[str, tuple[Haystack, ...]] = {}

    # Made by the first search or by ``warm``: the window must stand before that.

    @cached_property
    def _code(self) -> Haystack:
        return Haystack(phrase.code for phrase in self._phrases)

    @cached_property
    def _title(self) -> Haystack:
        return Haystack(phrase.title for phrase in self._phrases)

    @cached_property
    def _tags(self) -> Haystack:
        return Haystack(" ".join(phrase.tags) for phrase in self._phrases)

    @cached_property
    def _text(self) -> Haystack:
        return Haystack(phrase.text for phrase in self._phrases)

    @classmethod
    def build(cls, phrases: Sequence[Phrase], like: Index | None = None) -> Index:
        """Makes the index of some phrases; ``like`` lends its readings, which take a second."""
        if like is not None:
            return cls(phrases, like.readings)
        text = "".join(f"{p.title}{p.text}{''.join(p.tags)}" for p in phrases)
        return cls(phrases, Readings.of(text))

    def to_bytes(self) -> bytes:
        """What ``from_bytes`` makes the same index of, without knowing pinyin."""
        return msgspec.msgpack.encode(_Kept(len(self._phrases), self.readings))

    @classmethod
    def from_bytes(cls, data: bytes | memoryview, phrases: Sequence[Phrase]) -> Index | None:
        """The index of these phrases; None if the bytes are damaged or of other phrases."""
        try:
            kept = msgspec.msgpack.decode(data, type=_Kept)
        except (msgspec.MsgspecError, ValueError):
            return None
        return cls(phrases, kept.readings) if kept.phrases == len(phrases) else None

    def search(
        self, query: str, usage: Mapping[str, Usage], limit: int, now_s: float
    ) -> tuple[Hit, ...]:
        """The phrases that match, best first.

        Args:
            query: Words separated by spaces; its first 64 characters count.
            usage: Phrase id to how the agent used it.
            limit: How many at most.
            now_s: The moment, UTC seconds since 1970.
        """
        words = sorted(fold(query[:_MOST_QUERY]).split(), key=self._commonness)
        if not words or not self._phrases:
            return ()
        used = [self._numbers[i] for i in usage if i in self._numbers]
        most = limit if len(words) == 1 else max(limit, _MOST_CANDIDATES)
        ways = [list(self._ways(word)) for word in words]
        found = self._look(ways[0], used, most)
        if not found:
            ways[0] = self._typo_ways(words[0])
            found = self._look(ways[0], used, most)
        for others in ways[1:]:
            found = {
                number: (score + best.score, [*how, best])
                for number, (score, how) in found.items()
                if (best := _first_way(others, number)) is not None
            }
        scored = [
            (-score - self._boost(number, usage, now_s), number)
            for number, (score, _) in found.items()
        ]
        return tuple(
            self._hit(number, -score, words, found[number][1])
            for score, number in sorted(scored)[:limit]
        )

    def warm(self) -> None:
        """Makes what the first search would have to make."""
        if not self._phrases:
            return
        _ = self._code
        for field in ("title", "tags", "text"):
            self._initials_of(field)

    def _commonness(self, word: str) -> int:
        """Roughly how many matches a word has: the rarest of several is looked for first."""
        lines = [self._title.line, self._tags.line, self._text.line]
        if _LETTERS.fullmatch(word):
            lines += [self._initials_of(field)[0].line for field in ("title", "text")]
        return sum(line.count(word) for line in lines)

    def _look(
        self, ways: list[_Way], used: list[int], most: int
    ) -> dict[int, tuple[int, list[_Way]]]:
        """Numbers of phrases with their score: the first in the pack, and all those in use."""
        found: dict[int, tuple[int, list[_Way]]] = {}
        for way in ways:
            for number, _ in way.found():
                if len(found) >= most:
                    break
                found.setdefault(number, (way.score, [way]))
            for number in used:
                if number not in found and way.span(number):
                    found[number] = (way.score, [way])
            if len(found) >= most:
                break
        return found

    def _ways(self, word: str) -> Iterator[_Way]:
        yield _Way(100, "code", self._code, f"\n{word}\n")
        yield _Way(90, "code", self._code, f"\n{word}")
        yield _Way(85, "title", self._title, f"\n{word}")
        yield _Way(80, "title", self._title, word)
        letters = _LETTERS.fullmatch(word) is not None
        if not letters:
            yield _Way(75, "title", self._title, _joined(map(re.escape, word)))
        yield _Way(70, "tags", self._tags, word)
        if letters:
            yield from self._spelled(word, "title", 60)
            yield from self._spelled(word, "tags", 50)
        yield _Way(40, "text", self._text, word)
        if letters and len(word) >= _FEWEST_IN_TEXT:
            yield from self._spelled(word, "text", 30)

    def _spelled(self, letters: str, field: str, score: int) -> Iterator[_Way]:
        """A field's characters, read aloud: by initials, then by whole syllables."""
        for hay in self._initials_of(field):
            yield _Way(score, field, hay, letters)
        hay = self._field(field)
        for syllables in self.readings.split(letters):
            if len(syllables) < len(letters):  # else it is the initials once more
                yield _Way(score, field, hay, self._pattern(syllables))

    def _typo_ways(self, word: str) -> list[_Way]:
        """The titles that would match but for one letter."""
        if len(word) < _FEWEST_FOR_TYPO or not _LETTERS.fullmatch(word):
            return []
        spelled = (
            syllables
            for spelling in near(word)
            for syllables in self.readings.split(spelling)[:1]
            if 1 < len(syllables) <= len(word) // 2
        )
        return [
            _Way(20, "title", self._title, self._pattern(syllables))
            for syllables in islice(spelled, _MOST_SPELLINGS)
        ]

    def _pattern(self, syllables: tuple[str, ...]) -> re.Pattern[str]:
        last = len(syllables) - 1
        sets = [self.readings.read_as(s, whole=n < last) for n, s in enumerate(syllables)]
        return _joined(f"[{re.escape(''.join(sorted(chars)))}]" for chars in sets)

    def _initials_of(self, field: str) -> tuple[Haystack, ...]:
        """A field with each character as its initial, in the main and the other reading."""
        if field not in self._initials:
            main, other = self.readings.by_char()
            hay = self._field(field)
            first = hay.spelled({char: s[0] for char, s in main.items()})
            second = hay.spelled({char: s[0] for char, s in {**main, **other}.items()})
            self._initials[field] = (first,) if first.line == second.line else (first, second)
        return self._initials[field]

    def _field(self, name: str) -> Haystack:
        return {"title": self._title, "tags": self._tags, "text": self._text}[name]

    def _boost(self, number: int, usage: Mapping[str, Usage], now_s: float) -> float:
        known = usage.get(self._phrases[number].id)
        if known is None:
            return 0.0
        age_s = max(0.0, now_s - known.last_used_s)
        return float(min(_MOST_BOOST, math.log2(1 + known.count) * 0.5 ** (age_s / _HALF_LIFE_S)))

    def _hit(self, number: int, score: float, words: list[str], how: list[_Way]) -> Hit:
        spans: dict[str, set[Span]] = {"title": set(), "text": set()}
        for way in how:
            if way.field in spans and (span := way.span(number)):
                spans[way.field].add(span)
        for name, found in spans.items():
            value = self._field(name).value(number)
            found.update(
                (at.start(), at.end())
                for word in words
                for at in re.finditer(re.escape(word), value)
            )
        in_title, in_text = (_merged(spans[name]) for name in ("title", "text"))
        return Hit(self._phrases[number], round(score, 3), in_title, in_text)


def _joined(pieces: Iterable[str]) -> re.Pattern[str]:
    """The pieces one after the other; a title's dot between them need not be typed."""
    return re.compile("·?".join(pieces))


def _first_way(ways: list[_Way], number: int) -> _Way | None:
    return next((way for way in ways if way.span(number)), None)


def _merged(spans: set[Span]) -> tuple[Span, ...]:
    """The stretches in order, those that touch made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
