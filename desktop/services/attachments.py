"""The pictures and files of phrases: a pack's lie with it, the agent's own in the data folder."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from desktop.core.packs.attached import path_of
from desktop.core.packs.model import Pack
from desktop.core.phrases.model import Attachment
from desktop.core.problems import InputError, Problem


class Parts(Protocol):
    """Where a pack's pictures and files are read."""

    def part(self, path: str) -> bytes:
        """What is there; InputError if it cannot be had."""
        ...


def read_all(pack: Pack, parts: Parts) -> dict[str, bytes]:
    """What the attachments of all phrases of a pack hold, by path.

    Raises:
        InputError: One cannot be had any more.
    """
    sent = (part for phrase in pack.library.phrases() for part in phrase.parts)
    attached = dict.fromkeys(part for part in sent if isinstance(part, Attachment))
    return {path_of(part): read_part(parts, part) for part in attached}


def read_part(parts: Parts, attachment: Attachment) -> bytes:
    """What an attachment of a pack holds.

    Raises:
        InputError: It is gone, cannot be read, or is not what it was when the pack was read.
    """
    data = parts.part(path_of(attachment))
    if sha256(data).hexdigest() != attachment.digest:
        raise InputError(Problem("attached_changed", values={"got": attachment.name}))
    return data
