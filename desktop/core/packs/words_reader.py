"""A team's word lists as a supervisor writes them: ``words.yaml`` and ``words/*.yaml``."""

from __future__ import annotations

from typing import cast

from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Node
from desktop.core.phrases.wording import Cold, Forbidden, WordLists
from desktop.core.problems import Level, shown

_LEVELS = ("error", "warning")


def read_words(node: Node, reader: Reader) -> WordLists:
    """Reads one file of lists, without the entries that are wrong."""
    top = reader.mapping(node, "")
    forbidden = [
        _forbidden(reader.mapping(item, where), reader)
        for where, item in top.items("forbidden", required=False)
    ]
    cold = [_cold(reader.mapping(item, where)) for where, item in top.items("cold", required=False)]
    top.close()
    return WordLists(
        tuple(rule for rule in forbidden if rule.name and rule.level in _LEVELS),
        tuple(rule for rule in cold if rule.word and rule.instead),
    )


def _forbidden(entries: Entries, reader: Reader) -> Forbidden:
    level = entries.text("level")
    if level and level not in _LEVELS:
        place = entries.line_of("level"), entries.where("level")
        reader.fault("not_one_of", *place, got=shown(level), allowed=", ".join(_LEVELS))
    made = Forbidden(
        name=entries.text("name"),
        level=cast("Level", level),
        words=entries.texts("words"),
        allowed=entries.texts("allowed", required=False),
    )
    entries.close()
    return made


def _cold(entries: Entries) -> Cold:
    made = Cold(
        word=entries.text("word"),
        instead=entries.text("instead"),
        alone=entries.yes("alone"),
        allowed=entries.texts("allowed", required=False),
    )
    entries.close()
    return made
