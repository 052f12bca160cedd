"""Finds phrases by title, code, tag, text, pinyin and initials; best first.

A query's words must all match. Each way to match has a score; among equal ones the phrases an
agent uses often and lately come first, then those that stand first in the pack.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from desktop.core.phrases.haystack import fold
from desktop.core.phrases.model import Phrase, Usage
from desktop.core.phrases.pinyin import Readings
from desktop.core.phrases.ways import Fields, Span, Way, all_told, is_spelled, typo_ways, ways

_HALF_LIFE_S = 14 * 24 * 3600
_MOST_BOOST = 9.0
_MOST_QUERY = 64
_MOST_CANDIDATES = 2_000


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
        self._fields = Fields(phrases, readings)
        self._barren = ""  # what was looked for last and is in no phrase

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
        words = fold(query[:_MOST_QUERY]).split()
        if not words or not self._phrases:
            return ()
        if len(words) > 1:
            words.sort(key=self._fields.commonness)
        used = [self._numbers[i] for i in usage if i in self._numbers]
        most = limit if len(words) == 1 else max(limit, _MOST_CANDIDATES)
        found = self._look_for(words[0], used, most)
        for word in words[1:]:
            others = list(ways(word, self._fields, self.readings))
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
        if self._phrases:
            self._fields.warm()

    def _look_for(self, word: str, used: list[int], most: int) -> dict[int, tuple[int, list[Way]]]:
        """What matches a word; if nothing does, what would but for a slip of the finger."""
        if not self._hopeless(word):
            found = self._look(ways(word, self._fields, self.readings), used, most)
            if found:
                return found
            if all_told(word, self.readings):
                self._barren = word
        return self._look(typo_ways(word, self._fields, self.readings), used, most)

    def _hopeless(self, word: str) -> bool:
        """Whether its beginning, typed before, was in no phrase; letters stay letters."""
        barren = self._barren
        if not barren or not word.startswith(barren):
            return False
        return is_spelled(word) == is_spelled(barren)

    def _look(
        self, ways: Iterable[Way], used: list[int], most: int
    ) -> dict[int, tuple[int, list[Way]]]:
        """Numbers of phrases with their score: the first in the pack, and all those in use."""
        found: dict[int, tuple[int, list[Way]]] = {}
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

    def _boost(self, number: int, usage: Mapping[str, Usage], now_s: float) -> float:
        known = usage.get(self._phrases[number].id)
        if known is None:
            return 0.0
        age_s = max(0.0, now_s - known.last_used_s)
        return float(min(_MOST_BOOST, math.log2(1 + known.count) * 0.5 ** (age_s / _HALF_LIFE_S)))

    def _hit(self, number: int, score: float, words: list[str], how: list[Way]) -> Hit:
        spans: dict[str, set[Span]] = {"title": set(), "text": set()}
        for way in how:
            if way.field in spans and (span := way.span(number)):
                spans[way.field].add(span)
        for name, found in spans.items():
            value = self._fields.named(name).value(number)
            found.update(
                (at.start(), at.end())
                for word in words
                for at in re.finditer(re.escape(word), value)
            )
        in_title, in_text = (_merged(spans[name]) for name in ("title", "text"))
        return Hit(self._phrases[number], round(score, 3), in_title, in_text)


def _first_way(ways: list[Way], number: int) -> Way | None:
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
