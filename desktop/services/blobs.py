"""Files that are read in pieces, when they are needed."""

from __future__ import annotations

from typing import Protocol


class Blob(Protocol):
    """A file that is read in pieces; every call may raise InputError."""

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        ...

    def size(self) -> int:
        """Its length in bytes."""
        ...

    def read(self, start: int, length: int) -> bytes:
        """Bytes from ``start`` on, fewer at the end of the file."""
        ...


class Beside(Blob, Protocol):
    """A picture or another file that lies in the folder."""

    def stamp(self) -> str:
        """Another one when the file has changed, told without reading it."""
        ...
