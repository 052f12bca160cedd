"""The phrases of one category file; ids, codes and titles are checked across the whole pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node, Scalar
from desktop.core.phrases.model import Category, Group, Phrase
from desktop.core.phrases.templates import check, placeholders
from desktop.core.problems import Problem, shown

CODE = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
_SCENARIO = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", re.ASCII)


class CategoryReader:
    """Reads the categories of one pack, one after the other."""

    def __init__(self, pack_id: str, names: Collection[str]) -> None:
        self._pack_id = pack_id
        self._names = names
        self._wordings: Counter[str] = Counter()
        self._codes: dict[str, str] = {}

    def read(self, node: Node, category_id: str, reader: Reader) -> Category:
        """Reads one category; it counts only if ``reader`` has collected no error."""
        top = reader.mapping(node, "")
        written = top.text("id")
        if written and written != category_id:
            reader.fault("id_not_file", top.line_of("id"), "id", got=shown(written))
        name = top.text("name")
        groups = [
            self._group(reader.mapping(item, where), reader) for where, item in top.items("groups")
        ]
        top.close()
        return Category(category_id, name, tuple(groups))

    def _group(self, entries: Entries, reader: Reader) -> Group:
        name = entries.text("name")
        titles: set[str] = set()
        phrases = []
        for where, item in entries.items("phrases"):
            below = reader.mapping(item, where)
            phrase = self._phrase(below, reader)
            below.close()
            if phrase.title and phrase.title in titles:
                place = below.line_of("title"), below.where("title")
                reader.fault("title_twice", *place, got=shown(phrase.title))
            titles.add(phrase.title)
            phrases.append(phrase)
        entries.close()
        return Group(name, tuple(phrases))

    def _phrase(self, entries: Entries, reader: Reader) -> Phrase:
        scenario = entries.text("scenario")
        if scenario and not _SCENARIO.fullmatch(scenario):
            place = entries.line_of("scenario"), entries.where("scenario")
            reader.fault("not_a_scenario", *place, got=shown(scenario))
        self._wordings[scenario] += 1
        text = entries.text("text")
        return Phrase(
            id=f"{self._pack_id}/{scenario}/{self._wordings[scenario]}",
            scenario=scenario,
            title=entries.text("title"),
            text=text,
            code=self._code(entries, reader),
            tags=entries.texts("tags", required=False),
            placeholders=self._placeholders(text, entries, reader),
        )

    def _code(self, entries: Entries, reader: Reader) -> str:
        code = entries.text("code", required=False)
        place = entries.line_of("code"), entries.where("code")
        if code and not CODE.fullmatch(code):
            reader.fault("not_a_code", *place, got=shown(code))
        elif code in self._codes:
            reader.fault("code_twice", *place, got=code, first=self._codes[code])
        elif code:
            self._codes[code] = f"{reader.file}:{entries.line_of('code')}"
        return code

    def _placeholders(self, text: str, entries: Entries, reader: Reader) -> tuple[str, ...]:
        node = entries.node("text", required=False)
        problems = check(text, self._names) if text and node else ()
        if not problems:
            return placeholders(text)
        for found in problems:
            line = _line_in_file(node, found, entries.line_of("text")) if node else 0
            where = entries.where("text")
            reader.problems.append(
                Problem(found.code, where, found.values, reader.file, line, found.level)
            )
        return ()


def _line_in_file(node: Node, found: Problem, key_line: int) -> int:
    """Where in the file a line of the template stands: a block scalar begins below its key."""
    block = isinstance(node, Scalar) and "\n" in node.text and node.line == key_line
    return node.line + found.line - (0 if block else 1)
