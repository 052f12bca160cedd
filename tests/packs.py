"""Packs for tests, and what to do with their bytes."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from desktop.core.packs.model import Pack
from desktop.core.packs.reader import read_pack
from desktop.core.phrases.values import PLACEHOLDERS

DEFAULT = Path(__file__).parents[1] / "phrases" / "default"


def files_of(folder: Path) -> dict[str, bytes]:
    """The YAML files of a pack's folder as the reader gets them."""
    below = [folder, folder / "quotes", folder / "words"]
    paths = (path for place in below if place.is_dir() for path in sorted(place.iterdir()))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths if p.is_file()}


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> None:
        return None

    def put(self, key: str, data: bytes) -> None:
        pass


class Lies(NamedTuple):
    """A picture or file beside a pack's phrases, by its content."""

    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def head(self) -> bytes:
        return self.data[:12]

    @property
    def digest(self) -> str:
        return sha256(self.data).hexdigest()


def attached_of(folder: Path) -> dict[str, Lies]:
    """The pictures and files that lie beside the phrases, as the reader gets them."""
    paths = (path for name in ("pictures", "files") for path in sorted((folder / name).glob("*")))
    return {path.relative_to(folder).as_posix(): Lies(path.read_bytes()) for path in paths}


@cache
def default_pack() -> Pack:
    """The pack that comes with the program."""
    pack, problems = read_pack(files_of(DEFAULT), PLACEHOLDERS, attached_of(DEFAULT))
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
