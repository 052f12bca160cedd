"""Where a repository is published to, as the publisher sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from desktop.remote.publisher.keys import Keys


class Destination(Protocol):
    """A tree of files; names are relative, with ``/``. Every call may raise RemoteError."""

    def read(self, name: str) -> bytes | None:
        """The file's content; None if there is none."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Puts a file there: readers see the old one or the new one, whole."""
        ...

    def create(self, name: str, data: bytes) -> bool:
        """Puts a file there, whole, unless there is one already; whether it did."""
        ...

    def swap(self, name: str, old: bytes, new: bytes) -> bool:
        """Replaces a file if it still holds ``old``; whether it did."""
        ...

    def delete(self, name: str) -> None:
        """Deletes a file; nothing happens if there is none."""
        ...

    def files(self, below: str) -> Iterable[tuple[str, int]]:
        """Name and size of every file below a folder, also of what a killed writer left."""
        ...

    def holds(self, keys: Keys) -> bool:
        """Whether any of the keys lie here, where everybody could read them."""
        ...
