"""A pack as a value: one shop's phrases and rules."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.orders.shop import Shop
from desktop.core.phrases.model import Library
from desktop.core.phrases.wording import WordLists


class GoldenQuote(Struct, frozen=True):
    """One order and its answer.

    Attributes:
        case: What it shows, for people.
        order: The order as JSON.
        expect: What must come out: name of the quote's field to its text, amounts as ``492.60``.
    """

    case: str
    order: str
    expect: Mapping[str, str]


class Note(Struct, frozen=True):
    """What agents are told of one version."""

    version: int
    text: str


class Pack(Struct, frozen=True):
    """What a team hands to its agents.

    Attributes:
        id: Stable, ``a``-``z``, digits and hyphens; the first part of every phrase's id.
        name: Shown to people.
        version: Counts up from 1.
        language: Of its texts: ``zh-CN`` or ``en``.
        library: Its phrases.
        shop: The shop's rules; None for a pack of phrases alone.
        placeholders: The team's own placeholder names, each with a hint for the field.
        complete: Whether it says that it has a phrase for every standard scenario.
        words: What its wording is held to.
        quotes: Orders with what must come out for them.
        notes: What agents are told of its versions, newest first.
    """

    id: str
    name: str
    version: int
    language: str
    library: Library
    shop: Shop | None
    placeholders: Mapping[str, str]
    complete: bool = False
    words: WordLists = WordLists()
    quotes: tuple[GoldenQuote, ...] = ()
    notes: tuple[Note, ...] = ()
