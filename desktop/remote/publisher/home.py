"""What a publishing machine remembers of a repository, apart from its keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.remote.disk import disk_error, only_one, write_whole
from desktop.services.repository import RemoteError


class Remembered(Struct, frozen=True):
    """What must not be taken from the host, which may be hostile or restored from a backup.

    Attributes:
        repository: SHA-256 of the first root.
        machine: A name by which this machine knows its own lock again.
        index: The highest index this machine has put in force.
    """

    repository: str
    machine: str
    index: int = 0


class Home:
    """The folder of one repository on a publishing machine."""

    def __init__(self, path: Path) -> None:
        self._file = path / "publisher.json"
        self._lock = path / "publisher.lock"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other programs on this machine from publishing meanwhile.

        Raises:
            RemoteError: ``busy``, or the disk does not let us.
        """
        with only_one(self._lock):
            yield

    def begin(self, repository: str) -> None:
        """Remembers a repository from now on, by the hash of its first root.

        The machine keeps its name: a set-up that was killed has left a lock in it.
        """
        try:
            machine = self.remembered().machine
        except RemoteError:
            machine = uuid4().hex
        self._write(Remembered(repository, machine))

    def remembered(self) -> Remembered:
        """What is remembered.

        Raises:
            RemoteError: ``not_set_up``: nothing is; or the disk does not let us.
        """
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Remembered)
        except FileNotFoundError:
            raise RemoteError("not_set_up", path=str(self._file.parent)) from None
        except OSError as error:
            raise disk_error(error) from error
        except msgspec.DecodeError:
            raise RemoteError("damaged", path=str(self._file)) from None

    def put_in_force(self, index: int) -> None:
        """Remembers the index just published."""
        self._write(replace(self.remembered(), index=index))

    def _write(self, remembered: Remembered) -> None:
        try:
            write_whole(self._file, msgspec.json.encode(remembered))
        except OSError as error:
            raise disk_error(error) from error
