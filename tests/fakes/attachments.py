"""Pictures and files of phrases, in memory."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from desktop.core.problems import InputError, Problem


class FakeOwnFiles:
    """The OwnFiles port."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def keep(self, data: bytes) -> None:
        self.kept[sha256(data).hexdigest()] = data

    def read(self, digest: str) -> bytes | None:
        return self.kept.get(digest)

    def sweep(self, used: Collection[str], now_s: float) -> None:
        self.kept = {digest: data for digest, data in self.kept.items() if digest in used}


class FakeNamedFiles:
    """The NamedFiles port; files lie in a folder that does not exist."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes] = {}

    def put(self, name: str, digest: str, data: bytes) -> Path:
        path = Path("/copies").absolute() / digest[:8] / name
        self.files[path] = data
        return path


class FakePackParts(dict[str, bytes]):
    """What lies beside a pack's phrases, by path."""

    def part(self, path: str) -> bytes:
        if path not in self:
            raise InputError(Problem("attached_missing", values={"wanted": path}))
        return self[path]
