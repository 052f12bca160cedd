"""Reads a pack from the files a team writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from desktop.core.packs.attached import Attached
from desktop.core.packs.category import CategoryReader
from desktop.core.packs.golden import read_quote
from desktop.core.packs.heading import Heading, read_heading
from desktop.core.packs.limits import excess
from desktop.core.packs.model import GoldenQuote, Note, Pack
from desktop.core.packs.notes import read_notes
from desktop.core.packs.origin import Origin
from desktop.core.packs.parts import PartsReader
from desktop.core.packs.schema import Reader
from desktop.core.packs.shop_reader import read_shop
from desktop.core.packs.tree import Node, read_tree
from desktop.core.packs.words_reader import read_words
from desktop.core.phrases.model import Category, Library
from desktop.core.phrases.wording import WordLists
from desktop.core.problems import InputError, Problem, errors

PACK_FILE, SHOP_FILE, NOTES_FILE = "pack.yaml", "shop.yaml", "notes.yaml"
_T = TypeVar("_T")


class Draft(Struct, frozen=True):
    """A pack as far as it could be read.

    Attributes:
        pack: The pack; parts of it are missing or empty if there are errors. None if there is
            no ``pack.yaml`` that can be read.
        problems: All that is wrong with its form, file by file and line by line.
        files: Names of the files it was read from, in that order.
        phrases: Phrase id to where each of its texts stands.
        quotes: Where each golden quote says what must come out.
        complete: Where it says that the pack is complete.
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    phrases: Mapping[str, tuple[Origin, ...]]
    quotes: tuple[Origin, ...]
    complete: Origin

    @property
    def failed(self) -> bool:
        """Whether there is any error."""
        return bool(errors(self.problems))


def read_pack(
    files: Mapping[str, bytes | Node],
    known: Collection[str],
    attached: Mapping[str, Attached] | None = None,
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Reads a pack whose form has no error.

    Args:
        files: File name to content, as they lie in the pack's folder, or read already.
        known: The placeholder names every pack may use.
        attached: Path to each picture and file beside them, such as ``pictures/size.png``.

    Returns:
        The pack, or None if there is any error; and all problems, warnings among them.
    """
    draft = read_draft(files, known, attached)
    return None if draft.failed else draft.pack, draft.problems


def read_draft(
    files: Mapping[str, bytes | Node],
    known: Collection[str],
    attached: Mapping[str, Attached] | None = None,
) -> Draft:
    """Reads a pack as far as it can be read; arguments as those of ``read_pack``."""
    return _Reading(files, known, attached or {}).draft()


class _Reading:
    """The files of one pack while they are read."""

    def __init__(
        self,
        files: Mapping[str, bytes | Node],
        known: Collection[str],
        attached: Mapping[str, Attached],
    ) -> None:
        self._files = files
        self._attached = attached
        self._known = known
        self._problems: list[Problem] = []
        self._asked: list[str] = []
        self._phrases: dict[str, tuple[Origin, ...]] = {}
        self._quotes: list[Origin] = []

    def draft(self) -> Draft:
        if PACK_FILE not in self._files:
            self._problems.append(Problem("no_pack", values={"file": PACK_FILE}))
        heading = self._heading()
        pack = None if heading is None else self._pack(heading)
        return Draft(
            pack=pack,
            problems=tuple(self._problems),
            files=tuple(self._asked),
            phrases=self._phrases,
            quotes=tuple(self._quotes),
            complete=Origin(PACK_FILE, heading.complete_line if heading else 0, "complete"),
        )

    def _heading(self) -> Heading | None:
        def read(node: Node, reader: Reader) -> Heading:
            return read_heading(node, self._files.keys(), self._known, reader)

        return self._read(PACK_FILE, read)

    def _pack(self, heading: Heading) -> Pack:
        pack = Pack(
            id=heading.id,
            name=heading.name,
            version=heading.version,
            language=heading.language,
            library=Library(self._categories(heading)),
            shop=self._read(SHOP_FILE, read_shop),
            placeholders=heading.placeholders,
            complete=heading.complete,
            words=self._words(),
            quotes=self._golden(),
            notes=self._notes(heading.version),
        )
        if not errors(self._problems) and (beyond := excess(pack)):
            values = {"what": beyond.what, "most": f"{beyond.most:,}"}
            self._problems.append(Problem("pack_too_many", "", values, PACK_FILE))
        self._unused("file_unused", self._files.keys() - set(self._asked))
        return pack

    def _categories(self, heading: Heading) -> tuple[Category, ...]:
        parts = PartsReader({*self._known, *heading.placeholders}, self._attached)
        phrases = CategoryReader(heading.id, parts)
        found = []
        for category_id in heading.categories:

            def read(node: Node, reader: Reader, category_id: str = category_id) -> Category:
                return phrases.read(node, category_id, reader)

            category = self._read(f"{category_id}.yaml", read)
            found += [] if category is None else [category]
        self._phrases = phrases.origins
        if not errors(self._problems):  # what could not be read may use them
            self._unused("attached_unused", self._attached.keys() - parts.used)
        return tuple(found)

    def _words(self) -> WordLists:
        lists = [found for file in self._all("words") if (found := self._read(file, read_words))]
        return WordLists(
            tuple(rule for found in lists for rule in found.forbidden),
            tuple(rule for found in lists for rule in found.cold),
        )

    def _golden(self) -> tuple[GoldenQuote, ...]:
        def read(node: Node, reader: Reader) -> list[GoldenQuote]:
            top = reader.mapping(node, "")
            found = []
            for where, item in top.items("quotes"):
                entries = reader.mapping(item, where)
                self._quotes.append(Origin(reader.file, entries.line_of("expect"), where))
                found.append(read_quote(entries, reader))
            top.close()
            return found

        return tuple(
            quote for file in self._all("quotes") for quote in self._read(file, read) or ()
        )

    def _notes(self, version: int) -> tuple[Note, ...]:
        def read(node: Node, reader: Reader) -> tuple[Note, ...]:
            return read_notes(node, version, reader)

        return self._read(NOTES_FILE, read) or ()

    def _unused(self, code: str, files: Collection[str]) -> None:
        self._problems += (Problem(code, file=file, level="warning") for file in sorted(files))

    def _all(self, name: str) -> list[str]:
        """The file of that name, and those in the folder of that name."""
        return sorted(f for f in self._files if f == f"{name}.yaml" or f.startswith(f"{name}/"))

    def _read(self, file: str, read: Callable[[Node, Reader], _T]) -> _T | None:
        """Reads one file; None if it is not there or is not even a tree."""
        if file not in self._files:
            return None
        self._asked.append(file)
        content = self._files[file]
        try:
            node = read_tree(content, file) if isinstance(content, bytes) else content
        except InputError as error:
            self._problems += error.problems
            return None
        reader = Reader(file)
        made = read(node, reader)
        self._problems += sorted(reader.problems, key=attrgetter("line"))
        return made
