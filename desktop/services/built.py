"""A built pack's file: its head and list are read at once, its parts when they are asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from msgspec.structs import replace

from desktop.core.packs.built import HEAD_BYTES, PACK_PART, read_head, read_part, read_parts
from desktop.core.packs.check import check_built, read_built
from desktop.core.packs.compiled import CompiledError, load_pack
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem, errors


class Blob(Protocol):
    """A file that is read in pieces; every call may raise InputError."""

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        ...

    def size(self) -> int:
        """Its length in bytes."""
        ...

    def read(self, start: int, length: int) -> bytes:
        """Bytes from ``start`` on, fewer at the end of the file."""
        ...


class BuiltPack:
    """One built pack.

    Attributes:
        digest: Names its content: another content has another digest.
    """

    def __init__(self, blob: Blob) -> None:
        """Reads the head and the list.

        Raises:
            InputError: It is none, is damaged, or made for a newer program.
        """
        self._blob = blob
        try:
            head = read_head(blob.read(0, HEAD_BYTES))
            listed = blob.read(head.list_start, head.list_length)
            self._parts = read_parts(listed, head, blob.size())
        except InputError as error:
            raise self._named(error) from None
        self.digest = head.list_digest

    def part(self, name: str) -> bytes:
        """What a part holds.

        Raises:
            InputError: It is damaged, or the file changed.
        """
        part = self._parts[name]
        try:
            return read_part(self._blob.read(part.start, part.length), part)
        except InputError as error:
            raise self._named(error) from None

    def read(self, known: Collection[str]) -> Pack:
        """The pack, held to the rules of form.

        Args:
            known: The placeholder names every pack may use.

        Raises:
            InputError: It is damaged, or the file changed; or with every error the pack has.
        """
        pack = self._compiled()
        draft = read_built(pack, known, self._blob.name)
        if draft.failed:
            raise InputError(*errors(draft.problems))
        return pack

    def check(self, known: Collection[str]) -> tuple[Pack | None, tuple[Problem, ...]]:
        """The pack, or None if there is any error; and everything that is wrong with it.

        Raises:
            InputError: It is damaged, or the file changed.
        """
        pack = self._compiled()
        problems = check_built(pack, known, self._blob.name)
        return None if errors(problems) else pack, problems

    def _compiled(self) -> Pack:
        try:
            return load_pack(self.part(PACK_PART))
        except CompiledError:
            raise self._named(InputError(Problem("built_unsound"))) from None

    def _named(self, error: InputError) -> InputError:
        return InputError(*(replace(p, file=self._blob.name) for p in error.problems))
