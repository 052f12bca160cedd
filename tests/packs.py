"""Packs for tests, and what to do with their bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from desktop.core.packs.model import Pack
from desktop.core.packs.reader import read_pack
from desktop.core.phrases.values import PLACEHOLDERS

DEFAULT = Path(__file__).parents[1] / "phrases" / "default"


def files_of(folder: Path) -> dict[str, bytes]:
    """A pack's folder as the reader gets it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@cache
def default_pack() -> Pack:
    """The pack that comes with the program."""
    pack, problems = read_pack(files_of(DEFAULT), PLACEHOLDERS)
    assert pack is not None, problems
    return pack


class Bytes:
    """A file in memory that is read in pieces, and counts what was asked for."""

    def __init__(self, data: bytes, name: str = "mine-1.mhp") -> None:
        self.data = data
        self.name = name
        self.taken = 0

    def size(self) -> int:
        return len(self.data)

    def read(self, start: int, length: int) -> bytes:
        piece = self.data[start : start + length]
        self.taken += len(piece)
        return piece


class Kept:
    """A place that holds a built pack."""

    def __init__(self, data: bytes) -> None:
        self.file = Bytes(data)

    def read(self) -> Bytes:
        return self.file
