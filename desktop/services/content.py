"""What goes to another program in one go: a text, a picture, a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.core.phrases.model import joined


class Picture(Struct, frozen=True):
    """A picture file's bytes: PNG, JPEG, GIF or WebP."""

    data: bytes

    def __repr__(self) -> str:
        return f"Picture({len(self.data)} bytes)"


class File(Struct, frozen=True):
    """A file on this machine, under the name its receiver shall see."""

    path: Path


Content = str | Picture | File


def together(phrases: Iterable[Sequence[Content]]) -> Content:
    """What a clipboard can hold of several phrases: their texts, one below the other.

    The first part of all if there is no text among them.
    """
    phrases = tuple(phrases)
    return "\n".join(filter(None, map(joined, phrases))) or phrases[0][0]
