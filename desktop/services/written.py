"""A pack as a team writes it: YAML files in a folder, pictures and files in folders below."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from functools import cached_property

from desktop.core.packs.attached import HEAD_BYTES, Attached
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem, errors
from desktop.services.blobs import Beside


class WrittenPack:
    """The files of one folder.

    Attributes:
        digest: Names their content: another content has another digest.
    """

    def __init__(self, files: Mapping[str, bytes | Beside]) -> None:
        """``files`` are the contents of YAML files by name, other files by path."""
        self._files = {n: data for n, data in files.items() if isinstance(data, bytes)}
        self._beside = {n: file for n, file in files.items() if not isinstance(file, bytes)}

    @cached_property
    def digest(self) -> str:
        """Of what is written; a picture counts by when it was changed, not by every byte."""
        digest = hashlib.blake2b(digest_size=16)
        stamps = {name: file.stamp().encode() for name, file in self._beside.items()}
        for name, data in sorted({**self._files, **stamps}.items()):
            heading = f"{name}\0{len(data)}\0"
            digest.update(heading.encode("utf-8", "surrogatepass"))  # names need not be UTF-8
            digest.update(data)
        return digest.hexdigest()

    def read(self, known: Collection[str]) -> Pack:
        """The pack, if its form is right.

        Args:
            known: The placeholder names every pack may use.

        Raises:
            InputError: With every error of its form; or a file beside it cannot be read.
        """
        from desktop.core.packs.reader import read_pack  # YAML and all: only for a changed pack

        pack, problems = read_pack(self._files, known, self._looked_at())
        if pack is None:
            raise InputError(*errors(problems))
        return pack

    def check(self, known: Collection[str]) -> tuple[Pack | None, tuple[Problem, ...]]:
        """The pack, or None if there is any error; and everything that is wrong with it.

        Raises:
            InputError: A file beside the phrases cannot be read.
        """
        from desktop.core.packs.check import check_files

        return check_files(self._files, known, self._looked_at())

    def _looked_at(self) -> dict[str, Attached]:
        return {path: _LookedAt(file) for path, file in self._beside.items()}

    @property
    def parts(self) -> WrittenParts:
        """The pictures and files alone: who keeps them does not keep all that is written."""
        return WrittenParts(self._beside)


class WrittenParts:
    """The pictures and files that lie beside the phrases."""

    def __init__(self, beside: Mapping[str, Beside]) -> None:
        self._beside = beside

    def part(self, path: str) -> bytes:
        """What a file beside the phrases holds.

        Raises:
            InputError: It is gone or cannot be read.
        """
        file = self._beside.get(path)
        if file is None:
            raise InputError(Problem("attached_missing", values={"wanted": path}))
        return file.read(0, file.size())


class _LookedAt:
    """A file as a pack has to know it."""

    def __init__(self, file: Beside) -> None:
        self._file = file

    @cached_property
    def size(self) -> int:
        return self._file.size()

    @cached_property
    def head(self) -> bytes:
        return self._file.read(0, HEAD_BYTES)

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self._file.read(0, self.size)).hexdigest()
