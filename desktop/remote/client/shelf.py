"""What an agent's machine keeps of one repository.

root.json               the first root, which every signature is checked against
repository.json         where it is, and the packs followed
metadata/               TUF's
packs/dress/state.json  editions and times of a pack
packs/dress/….pack      its bytes, named by the beginning of their hash
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from desktop.core.packs.edition import Edition
from desktop.core.packs.freshness import Freshness
from desktop.remote.disk import PART, disk_error, write_whole
from desktop.services.repository import RemoteError

_NAMED = 32
"""Characters of a hash in a file's name: paths are short on Windows."""
T = TypeVar("T", bound=Struct)


class Followed(Struct, frozen=True):
    """What is followed of a repository, which is known by the SHA-256 of its first root."""

    repository: str
    places: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


class Shelved(Struct, frozen=True):
    """What is known of one pack: its editions, newest first, and how fresh they are."""

    editions: tuple[Edition, ...] = ()
    freshness: Freshness = Freshness()


class Shelf:
    """The folder of one repository; every call may raise RemoteError for the disk's faults."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.metadata = path / "metadata"
        self.lock = path / "updating.lock"

    @classmethod
    def of(cls, folder: Path, repository: str) -> Shelf:
        """The shelf of a repository in the folder of them all."""
        return cls(folder / repository[:_NAMED])

    def sweep(self) -> None:
        """Removes what a killed updater was writing; to be called with the lock in hand."""
        with suppress(OSError):
            for path in self._path.rglob(f"*{PART}"):
                path.unlink()

    def followed(self) -> Followed | None:
        """What is followed; None for nothing."""
        return self._read("repository.json", Followed)

    def follow(self, followed: Followed) -> None:
        """Follows this from now on."""
        self._write("repository.json", msgspec.json.encode(followed))

    def root(self, repository: str) -> bytes:
        """The first root.

        Raises:
            RemoteError: ``damaged``: it is not there, or not what it was.
        """
        data = self._bytes("root.json")
        if data is None or hashlib.sha256(data).hexdigest() != repository:
            raise RemoteError("damaged", path=str(self._path / "root.json"))
        return data

    def keep_root(self, data: bytes) -> None:
        """Keeps the first root."""
        self._write("root.json", data)

    def shelved(self, pack: str) -> Shelved:
        """What is known of a pack; nothing, if that was damaged: the next check finds out."""
        return self._read(f"packs/{pack}/state.json", Shelved) or Shelved()

    def shelve(self, pack: str, shelved: Shelved) -> None:
        """Puts down what is known of a pack from now on, and drops the editions not in it."""
        self._write(f"packs/{pack}/state.json", msgspec.json.encode(shelved))
        kept = {"state.json", *(Path(self._file(edition)).name for edition in shelved.editions)}
        with suppress(OSError):  # there is no hurry
            for path in (self._path / "packs" / pack).iterdir():
                if path.name not in kept:
                    path.unlink()

    def put(self, edition: Edition, data: bytes) -> None:
        """Keeps the verified bytes of an edition, whole or not at all."""
        self._write(self._file(edition), data)

    def bytes_of(self, edition: Edition) -> bytes | None:
        """An edition's bytes, hashed again; None if they are not there or were damaged."""
        data = self._bytes(self._file(edition))
        whole = data is not None and hashlib.sha256(data).hexdigest() == edition.sha256
        return data if whole else None

    def forget(self, pack: str) -> None:
        """Drops everything of a pack."""
        try:
            shutil.rmtree(self._path / "packs" / pack)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise disk_error(error) from error

    def _file(self, edition: Edition) -> str:
        return f"packs/{edition.pack}/{edition.sha256[:_NAMED]}.pack"

    def _read(self, name: str, kind: type[T]) -> T | None:
        """A value from a file; None if it is not there, or was damaged."""
        data = self._bytes(name)
        try:
            return None if data is None else msgspec.json.decode(data, type=kind)
        except msgspec.DecodeError:
            return None

    def _bytes(self, name: str) -> bytes | None:
        try:
            return (self._path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise disk_error(error) from error

    def _write(self, name: str, data: bytes) -> None:
        try:
            write_whole(self._path / name, data)
        except OSError as error:
            raise disk_error(error) from error
