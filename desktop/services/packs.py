"""Opens packs: the folder a team writes, compiled once and remembered by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.core.orders.shop import Shop
from desktop.core.packs.compiled import FORMAT, CompiledError, compile_pack, load_pack
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem

if TYPE_CHECKING:
    from desktop.core.phrases.search import Index

Files = Mapping[str, bytes]


class Folder(Protocol):
    """The folder a pack is written in."""

    def read(self) -> Files:
        """Name and content of every file that may belong to a pack.

        Raises:
            InputError: There is no such folder, it cannot be read, or it is no pack's folder.
        """
        ...


class Cache(Protocol):
    """Keeps bytes by key; may forget them at any time, never fails."""

    def get(self, key: str) -> bytes | None:
        """What was put there last, whole; None if it is not there any more or was damaged."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes if it can."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack ready for use: with the index that finds its phrases."""

    pack: Pack
    index: Index


class PackSource:
    """Opens and checks packs."""

    def __init__(self, cache: Cache, known: Callable[[], Collection[str]]) -> None:
        self._cache = cache
        self._known = known

    def pack(self, folder: Folder) -> Pack:
        """Reads the pack in a folder, from the cache if its files are the same.

        Raises:
            InputError: With every error the pack has.
        """
        return self._pack(folder.read())[0]

    def open(self, folder: Folder) -> Opened:
        """The pack with its index.

        Raises:
            InputError: With every error the pack has.
        """
        from desktop.core.phrases.search import Index

        pack, key = self._pack(folder.read())
        phrases = tuple(pack.library.phrases())
        kept = self._cache.get(f"{key}.index")
        if kept is not None:
            index = Index.from_bytes(kept, phrases)
            if index is not None:
                return Opened(pack, index)
        index = Index.build(phrases)
        self._cache.put(f"{key}.index", index.to_bytes())
        return Opened(pack, index)

    def check(self, folder: Folder) -> tuple[Problem, ...]:
        """Every problem of the pack in a folder, errors and warnings.

        Raises:
            InputError: The folder cannot be read at all.
        """
        return self._read(folder.read())[1]

    def shop(self, data: bytes, name: str) -> Shop:
        """Reads a shop's rules from a file of their own.

        Raises:
            InputError: With every problem it has.
        """
        from desktop.core.packs.schema import Reader
        from desktop.core.packs.shop_reader import read_shop
        from desktop.core.packs.tree import read_tree

        reader = Reader(name)
        shop = read_shop(read_tree(data, name), reader)
        if reader.problems:
            raise InputError(*reader.problems)
        return shop

    def _pack(self, files: Files) -> tuple[Pack, str]:
        key = f"{_digest(files)}-{FORMAT}"
        kept = self._cache.get(f"{key}.json")
        if kept is not None:
            try:
                return load_pack(kept), key
            except CompiledError:
                pass  # not made by this program: made again and replaced below
        pack, problems = self._read(files)
        if pack is None:
            raise InputError(*(p for p in problems if p.level == "error"))
        self._cache.put(f"{key}.json", compile_pack(pack))
        return pack, key

    def _read(self, files: Files) -> tuple[Pack | None, tuple[Problem, ...]]:
        from desktop.core.packs.reader import read_pack  # YAML and all: only for a changed pack

        return read_pack(files, self._known())


def _digest(files: Files) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        heading = f"{name}\0{len(files[name])}\0"
        digest.update(heading.encode("utf-8", "surrogatepass"))  # names need not be UTF-8
        digest.update(files[name])
    return digest.hexdigest()[:32]
