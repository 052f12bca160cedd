"""The phrases of one category file; ids and codes are counted across the whole pack."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from desktop.core.packs.origin import Origin
from desktop.core.packs.parts import PartsReader
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node
from desktop.core.phrases.model import Category, Group, Phrase, is_code, joined
from desktop.core.problems import shown
from desktop.core.validity import Validity

_SCENARIO = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", re.ASCII)


class CategoryReader:
    """Reads the categories of one pack, one after the other.

    Attributes:
        origins: Phrase id to where each of its texts stands.
    """

    def __init__(self, pack_id: str, parts: PartsReader) -> None:
        """``parts`` reads what the phrases send."""
        self.origins: dict[str, tuple[Origin, ...]] = {}
        self._pack_id = pack_id
        self._parts = parts
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
        sent = self._parts.read(entries, reader)
        self.origins[phrase_id] = sent.origins
        text = joined(sent.parts)
        return Phrase(
            id=phrase_id,
            scenario=scenario,
            title=entries.text("title"),
            text=text,
            code=self._code(entries, reader),
            tags=entries.texts("tags", required=False),
            placeholders=sent.names,
            valid=entries.validity(),
            parts=() if sent.parts == (text,) else sent.parts,
        )

    def _code(self, entries: Entries, reader: Reader) -> str:
        code = entries.text("code", required=False)
        place = entries.line_of("code"), entries.where("code")
        if code and not is_code(code):
            reader.fault("not_a_code", *place, got=shown(code))
        elif code in self._codes:
            reader.fault("code_twice", *place, got=code, first=self._codes[code])
        elif code:
            self._codes[code] = f"{reader.file}:{entries.line_of('code')}"
        return code


def _within(group: Validity | None, phrase: Phrase, entries: Entries, reader: Reader) -> Phrase:
    """The phrase, used only while its group is."""
    if group is None:
        return phrase
    valid = (phrase.valid or group).within(group)
    if valid.empty and phrase.valid is not None and not phrase.valid.empty:
        name = "from" if "from" in entries else "until"
        reader.fault("outside_group", entries.line_of(name), entries.where(name))
    return replace(phrase, valid=valid)
