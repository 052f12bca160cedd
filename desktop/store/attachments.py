"""Pictures and files on disk: the agent's own by their content, and copies under their names."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

from desktop.store.errors import StoreFullError, StoreUnavailableError
from desktop.store.files import write_whole

_KEPT = 20
"""Copies under their names; another program takes one soon or never."""
_SPARED_S = 30 * 24 * 3600
"""How long what no phrase sends is spared: an undo or a backup may bring the phrase back."""


class OwnFolder:
    """The agent's own pictures and files; each is called by the digest of its content."""

    def __init__(self, path: Path) -> None:
        """``path`` is a folder of its own; it need not exist."""
        self._path = path

    def keep(self, data: bytes) -> None:
        """Keeps it whole.

        Raises:
            StoreUnavailableError: It cannot be written.
        """
        path = self._path / sha256(data).hexdigest()
        _write(path, data)

    def read(self, digest: str) -> bytes | None:
        """What has this digest; None if it is not there or was damaged."""
        return _read(self._path / digest, digest)

    def sweep(self, used: Collection[str], now_s: float) -> None:
        """Deletes what no phrase has sent for a month.

        Args:
            used: The digests of what phrases send.
            now_s: The moment, UTC seconds since 1970.
        """
        with suppress(OSError):
            for path in self._path.iterdir():
                if path.name in used:
                    os.utime(path, (now_s, now_s))
                elif path.stat().st_mtime < now_s - _SPARED_S:
                    path.unlink()


class NamedFolder:
    """Copies that lie about for other programs to take; the oldest are forgotten."""

    def __init__(self, path: Path) -> None:
        """``path`` is a folder of its own; it need not exist."""
        self._path = path

    def put(self, name: str, digest: str, data: bytes) -> Path:
        """Where the copy lies.

        Raises:
            StoreUnavailableError: It cannot be written.
        """
        path = self._path / digest[:16] / name
        if _read(path, digest) is None:  # else another program may be reading it
            _write(path, data)
        with suppress(OSError):
            os.utime(path.parent)
        self._forget()
        return path

    def _forget(self) -> None:
        with suppress(OSError):
            folders = sorted(self._path.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)
            for folder in folders[_KEPT:]:
                for path in folder.iterdir():
                    path.unlink()
                folder.rmdir()


def _read(path: Path, digest: str) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if sha256(data).hexdigest() == digest else None


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        if error.errno == ENOSPC:
            raise StoreFullError(path=str(path.parent)) from error
        raise StoreUnavailableError(path=str(path.parent), why=error.strerror or "") from error
