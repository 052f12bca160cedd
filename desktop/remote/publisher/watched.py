"""A destination that tells each step of a publication, and stops where that harms nobody."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.remote.layout import INDEX, LOCK, PACKS, ROOT
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.keys import Keys
from desktop.services.repositories import Publishing
from desktop.services.repository import RemoteError

_ROOT = f".{ROOT}.json"


class Watched:
    """Passes everything on.

    What is written before the index or a new root nobody refers to: stopping leaves files that
    the next publication clears away. From there on it goes to its end.
    """

    def __init__(self, inner: Destination, watch: Publishing) -> None:
        self._inner = inner
        self._watch = watch
        self._in_force = False

    def read(self, name: str) -> bytes | None:
        """The file's content; None if there is none."""
        return self._inner.read(name)

    def write(self, name: str, data: bytes) -> None:
        """Puts a file there.

        Raises:
            RemoteError: ``cancelled``, or the destination fails.
        """
        self._before(name)
        self._inner.write(name, data)

    def create(self, name: str, data: bytes) -> bool:
        """Puts a file there unless there is one already.

        Raises:
            RemoteError: ``cancelled``, or the destination fails.
        """
        self._before(name)
        return self._inner.create(name, data)

    def swap(self, name: str, old: bytes, new: bytes) -> bool:
        """Replaces a file if it still holds ``old``."""
        return self._inner.swap(name, old, new)

    def delete(self, name: str) -> None:
        """Deletes a file."""
        self._inner.delete(name)

    def files(self, below: str) -> Iterable[tuple[str, int]]:
        """Name and size of every file below a folder."""
        return self._inner.files(below)

    def holds(self, keys: Keys) -> bool:
        """Whether any of the keys lie here."""
        return self._inner.holds(keys)

    def _before(self, name: str) -> None:
        if name == LOCK:
            return
        if not self._in_force and self._watch.cancelled():
            raise RemoteError("cancelled")
        self._in_force = self._in_force or name == INDEX or name.endswith(_ROOT)
        packs = name.startswith(PACKS)
        self._watch.step("index" if name == INDEX else "pack" if packs else "signatures")
