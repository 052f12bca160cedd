"""Words that no phrase may hold, and words that sound cold; the lists are a team's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from desktop.core.phrases.haystack import fold
from desktop.core.problems import Level

_CODE = re.compile(r"\{%-?\s*comment\b.*?\bendcomment\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What stands in a template and is never sent."""
_FILLER = "ꙮ"
"""Stands for it: a letter that is on nobody's list."""


class Forbidden(Struct, frozen=True):
    """Words that are not to be sent, all for one reason.

    Attributes:
        name: The reason, in a few words.
        level: Whether such a word stops the pack or is a warning.
        words: The words.
        allowed: Longer words in which they may stand, such as 最近 for 最.
    """

    name: str
    level: Level
    words: tuple[str, ...]
    allowed: tuple[str, ...] = ()


class Cold(Struct, frozen=True):
    """A word that sounds cold.

    Attributes:
        word: The word.
        instead: What to say in its place.
        alone: Whether it is cold only as a sentence of its own, such as 哦 before a comma.
        allowed: Longer words in which it may stand.
    """

    word: str
    instead: str
    alone: bool = False
    allowed: tuple[str, ...] = ()


class WordLists(Struct, frozen=True):
    """What the wording of phrases is held to."""

    forbidden: tuple[Forbidden, ...] = ()
    cold: tuple[Cold, ...] = ()


class Slip(Struct, frozen=True):
    """One word that should not be there.

    Attributes:
        rule: The list entry it is on.
        word: As the list has it.
        start: Where it stands in the text.
    """

    rule: Forbidden | Cold
    word: str
    start: int


def slips(text: str, lists: WordLists) -> tuple[Slip, ...]:
    """Every listed word in a template's text, once each, by place; case and width do not count."""
    said = fold(_CODE.sub(lambda code: _FILLER * len(code[0]), text))
    found = [
        Slip(rule, word, start)
        for rule, words in _rules(lists)
        for word in words
        for start in _places(said, word, rule)
    ]
    return tuple(sorted(found, key=lambda slip: slip.start))


def _rules(lists: WordLists) -> Iterator[tuple[Forbidden | Cold, tuple[str, ...]]]:
    yield from ((rule, rule.words) for rule in lists.forbidden)
    yield from ((rule, (rule.word,)) for rule in lists.cold)


def _places(said: str, word: str, rule: Forbidden | Cold) -> Iterator[int]:
    """The first place where the word may not stand, if there is one."""
    needle = fold(word)
    start = said.find(needle)
    while start >= 0:
        end = start + len(needle)
        lone = isinstance(rule, Cold) and rule.alone
        if not (lone and _joined(said, start, end)) and not _excused(said, start, end, rule):
            yield start
            return
        start = said.find(needle, start + 1)


def _joined(said: str, start: int, end: int) -> bool:
    """Whether letters stand right before or after."""
    return said[start - 1 : start].isalnum() or said[end : end + 1].isalnum()


def _excused(said: str, start: int, end: int, rule: Forbidden | Cold) -> bool:
    for allowed in map(fold, rule.allowed):
        at = said.find(allowed, max(0, end - len(allowed)), start + len(allowed))
        if at >= 0:
            return True
    return False
