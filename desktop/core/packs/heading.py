"""What ``pack.yaml`` says of a pack."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from desktop.core.packs.ids import is_id
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node
from desktop.core.phrases.model import OWN_CATEGORY
from desktop.core.phrases.templates import placeholders
from desktop.core.problems import InputError, shown

_TAKEN = {OWN_CATEGORY, "pack", "shop", "words", "quotes", "notes"}
_NAME = re.compile(r"[^\W\d]\w{0,31}")
_LANGUAGES = ("zh-CN", "en")


class Heading(Struct, frozen=True):
    """The pack without what lies in its other files; ``model.Pack`` says what is what.

    Attributes:
        categories: Ids of those whose file is there.
        complete_line: Where it says that the pack is complete.
    """

    id: str
    name: str
    version: int
    language: str
    placeholders: dict[str, str]
    complete: bool
    complete_line: int
    categories: tuple[str, ...]


def read_heading(
    node: Node, files: Collection[str], known: Collection[str], reader: Reader
) -> Heading:
    """Reads it; it counts only if ``reader`` has collected no error.

    Args:
        node: The file.
        files: Names of all the pack's files.
        known: The placeholder names every pack may use.
        reader: Collects what is wrong.
    """
    top = reader.mapping(node, "")
    heading = Heading(
        id=_id(top, reader),
        name=top.text("name"),
        version=top.count("version", least=1),
        language=_language(top, reader),
        placeholders=_placeholders(top, reader, known),
        complete=top.yes("complete"),
        complete_line=top.line_of("complete"),
        categories=_categories(top, files, reader),
    )
    top.close()
    return heading


def _id(top: Entries, reader: Reader) -> str:
    pack_id = top.text("id")
    if pack_id and not is_id(pack_id):
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


def _categories(top: Entries, files: Collection[str], reader: Reader) -> tuple[str, ...]:
    listed: dict[str, int] = {}
    for where, item in top.items("categories"):
        category_id = reader.text(item, where)
        file = f"{category_id}.yaml"
        if not category_id:
            continue
        if not is_id(category_id):
            reader.fault("not_an_id", item.line, where, got=shown(category_id))
        elif category_id in _TAKEN:
            reader.fault("id_taken", item.line, where, got=category_id)
        elif category_id in listed:
            reader.fault("twice", item.line, where, got=category_id)
        elif file not in files:
            reader.fault("file_missing", item.line, where, wanted=file)
        else:
            listed[category_id] = item.line
    return tuple(listed)


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
