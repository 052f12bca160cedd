"""A built pack's file: its head and list are read at once, its parts when they are asked for."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from desktop.core.packs.attached import HEAD_BYTES as ATTACHED_HEAD_BYTES
from desktop.core.packs.attached import Attached
from desktop.core.packs.built import HEAD_BYTES, PACK_PART, Part, read_head, read_part, read_parts
from desktop.core.packs.check import check_built, read_built
from desktop.core.packs.compiled import CompiledError, load_pack
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem, errors
from desktop.services.blobs import Blob


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

    @property
    def parts(self) -> BuiltPack:
        """The pictures and files: the file itself, which is read in pieces."""
        return self

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
        draft = read_built(pack, known, self._blob.name, self._beside())
        if draft.failed:
            raise InputError(*errors(draft.problems))
        return pack

    def check(self, known: Collection[str]) -> tuple[Pack | None, tuple[Problem, ...]]:
        """The pack, or None if there is any error; and everything that is wrong with it.

        Raises:
            InputError: It is damaged, or the file changed.
        """
        pack = self._compiled()
        problems = check_built(pack, known, self._blob.name, self._beside())
        return None if errors(problems) else pack, problems

    def _compiled(self) -> Pack:
        try:
            return load_pack(self.part(PACK_PART))
        except CompiledError:
            raise self._named(InputError(Problem("built_unsound"))) from None

    def _beside(self) -> dict[str, Attached]:
        parts = self._parts.items()
        return {name: _Attached(self._blob, part) for name, part in parts if name != PACK_PART}

    def _named(self, error: InputError) -> InputError:
        return InputError(*(replace(p, file=self._blob.name) for p in error.problems))


class _Attached:
    """A part beside the pack as the pack has to know it."""

    def __init__(self, blob: Blob, part: Part) -> None:
        self._blob = blob
        self._part = part

    @property
    def size(self) -> int:
        return self._part.length

    @property
    def head(self) -> bytes:
        return self._blob.read(self._part.start, min(self._part.length, ATTACHED_HEAD_BYTES))

    @property
    def digest(self) -> str:
        return self._part.digest
