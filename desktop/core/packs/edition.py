"""One edition of a pack as a repository publishes it, and which ones are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.core.packs.ids import is_id

KEPT = 3
"""Editions of a pack that an agent's machine keeps."""
MOST_NOTE = 2_000
"""Characters of a note."""


class Edition(Struct, frozen=True):
    """What the repository says of one published pack.

    Attributes:
        pack: The pack's id.
        version: Counted by the repository from 1; going back to an old content counts up, too.
        sha256: Of the pack's bytes, as 64 hexadecimal digits.
        length: Of the pack in bytes.
        note: What the publisher says has changed.
        published_at: When it was signed, with its offset.
    """

    pack: str
    version: Annotated[int, Meta(ge=1)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    length: Annotated[int, Meta(ge=0)]
    note: Annotated[str, Meta(max_length=MOST_NOTE)]
    published_at: Annotated[datetime, Meta(tz=True)]


def read_edition(fields: Mapping[str, object]) -> Edition:
    """Takes an edition from JSON values.

    Raises:
        ValueError: They are no edition's.
    """
    edition = msgspec.convert(fields, Edition)
    if not is_id(edition.pack):
        raise ValueError("no pack's id")
    return edition


def remember(editions: tuple[Edition, ...], newest: Edition) -> tuple[Edition, ...]:
    """The editions to keep, newest first; a content that came back is kept once."""
    older = (edition for edition in editions if edition.sha256 != newest.sha256)
    return (newest, *older)[:KEPT]
