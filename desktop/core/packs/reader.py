"""Reads a pack from the files a team writes, and checks it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter

from desktop.core.orders.shop import Shop
from desktop.core.packs.attached import Attached
from desktop.core.packs.category import CategoryReader
from desktop.core.packs.model import Pack
from desktop.core.packs.parts import PartsReader
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.shop_reader import read_shop
from desktop.core.packs.tree import Node, read_tree
from desktop.core.phrases.model import OWN_CATEGORY, Category, Library
from desktop.core.phrases.templates import placeholders
from desktop.core.problems import InputError, Problem, shown

PACK_FILE, SHOP_FILE = "pack.yaml", "shop.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
_TAKEN = {OWN_CATEGORY, "pack", "shop", "words"}
_NAME = re.compile(r"[^\W\d]\w{0,31}")
_LANGUAGES = ("zh-CN", "en")


def read_pack(
    files: Mapping[str, bytes | Node],
    known: Collection[str],
    attached: Mapping[str, Attached] | None = None,
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Reads a pack.

    Args:
        files: File name to content, as they lie in the pack's folder, or read already.
        known: The placeholder names every pack may use.
        attached: Path to each picture and file beside them, such as ``pictures/size.png``.

    Returns:
        The pack, or None if there is any error; and all problems, warnings among them, file by
        file and line by line.
    """
    reading = _Reading(files, known, attached or {})
    pack = reading.pack()
    failed = any(problem.level == "error" for problem in reading.problems)
    return None if failed else pack, tuple(reading.problems)


class _Reading:
    """The files of one pack while they are read."""

    def __init__(
        self,
        files: Mapping[str, bytes | Node],
        known: Collection[str],
        attached: Mapping[str, Attached],
    ) -> None:
        self.problems: list[Problem] = []
        self._attached = attached
        self._files = files
        self._known = known
        self._asked: set[str] = set()
        self._unused: AbstractSet[str] = set()

    def pack(self) -> Pack | None:
        if PACK_FILE not in self._files:
            self.problems.append(Problem("no_pack", values={"file": PACK_FILE}))
            return None
        node = self._tree(PACK_FILE)
        if node is None:
            return None
        reader = Reader(PACK_FILE)
        top = reader.mapping(node, "")
        names = _placeholders(top, reader, self._known)
        made = Pack(
            id=_id(top, reader),
            name=top.text("name"),
            version=top.count("version", least=1),
            language=_language(top, reader),
            library=Library(),
            shop=None,
            placeholders=names,
        )
        category_ids = self._category_ids(top, reader)
        top.close()
        self._take(reader)
        library = Library(self._categories(category_ids, made))
        shop = self._shop()
        self._name_strangers()
        return Pack(made.id, made.name, made.version, made.language, library, shop, names)

    def _tree(self, file: str) -> Node | None:
        self._asked.add(file)
        content = self._files[file]
        if not isinstance(content, bytes):
            return content
        try:
            return read_tree(content, file)
        except InputError as error:
            self.problems += error.problems
            return None

    def _category_ids(self, top: Entries, reader: Reader) -> tuple[str, ...]:
        """The ids whose files can be read."""
        listed: dict[str, int] = {}
        for where, item in top.items("categories"):
            category_id = reader.text(item, where)
            file = f"{category_id}.yaml"
            if not category_id:
                continue
            if not _ID.fullmatch(category_id):
                reader.fault("not_an_id", item.line, where, got=shown(category_id))
            elif category_id in _TAKEN:
                reader.fault("id_taken", item.line, where, got=category_id)
            elif category_id in listed:
                reader.fault("twice", item.line, where, got=category_id)
            elif file not in self._files:
                reader.fault("file_missing", item.line, where, wanted=file)
            else:
                listed[category_id] = item.line
        return tuple(listed)

    def _categories(self, ids: tuple[str, ...], pack: Pack) -> tuple[Category, ...]:
        parts = PartsReader({*self._known, *pack.placeholders}, self._attached)
        phrases = CategoryReader(pack.id, parts)
        found = []
        for category_id in ids:
            node = self._tree(f"{category_id}.yaml")
            if node is not None:
                reader = Reader(f"{category_id}.yaml")
                found.append(phrases.read(node, category_id, reader))
                self._take(reader)
        if not any(problem.level == "error" for problem in self.problems):
            self._unused = self._attached.keys() - parts.used
        return tuple(found)

    def _shop(self) -> Shop | None:
        if SHOP_FILE not in self._files or (node := self._tree(SHOP_FILE)) is None:
            return None
        reader = Reader(SHOP_FILE)
        shop = read_shop(node, reader)
        self._take(reader)
        return shop

    def _take(self, reader: Reader) -> None:
        self.problems += sorted(reader.problems, key=attrgetter("line"))

    def _name_strangers(self) -> None:
        for file in sorted(self._files.keys() - self._asked):
            self.problems.append(Problem("file_unused", file=file, level="warning"))
        for file in sorted(self._unused):
            self.problems.append(Problem("attached_unused", file=file, level="warning"))


def _id(top: Entries, reader: Reader) -> str:
    pack_id = top.text("id")
    if pack_id and not _ID.fullmatch(pack_id):
        reader.fault("not_an_id", top.line_of("id"), "id", got=shown(pack_id))
    elif pack_id == OWN_CATEGORY:  # the phrase ids of agents begin with it
        reader.fault("id_taken", top.line_of("id"), "id", got=pack_id)
    return pack_id


def _language(top: Entries, reader: Reader) -> str:
    language = top.text("language")
    if language and language not in _LANGUAGES:
        values = {"got": shown(language), "allowed": ", ".join(_LANGUAGES)}
        reader.fault("not_one_of", top.line_of("language"), "language", **values)
    return language


def _placeholders(top: Entries, reader: Reader, known: Collection[str]) -> dict[str, str]:
    hints = {}
    for name, where, node in top.named("placeholders", required=False):
        line = node.line
        if name in known:
            reader.fault("name_taken", line, where, got=name)
        elif not _is_name(name):
            reader.fault("not_a_name", line, where, got=shown(name))
        else:
            hints[name] = reader.text(node, where)
    return hints


def _is_name(name: str) -> bool:
    """Whether templates can read it: ``and`` or ``true`` are words of their language."""
    try:
        return _NAME.fullmatch(name) is not None and placeholders(f"{{{{{name}}}}}") == (name,)
    except InputError:
        return False
