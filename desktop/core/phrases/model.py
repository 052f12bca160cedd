"""The words of the phrase room: Library > Category > Group > Phrase, and an agent's Overlay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from desktop.core.hotkeys import Hotkey
from desktop.core.validity import Validity

AttachmentKind = Literal["picture", "file"]
OWN_CATEGORY = "own"
"""Id of the category that holds the agent's own phrases."""
_CODE = re.compile(r"[a-z0-9]{1,16}", re.ASCII)


class Attachment(Struct, frozen=True):
    """A picture or a file that a phrase sends.

    Attributes:
        kind: How chat clients take it: a picture is shown, a file is handed over.
        name: Its file name, as customers see it.
        digest: SHA-256 of its content, in hex; it is known by that.
        size: Its length in bytes.
    """

    kind: AttachmentKind
    name: str
    digest: str
    size: int


Part = str | Attachment
"""What is sent in one go: a text, as its template's source or filled in, or an attachment."""
MOST_PARTS = 9
"""Of one phrase."""


class Phrase(Struct, frozen=True):
    """One wording an agent can send.

    Attributes:
        id: ``pack/scenario/n`` for a pack's phrase, ``own/<key>`` for an agent's own. Stable.
        scenario: Scenario id such as ``bargain.value``; empty for an agent's own phrase.
        title: A few words for the list.
        text: The template's source, at most 2,000 characters; of several parts the texts.
        code: What an agent types for it, e.g. pinyin initials; empty for none; unique in a library.
        tags: More words it is found by.
        placeholders: Names the text fills in, in order of first use.
        valid: When it may be used; None for always.
        parts: What is sent one after the other; empty for a phrase that is its text.
    """

    id: str
    scenario: str
    title: str
    text: str
    code: str = ""
    tags: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    valid: Validity | None = None
    parts: tuple[Part, ...] = ()

    def in_parts(self) -> tuple[Part, ...]:
        """What is sent, one after the other."""
        return self.parts or (self.text,)


def joined(parts: Iterable[object]) -> str:
    """The texts among some parts, a blank line between them."""
    return "\n\n".join(part for part in parts if isinstance(part, str))


def is_code(text: str) -> bool:
    """Whether an agent may type it for a phrase."""
    return _CODE.fullmatch(text) is not None


class Group(Struct, frozen=True):
    """A foldable heading and the phrases below it."""

    name: str
    phrases: tuple[Phrase, ...]


class Category(Struct, frozen=True):
    """A chip of the window: one subject such as 议价, cut into groups."""

    id: str
    name: str
    groups: tuple[Group, ...]

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase of the category, in order."""
        for group in self.groups:
            yield from group.phrases


class Library(Struct, frozen=True):
    """All phrases of one pack, or of a pack with an agent's own beside them, in order."""

    categories: tuple[Category, ...] = ()

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase of the library, in order."""
        for category in self.categories:
            yield from category.phrases()


class Usage(Struct, frozen=True):
    """How an agent used one phrase: how often, and when last (UTC seconds since 1970)."""

    count: int
    last_used_s: float


class Overlay(Struct, frozen=True):
    """What an agent has laid over a pack; survives every update of it.

    Attributes:
        own: The agent's own phrases, oldest first.
        pins: Ids of pinned phrases, in the agent's order; the first nine have hotkeys.
        hotkeys: The phrase ids that have a hotkey of their own.
        usage: Phrase id to its usage.
    """

    own: tuple[Phrase, ...] = ()
    pins: tuple[str, ...] = ()
    hotkeys: Mapping[str, Hotkey] = field(default_factory=dict)
    usage: Mapping[str, Usage] = field(default_factory=dict)
