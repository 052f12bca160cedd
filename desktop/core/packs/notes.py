"""What agents are told of each version: ``notes.yaml``."""

from __future__ import annotations

import re

from desktop.core.packs.model import Note
from desktop.core.packs.schema import Reader
from desktop.core.packs.tree import Node
from desktop.core.problems import shown

_VERSION = re.compile(r"[1-9]\d{0,6}", re.ASCII)
_MOST_CHARACTERS = 2_000


def read_notes(node: Node, version: int, reader: Reader) -> tuple[Note, ...]:
    """Reads the notes, newest first; they count only if ``reader`` has collected no error.

    Args:
        node: The file: version to text.
        version: Of the pack, which no note may be ahead of.
        reader: Collects what is wrong.
    """
    notes = []
    for key, where, item in reader.mapping(node, "").all():
        text = reader.block(item, where).rstrip()
        if not _VERSION.fullmatch(key) or int(key) > version:
            values = {"got": shown(key), "version": str(version)}
            reader.fault("not_a_version", item.line, where, **values)
        elif len(text) > _MOST_CHARACTERS:
            values = {"got": str(len(text)), "most": f"{_MOST_CHARACTERS:,}"}
            reader.fault("text_too_long", item.line, where, **values)
        else:
            notes.append(Note(int(key), text))
    return tuple(sorted(notes, key=lambda note: -note.version))
