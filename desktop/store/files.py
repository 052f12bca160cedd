"""Pack folders and the cache on disk."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from desktop.core.packs.source import MAX_BYTES
from desktop.core.problems import InputError, Problem

_MOST_FILES, _MOST_BYTES = 200, 32 * 1024 * 1024
_YAML = (".yaml", ".yml")
_DIGEST_BYTES = 32
_KEPT = 12
"""Cached files: a pack has two, and an agent a few packs."""


class PackFolder:
    """The YAML files that lie in one folder; other files are not looked at."""

    def __init__(self, path: Path) -> None:
        """``path`` is the folder, or one of the YAML files in it."""
        self._path = path

    def read(self) -> dict[str, bytes]:
        """Name and content of every YAML file; of one too large only so much that it shows.

        Raises:
            InputError: There is no such folder, it cannot be read, a link leads out of it, or it
                is far too large for a pack.
        """
        try:
            return self._contents()
        except OSError as error:
            values = {"path": str(error.filename or self._path), "why": error.strerror or ""}
            raise InputError(Problem("unreadable", values=values)) from None

    def _contents(self) -> dict[str, bytes]:
        folder = self._folder()
        paths = [path for path in sorted(folder.iterdir()) if _belongs(path, folder)]
        if len(paths) > _MOST_FILES:
            raise self._refusal("pack_too_many_files", most=str(_MOST_FILES))
        files, left = {}, _MOST_BYTES
        for path in paths:
            files[path.name] = _read(path)
            left -= len(files[path.name])
            if left < 0:
                raise self._refusal("pack_too_large", most=str(_MOST_BYTES // 2**20))
        return files

    def _folder(self) -> Path:
        if self._path.is_dir():
            return self._path
        if not self._path.is_file():
            raise self._refusal("no_folder")
        if self._path.suffix not in _YAML:
            raise self._refusal("not_a_pack")
        return self._path.parent

    def _refusal(self, code: str, **values: str) -> InputError:
        return InputError(Problem(code, values={"path": str(self._path), **values}))


def _belongs(path: Path, folder: Path) -> bool:
    if path.suffix.lower() not in _YAML or path.name.startswith(".") or not path.is_file():
        return False
    # A pack from a stranger must not read files of ours into what is sent to customers.
    if path.is_symlink() and path.resolve().parent != folder.resolve():
        raise InputError(Problem("link_outside", file=path.name))
    return True


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


class CacheFolder:
    """Keeps bytes in files; whatever goes wrong only costs making them again.

    Each file begins with the digest of the rest: a cache is not worth a backup, but a damaged one
    must not put a wrong price into a phrase.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is a folder of its own; it need not exist."""
        self._path = path

    def get(self, key: str) -> bytes | None:
        """What is kept under this key; None if there is nothing, or it is damaged."""
        path = self._path / key
        try:
            kept = path.read_bytes()
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
        part = self._path / f"{key}.{os.getpid()}.part"
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(_digest(data))
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path / key)
            self._forget()
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _forget(self) -> None:
        files = [path for path in self._path.iterdir() if path.is_file()]
        ages = sorted(((path.stat().st_mtime_ns, path) for path in files), reverse=True)
        for _, old in ages[_KEPT:]:
            old.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
