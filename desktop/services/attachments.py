"""The pictures and files of phrases: a pack's lie with it, the agent's own in the data folder."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

from desktop.core.packs.attached import HEAD_BYTES, MOST_BYTES, attach, file_name, path_of
from desktop.core.packs.model import Pack
from desktop.core.phrases.model import Attachment, AttachmentKind, Part, Phrase
from desktop.core.pictures import picture_kind
from desktop.core.problems import InputError, Problem
from desktop.services.content import Content, File, Picture
from desktop.services.ports import NamedFiles, OwnFiles


class PackParts(Protocol):
    """Where a pack's pictures and files are read."""

    def part(self, path: str) -> bytes:
        """What is there; InputError if it cannot be had."""
        ...


class Attachments:
    """Everything the phrases of the window attach, read when it is used."""

    def __init__(self, pack: PackParts, own: OwnFiles, named: NamedFiles) -> None:
        self._pack = pack
        self._own = own
        self._named = named

    def read(self, attachment: Attachment) -> bytes:
        """What it holds.

        Raises:
            InputError: It is gone, cannot be read, or has changed.
        """
        data = self._own.read(attachment.digest)
        return read_part(self._pack, attachment) if data is None else data

    def content(self, part: Part) -> Content:
        """A part as it goes to another program.

        Raises:
            InputError: It is gone, cannot be read, or has changed.
            NotKeptError: There is no room for the file.
        """
        if isinstance(part, str):
            return part
        data = self.read(part)
        if part.kind == "picture":
            return Picture(data)
        return File(self._named.put(part.name, part.digest, data))

    def add(self, name: str, data: bytes, kind: AttachmentKind | None = None) -> Attachment:
        """Keeps a picture or file for the agent's own phrases.

        Args:
            name: Its file name.
            data: Its content; a little more than ``most_bytes`` will do if it is more.
            kind: How it is sent; None for a picture if it is one and not too large.

        Raises:
            InputError: It cannot be sent, with why.
            NotKeptError: There is no room for it.
        """
        if kind is None:
            fits = picture_kind(data) and len(data) <= MOST_BYTES["picture"]
            kind = "picture" if fits else "file"
        attachment = attach(kind, file_name(name), _InMemory(data))
        self._own.keep(data)
        return attachment

    def adopt(self, parts: Iterable[Part]) -> None:
        """Keeps what a copy of a team's phrase attaches: the team may drop it.

        Raises:
            InputError: It is gone, cannot be read, or has changed.
            NotKeptError: There is no room for it.
        """
        for part in parts:
            if isinstance(part, Attachment):
                self._own.keep(self.read(part))

    def sweep(self, phrases: Iterable[Phrase], now_s: float) -> None:
        """Lets go of what none of the agent's own phrases has sent for long.

        Args:
            phrases: The agent's own.
            now_s: The moment, UTC seconds since 1970.
        """
        parts = (part for phrase in phrases for part in phrase.parts)
        self._own.sweep({p.digest for p in parts if isinstance(p, Attachment)}, now_s)


def read_all(pack: Pack, parts: PackParts) -> dict[str, bytes]:
    """What the attachments of all phrases of a pack hold, by path.

    Raises:
        InputError: One cannot be had any more.
    """
    sent = (part for phrase in pack.library.phrases() for part in phrase.parts)
    attached = dict.fromkeys(part for part in sent if isinstance(part, Attachment))
    return {path_of(part): read_part(parts, part) for part in attached}


def read_part(parts: PackParts, attachment: Attachment) -> bytes:
    """What an attachment of a pack holds.

    Raises:
        InputError: It is gone, cannot be read, or is not what it was when the pack was read.
    """
    data = parts.part(path_of(attachment))
    if sha256(data).hexdigest() != attachment.digest:
        raise InputError(Problem("attached_changed", values={"got": attachment.name}))
    return data


class _InMemory:
    """A file's content as a pack has to know it."""

    def __init__(self, data: bytes) -> None:
        self.size = len(data)
        self.head = data[:HEAD_BYTES]
        self._data = data

    @property
    def digest(self) -> str:
        return sha256(self._data).hexdigest()
