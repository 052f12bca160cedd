"""Pack folders and the cache on disk."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.core.problems import InputError, Problem, shown

_MOST_FILES, _MOST_BYTES = 200, 32 * 1024 * 1024
_KEPT = 12


class PackFolder:
    """The YAML files that lie in one folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, bytes]:
        """Name and content of every YAML file.

        Raises:
            InputError: No such folder, it cannot be read, or it is far too large for a pack.
        """
        if not self._path.is_dir():
            raise InputError(Problem("no_folder", values={"path": shown(self._path)}))
        try:
            paths = sorted(p for p in self._path.glob("*.yaml") if p.is_file())
            total = sum(p.stat().st_size for p in paths)
            if len(paths) > _MOST_FILES or total > _MOST_BYTES:
                values = {"path": shown(self._path), "most": str(_MOST_BYTES // 2**20)}
                raise InputError(Problem("pack_too_large", values=values))
            return {p.name: p.read_bytes() for p in paths}
        except OSError as error:
            values = {"path": shown(error.filename or self._path), "why": error.strerror or ""}
            raise InputError(Problem("unreadable", values=values)) from None


class CacheFolder:
    """Keeps bytes in files; whatever goes wrong only costs making them again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> bytes | None:
        """What is kept under this key."""
        try:
            return (self._path / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes whole or not at all, and forgets what was not used for longest."""
        part = self._path / f"{key}.{os.getpid()}.part"
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path / key)
            self._forget()
        except OSError:
            part.unlink(missing_ok=True)

    def _forget(self) -> None:
        files = sorted(self._path.iterdir(), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in files[_KEPT:]:
            old.unlink(missing_ok=True)
