"""Pack folders, pack files and the cache on disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.core.packs.attached import FOLDERS
from desktop.core.packs.source import MAX_BYTES
from desktop.core.problems import InputError, Problem

_MOST_FILES, _MOST_BESIDE, _MOST_BYTES = 1_000, 900, 32 * 1024 * 1024
_YAML = (".yaml", ".yml")
_BELOW = ("quotes", "words")
"""Folders in which YAML files of a pack may lie, too."""
_LEFT_BY_SYSTEMS = {"Thumbs.db", "desktop.ini"}
_DIGEST_BYTES = 32
_KEPT = 12
"""Cached files: a pack has two, and an agent a few packs."""


class PackPlace:
    """Where a pack lies: the YAML files of one folder, or a built file."""

    def __init__(self, path: Path) -> None:
        """``path`` is the folder, one of the YAML files in it, or a built file."""
        self._path = path

    def read(self) -> dict[str, bytes | PackFile] | PackFile:
        """Of a folder the YAML files with their contents, and what lies beside them unread.

        Of a YAML file that is too large only so much that it shows. Files elsewhere in the folder
        are not looked at.

        Raises:
            InputError: There is nothing, it cannot be read, a link leads out of the folder, or it
                is far too large for a pack.
        """
        if self._path.is_file() and self._path.suffix.lower() not in _YAML:
            return PackFile(self._path)
        with _reading(self._path):
            return self._contents()

    def _contents(self) -> dict[str, bytes | PackFile]:
        folder = self._folder()
        below = [folder / name for name in _BELOW]
        within = [folder, *(p for p in below if p.is_dir() and _inside(p, folder))]
        paths = [path for p in within for path in sorted(p.iterdir()) if _belongs(path, p)]
        if len(paths) > _MOST_FILES:
            raise self._refusal("pack_too_many_files", most=str(_MOST_FILES))
        files: dict[str, bytes | PackFile] = {}
        left = _MOST_BYTES
        for path in paths:
            files[path.relative_to(folder).as_posix()] = content = _read(path)
            left -= len(content)
            if left < 0:
                raise self._refusal("pack_too_large", most=str(_MOST_BYTES // 2**20))
        return files | self._beside(folder)

    def _beside(self, folder: Path) -> dict[str, PackFile]:
        """The pictures and files, by path."""
        below = [folder / name for name in FOLDERS.values()]
        paths = [
            path
            for place in below
            if place.is_dir() and _inside(place, folder)
            for path in sorted(place.iterdir())
            if _is_beside(path) and _inside(path, place)
        ]
        if len(paths) > _MOST_BESIDE:
            raise self._refusal("pack_too_many_beside", most=f"{_MOST_BESIDE:,}")
        return {path.relative_to(folder).as_posix(): PackFile(path) for path in paths}

    def _folder(self) -> Path:
        if self._path.is_dir():
            return self._path
        if not self._path.is_file():
            raise self._refusal("no_folder")
        return self._path.parent

    def _refusal(self, code: str, **values: str) -> InputError:
        return InputError(Problem(code, values={"path": str(self._path), **values}))


def _belongs(path: Path, folder: Path) -> bool:
    if path.suffix.lower() not in _YAML or path.name.startswith(".") or not path.is_file():
        return False
    return _inside(path, folder)


def _is_beside(path: Path) -> bool:
    """Whether a team put it there; systems leave files of their own."""
    return path.is_file() and not path.name.startswith(".") and path.name not in _LEFT_BY_SYSTEMS


def _inside(path: Path, folder: Path) -> bool:
    """True, unless a link leads out of the folder, which is told.

    A pack from a stranger must not read files of ours into what is sent to customers.
    """
    if path.is_symlink() and path.resolve().parent != folder.resolve():
        raise InputError(Problem("link_outside", file=path.name))
    return True


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


class PackFile:
    """A file that is read in pieces, opened anew for each: an update may replace it meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    def size(self) -> int:
        """Its length in bytes.

        Raises:
            InputError: It is gone or cannot be read.
        """
        with _reading(self._path):
            return self._path.stat().st_size

    def stamp(self) -> str:
        """Another one when the file has changed, told without reading it.

        Raises:
            InputError: It is gone or cannot be read.
        """
        with _reading(self._path):
            told = self._path.stat()
        return f"{told.st_size} {told.st_mtime_ns}"

    def read(self, start: int, length: int) -> bytes:
        """Bytes from ``start`` on, fewer at the end of the file.

        Raises:
            InputError: It is gone or cannot be read.
        """
        with _reading(self._path), self._path.open("rb") as file:
            file.seek(start)
            return file.read(length)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Tells the system's fault by the file's name."""
    try:
        yield
    except OSError as error:
        values = {"path": str(error.filename or path), "why": error.strerror or ""}
        raise InputError(Problem("unreadable", values=values)) from None


class CacheFolder:
    """Keeps bytes in files; whatever goes wrong only costs making them again.

    Each file begins with the digest of the rest: a cache is not worth a backup, but a damaged one
    must not put a wrong price into a phrase.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is a folder of its own; it need not exist."""
        self._path = path

    def get(self, key: str) -> memoryview | None:
        """What is kept under this key; None if there is nothing, or it is damaged."""
        path = self._path / key
        try:
            kept = memoryview(path.read_bytes())
        except OSError:
            return None
        data = kept[_DIGEST_BYTES:]
        if kept[:_DIGEST_BYTES] != _digest(data):
            return None
        with suppress(OSError):
            os.utime(path)  # used now: forgotten last
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes whole or not at all, and forgets what was not used for longest."""
        with suppress(OSError):
            self._path.mkdir(parents=True, exist_ok=True)
            write_whole(self._path / key, _digest(data), data)
            self._forget()

    def _forget(self) -> None:
        files = [path for path in self._path.iterdir() if path.is_file()]
        ages = sorted(((path.stat().st_mtime_ns, path) for path in files), reverse=True)
        for _, old in ages[_KEPT:]:
            old.unlink(missing_ok=True)


def write_whole(path: Path, *pieces: bytes) -> None:
    """Writes a file whole or not at all: whatever stops it, the old one stays.

    Raises:
        OSError: It cannot be written.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()
