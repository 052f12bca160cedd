"""A pack: one shop's phrases and rules, read from the files a team writes and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desktop.core.orders.shop import Shop
from desktop.core.orders.shop_reader import read_shop
from desktop.core.packs.category import CategoryReader
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node, read_tree
from desktop.core.phrases.model import OWN_CATEGORY, Category, Library
from desktop.core.problems import InputError, Problem, shown

PACK_FILE, SHOP_FILE = "pack.yaml", "shop.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
_NAME = re.compile(r"[^\W\d]\w{0,31}")
_LANGUAGES = ("zh-CN", "en")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a team hands to its agents.

    Attributes:
        id: Stable, ``a``-``z``, digits and hyphens; the first part of every phrase's id.
        name: Shown to people.
        version: Counts up from 1.
        language: Of its texts: ``zh-CN`` or ``en``.
        library: Its phrases.
        shop: The shop's rules; None for a pack of phrases alone.
        placeholders: The team's own placeholder names, each with a hint for the field.
    """

    id: str
    name: str
    version: int
    language: str
    library: Library
    shop: Shop | None
    placeholders: Mapping[str, str]


def read_pack(
    files: Mapping[str, bytes], known: Collection[str]
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Reads a pack.

    Args:
        files: File name to content, as they lie in the pack's folder.
        known: The placeholder names every pack may use.

    Returns:
        The pack, or None if there is any error; and all problems, warnings among them.
    """
    reading = _Reading(files, known)
    pack = reading.pack()
    failed = any(problem.level == "error" for problem in reading.problems)
    return None if failed else pack, tuple(reading.problems)


class _Reading:
    """The files of one pack while they are read."""

    def __init__(self, files: Mapping[str, bytes], known: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._known = known
        self._asked: set[str] = set()

    def pack(self) -> Pack | None:
        reader = Reader(PACK_FILE)
        node = self._tree(PACK_FILE)
        if node is None:
            return None
        top = reader.mapping(node, "")
        pack_id, placeholders = _id(top, reader), _placeholders(top, reader)
        version = top.count("version", least=1)
        names = _language(top, reader), top.text("name")
        category_ids = top.texts("categories")
        top.close()
        self.problems += reader.problems
        categories = self._categories(pack_id, category_ids, placeholders, top)
        shop = self._shop()
        self._name_strangers()
        return Pack(pack_id, names[1], version, names[0], Library(categories), shop, placeholders)

    def _tree(self, file: str) -> Node | None:
        self._asked.add(file)
        if file not in self._files:
            self.problems.append(Problem("file_missing", file=file))
            return None
        try:
            return read_tree(self._files[file], file)
        except InputError as error:
            self.problems += error.problems
            return None

    def _categories(
        self, pack_id: str, ids: tuple[str, ...], placeholders: Mapping[str, str], top: Entries
    ) -> tuple[Category, ...]:
        phrases = CategoryReader(pack_id, {*self._known, *placeholders})
        found = []
        for number, category_id in enumerate(ids):
            where, line = f"categories[{number}]", top.line_of("categories")
            if not _ID.fullmatch(category_id) or category_id == OWN_CATEGORY:
                self._fault("not_an_id", where, line, got=shown(category_id))
            elif category_id in ids[:number]:
                self._fault("twice", where, line, got=category_id)
            elif (node := self._tree(f"{category_id}.yaml")) is not None:
                reader = Reader(f"{category_id}.yaml")
                found.append(phrases.read(node, category_id, reader))
                self.problems += reader.problems
        return tuple(found)

    def _shop(self) -> Shop | None:
        if SHOP_FILE not in self._files or (node := self._tree(SHOP_FILE)) is None:
            return None
        reader = Reader(SHOP_FILE)
        shop = read_shop(node, reader)
        self.problems += reader.problems
        return shop

    def _name_strangers(self) -> None:
        for file in sorted(self._files.keys() - self._asked):
            self.problems.append(Problem("file_unused", file=file, level="warning"))

    def _fault(self, code: str, where: str, line: int, **values: str) -> None:
        self.problems.append(Problem(code, where, values, PACK_FILE, line))


def _id(top: Entries, reader: Reader) -> str:
    pack_id = top.text("id")
    if pack_id and not _ID.fullmatch(pack_id):
        reader.fault("not_an_id", top.line_of("id"), "id", got=shown(pack_id))
    return pack_id


def _language(top: Entries, reader: Reader) -> str:
    language = top.text("language")
    if language and language not in _LANGUAGES:
        values = {"got": shown(language), "allowed": ", ".join(_LANGUAGES)}
        reader.fault("not_one_of", top.line_of("language"), "language", **values)
    return language


def _placeholders(top: Entries, reader: Reader) -> dict[str, str]:
    names = {}
    below = top.mapping("placeholders", required=False)
    for name, where, node in below.all() if below else ():
        if not _NAME.fullmatch(name):
            reader.fault("not_a_name", node.line, where, got=shown(name))
        names[name] = below.text(name) if below else ""
    return names
