"""A pack as a value: one shop's phrases and rules."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.orders.shop import Shop
from desktop.core.phrases.model import Library


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
    """

    id: str
    name: str
    version: int
    language: str
    library: Library
    shop: Shop | None
    placeholders: Mapping[str, str]
