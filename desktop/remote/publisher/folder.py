"""A repository in a folder: on this disk, a share, a mounted drive or a stick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.remote.disk import disk_error, part_suffix, write_new, write_whole
from desktop.remote.publisher.keys import Keys
from desktop.services.repository import RemoteError


class FolderDestination:
    """Publishes into a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def make(cls, path: Path) -> FolderDestination:
        """A folder that is made if it is not there; the one above it must be.

        Raises:
            RemoteError: ``no_folder``, or the disk does not let us.
        """
        try:
            path.mkdir(exist_ok=True)
        except FileNotFoundError:
            raise RemoteError("no_folder", place=str(path.parent)) from None
        except OSError as error:
            raise disk_error(error) from error
        return cls(path)

    def read(self, name: str) -> bytes | None:
        """The file's content; None if there is none.

        A share that is gone looks like one without files: so the folder itself is looked for.
        """
        try:
            return (self._path / name).read_bytes()
        except FileNotFoundError:
            if not self._path.is_dir():
                raise RemoteError("no_folder", place=str(self._path)) from None
            return None
        except OSError as error:
            raise disk_error(error) from error

    def write(self, name: str, data: bytes) -> None:
        """Puts a file there, whole."""
        try:
            write_whole(self._path / name, data, part_suffix())
        except OSError as error:
            raise disk_error(error) from error

    def create(self, name: str, data: bytes) -> bool:
        """Puts a file there, whole, unless there is one already."""
        try:
            return write_new(self._path / name, data)
        except OSError as error:
            raise disk_error(error) from error

    def swap(self, name: str, old: bytes, new: bytes) -> bool:
        """Replaces a file if it still holds ``old``.

        Of several who try, one can rename it away; whoever finds something else in what it
        renamed puts it back.
        """
        path = self._path / name
        aside = path.with_name(f"{path.name}{part_suffix()}")
        try:
            path.rename(aside)
            if aside.read_bytes() != old:
                aside.replace(path)
                return False
            aside.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise disk_error(error) from error
        return self.create(name, new)

    def delete(self, name: str) -> None:
        """Deletes a file and the folder that becomes empty."""
        path = self._path / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise disk_error(error) from error
        with suppress(OSError):
            path.parent.rmdir()

    def files(self, below: str) -> Iterator[tuple[str, int]]:
        """Name and size of every file below a folder."""
        try:
            for path in sorted((self._path / below).rglob("*")):
                if path.is_file():
                    yield path.relative_to(self._path).as_posix(), path.stat().st_size
        except OSError as error:
            raise disk_error(error) from error

    def holds(self, keys: Keys) -> bool:
        """Whether any of the keys lie in the folder."""
        return keys.inside(self._path)
