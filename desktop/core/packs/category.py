"""The phrases of one category file; ids and codes are counted across the whole pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, MutableMapping

from msgspec import Struct
from msgspec.structs import replace

from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node, Scalar
from desktop.core.phrases.model import Category, Group, Phrase
from desktop.core.phrases.templates import check, placeholders
from desktop.core.problems import shown
from desktop.core.validity import Validity

_CODE = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
_SCENARIO = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", re.ASCII)


class Origin(Struct, frozen=True):
    """Where something was written.

    Attributes:
        file: Name of the file.
        line: Line in it from 1; 0 for none.
        where: The field, as a path.
        block: Whether it is a text whose own lines are lines of the file, from the next one on.
    """

    file: str
    line: int
    where: str
    block: bool = False

    def line_in(self, text: str, start: int) -> int:
        """The line of a place in the text that stands here."""
        return self.line + 1 + text.count("\n", 0, start) if self.block else self.line


class CategoryReader:
    """Reads the categories of one pack, one after the other."""

    def __init__(
        self, pack_id: str, names: Collection[str], origins: MutableMapping[str, Origin]
    ) -> None:
        """``names`` are the placeholders there are; ``origins`` takes where each text stands."""
        self._origins = origins
        self._pack_id = pack_id
        self._names = names
        self._wordings: Counter[str] = Counter()
        self._codes: dict[str, str] = {}

    def read(self, node: Node, category_id: str, reader: Reader) -> Category:
        """Reads one category; it counts only if ``reader`` has collected no error."""
        top = reader.mapping(node, "")
        written = top.text("id")
        if written and written != category_id:
            values = {"got": shown(written), "wanted": category_id}
            reader.fault("id_not_file", top.line_of("id"), "id", **values)
        name = top.text("name")
        groups = [
            self._group(reader.mapping(item, where), reader) for where, item in top.items("groups")
        ]
        top.close()
        return Category(category_id, name, tuple(groups))

    def _group(self, entries: Entries, reader: Reader) -> Group:
        name = entries.text("name")
        valid = entries.validity()
        titles: dict[str, int] = {}
        phrases = []
        for where, item in entries.items("phrases"):
            below = reader.mapping(item, where)
            phrase = _within(valid, self._phrase(below, reader), below, reader)
            below.close()
            line = below.line_of("title")
            if phrase.title in titles:
                values = {"got": shown(phrase.title), "first": str(titles[phrase.title])}
                reader.fault("title_twice", line, below.where("title"), **values)
            elif phrase.title:
                titles[phrase.title] = line
            phrases.append(phrase)
        entries.close()
        return Group(name, tuple(phrases))

    def _phrase(self, entries: Entries, reader: Reader) -> Phrase:
        scenario = entries.text("scenario")
        if scenario and not _SCENARIO.fullmatch(scenario):
            place = entries.line_of("scenario"), entries.where("scenario")
            reader.fault("not_a_scenario", *place, got=shown(scenario))
        self._wordings[scenario] += 1
        phrase_id = f"{self._pack_id}/{scenario}/{self._wordings[scenario]}"
        text = entries.block("text").rstrip()  # a block without "-" ends in a line end
        node = entries.node("text", required=False)
        if isinstance(node, Scalar):
            where = entries.where("text")
            self._origins[phrase_id] = Origin(reader.file, node.line, where, node.block)
        return Phrase(
            id=phrase_id,
            scenario=scenario,
            title=entries.text("title"),
            text=text,
            code=self._code(entries, reader),
            tags=entries.texts("tags", required=False),
            placeholders=self._placeholders(text, entries, reader),
            valid=entries.validity(),
        )

    def _code(self, entries: Entries, reader: Reader) -> str:
        code = entries.text("code", required=False)
        place = entries.line_of("code"), entries.where("code")
        if code and not _CODE.fullmatch(code):
            reader.fault("not_a_code", *place, got=shown(code))
        elif code in self._codes:
            reader.fault("code_twice", *place, got=code, first=self._codes[code])
        elif code:
            self._codes[code] = f"{reader.file}:{entries.line_of('code')}"
        return code

    def _placeholders(self, text: str, entries: Entries, reader: Reader) -> tuple[str, ...]:
        found = check(text, self._names)
        node = entries.node("text")
        if not found or not isinstance(node, Scalar):
            return placeholders(text)
        for fault in found:
            line = node.line + fault.line if node.block else node.line
            reader.fault(fault.code, line, entries.where("text"), **fault.values)
        return ()


def _within(group: Validity | None, phrase: Phrase, entries: Entries, reader: Reader) -> Phrase:
    """The phrase, used only while its group is."""
    if group is None:
        return phrase
    valid = (phrase.valid or group).within(group)
    if valid.empty and phrase.valid is not None and not phrase.valid.empty:
        name = "from" if "from" in entries else "until"
        reader.fault("outside_group", entries.line_of(name), entries.where(name))
    return replace(phrase, valid=valid)
