"""Which phrases of a library may be used at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from desktop.core.phrases.model import Category, Group, Library, Phrase
from desktop.core.validity import Validity, next_end


def in_effect(phrase: Phrase, moment: datetime) -> bool:
    """Whether a phrase may be used at that moment."""
    return phrase.valid is None or phrase.valid.holds(moment)


def library_at(library: Library, moment: datetime) -> Library:
    """The library with the phrases that may be used; without groups and categories of none.

    It is the same value if all may be used.
    """
    if all(span.holds(moment) for span in _spans(library)):
        return library
    return Library(tuple(c for c in (_category(c, moment) for c in library.categories) if c.groups))


def next_change(library: Library, moment: datetime) -> datetime | None:
    """When a phrase comes into effect or goes out of it next; None for never again."""
    return next_end(_spans(library), moment)


def _spans(library: Library) -> Iterator[Validity]:
    return (phrase.valid for phrase in library.phrases() if phrase.valid is not None)


def _category(category: Category, moment: datetime) -> Category:
    kept = (
        Group(group.name, tuple(p for p in group.phrases if in_effect(p, moment)))
        for group in category.groups
    )
    return replace(category, groups=tuple(group for group in kept if group.phrases))
