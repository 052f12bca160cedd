"""Opens packs: the folder a team writes or the file built of it, remembered by its content."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from desktop.core.orders.shop import Shop
from desktop.core.packs.compiled import REVISION, compile_pack, from_cache, to_cache
from desktop.core.packs.model import Pack
from desktop.core.phrases.effective import library_at
from desktop.core.problems import InputError, Problem, errors
from desktop.services.attachments import PackParts, read_all
from desktop.services.blobs import Beside, Blob

if TYPE_CHECKING:
    from desktop.core.phrases.search import Index


class Place(Protocol):
    """Where a pack lies."""

    def read(self) -> Mapping[str, bytes | Beside] | Blob:
        """Of a folder the files that may belong to a pack, pictures unread; else the file.

        Raises:
            InputError: There is nothing, it cannot be read, or it is no pack's folder.
        """
        ...


class Content(Protocol):
    """What lies there."""

    @property
    def digest(self) -> str:
        """Names it: another content has another digest."""
        ...

    def read(self, known: Collection[str]) -> Pack:
        """The pack, if its form is right; InputError with all that is wrong with it."""
        ...

    def check(self, known: Collection[str]) -> tuple[Pack | None, tuple[Problem, ...]]:
        """The pack, or None if there is any error; and all that is wrong, also with its content."""
        ...

    @property
    def parts(self) -> PackParts:
        """The pictures and files alone."""
        ...


class Cache(Protocol):
    """Keeps bytes by key; may forget them at any time, never fails."""

    def get(self, key: str) -> memoryview | None:
        """What was put there last, whole; None if it is not there any more or was damaged."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes if it can."""
        ...


class Opened(Struct, frozen=True):
    """A pack ready for use: with the index that finds its phrases, and its pictures unread."""

    pack: Pack
    index: Index
    parts: PackParts

    def at(self, moment: datetime) -> Opened:
        """The pack with the phrases that are in effect at that moment."""
        library = library_at(self.pack.library, moment)
        if library is self.pack.library:
            return self
        index = self.index.build(tuple(library.phrases()), like=self.index)
        return Opened(replace(self.pack, library=library), index, self.parts)


class Made(Struct, frozen=True):
    """A pack made ready for shipping.

    Attributes:
        pack: The pack.
        data: The bytes of its file.
        warnings: What ``check`` says about it.
    """

    pack: Pack
    data: bytes
    warnings: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"{self.pack.id}-{self.pack.version}.mhp"


class PackSource:
    """Opens and checks packs."""

    def __init__(self, cache: Cache, known: Callable[[], Collection[str]]) -> None:
        self._cache = cache
        self._known = known

    def pack(self, place: Place) -> Pack:
        """Reads a pack, from the cache if its content is the same.

        Raises:
            InputError: With every error the pack has.
        """
        return self._pack(_opened(place))[0]

    def open(self, place: Place) -> Opened:
        """The pack with its index.

        Raises:
            InputError: With every error the pack has.
        """
        from desktop.core.phrases.search import Index

        content = _opened(place)
        pack, key = self._pack(content)
        phrases = tuple(pack.library.phrases())
        kept = self._cache.get(f"{key}.index")
        if kept is not None:
            index = Index.from_bytes(kept, phrases)
            if index is not None:
                return Opened(pack, index, content.parts)
        index = Index.build(phrases)
        self._cache.put(f"{key}.index", index.to_bytes())
        return Opened(pack, index, content.parts)

    def check(self, place: Place) -> tuple[Problem, ...]:
        """Every problem of a pack, errors and warnings.

        Raises:
            InputError: It cannot be read at all.
        """
        return _opened(place).check(self._known())[1]

    def build(self, place: Place) -> Made:
        """Makes the file a pack is shipped in; the same content gives the same bytes.

        Raises:
            InputError: With every error the pack has.
        """
        from desktop.core.packs.built import build

        content = _opened(place)
        pack, problems = content.check(self._known())
        if pack is None:
            raise InputError(*errors(problems))
        return Made(pack, build(compile_pack(pack), read_all(pack, content.parts)), problems)

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

    def _pack(self, content: Content) -> tuple[Pack, str]:
        key = f"{content.digest[:32]}-{REVISION}"
        kept = self._cache.get(f"{key}.pack")
        if kept is not None and (cached := from_cache(kept)) is not None:
            return cached, key
        pack = content.read(self._known())
        self._cache.put(f"{key}.pack", to_cache(pack))
        return pack, key


def _opened(place: Place) -> Content:
    content = place.read()
    if isinstance(content, Mapping):
        from desktop.services.written import WrittenPack

        return WrittenPack(content)
    from desktop.services.built import BuiltPack

    return BuiltPack(content)
