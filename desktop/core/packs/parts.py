"""What a phrase of a pack sends: one text, or texts, pictures and files one after the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.core.packs.attached import FOLDERS, Attached, attach, is_file_name
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Scalar
from desktop.core.phrases.model import AttachmentKind, Part
from desktop.core.phrases.templates import check, placeholders
from desktop.core.problems import InputError, shown

MOST_PARTS = 9
_KINDS: tuple[AttachmentKind, ...] = ("picture", "file")


class PartsReader:
    """Reads the parts of phrases.

    Attributes:
        used: The paths of the files that phrases send.
    """

    def __init__(self, names: Collection[str], attached: Mapping[str, Attached]) -> None:
        """Starts.

        Args:
            names: The placeholders there are.
            attached: Path such as ``pictures/size.png`` to the file that lies there.
        """
        self.used: set[str] = set()
        self._names = names
        self._attached = attached
        self._paths = {path.casefold(): path for path in attached}

    def read(self, entries: Entries, reader: Reader) -> tuple[tuple[Part, ...], tuple[str, ...]]:
        """The parts of a phrase, one at least, and the placeholders of its texts."""
        if "parts" not in entries:
            return self._text(entries, reader)
        if "text" in entries:
            reader.fault("text_and_parts", entries.line_of("text"), entries.where("text"))
            entries.node("text")
        parts: list[Part] = []
        names: tuple[str, ...] = ()
        for where, node in entries.items("parts"):
            below = reader.mapping(node, where)
            attached = [kind for kind in _KINDS if below.node(kind, required=False)]
            if len(attached) + ("text" in below) > 1:
                reader.fault("not_one_part", below.line, where)
                below.node("text", required=False)
            elif attached:
                parts += self._attachment(attached[0], below, reader)
            else:
                text, found = self._text(below, reader)
                parts += text
                names += found
            below.close()
        if len(parts) > MOST_PARTS:
            place = entries.line_of("parts"), entries.where("parts")
            reader.fault("too_many_parts", *place, got=str(len(parts)), most=str(MOST_PARTS))
        return tuple(parts) or ("",), tuple(dict.fromkeys(names))

    def _text(self, entries: Entries, reader: Reader) -> tuple[tuple[str], tuple[str, ...]]:
        text = entries.block("text").rstrip()  # a block without "-" ends in a line end
        found = check(text, self._names)
        node = entries.node("text", required=False)
        if not found or not isinstance(node, Scalar):
            return (text,), placeholders(text)
        for fault in found:
            line = node.line + fault.line if node.block else node.line
            reader.fault(fault.code, line, entries.where("text"), **fault.values)
        return (text,), ()

    def _attachment(
        self, kind: AttachmentKind, entries: Entries, reader: Reader
    ) -> tuple[Part, ...]:
        name = entries.text(kind)
        path = f"{FOLDERS[kind]}/{name}"
        line, where = entries.line_of(kind), entries.where(kind)
        near = self._paths.get(path.casefold())
        if not name:
            return ()
        if not is_file_name(name):
            reader.fault("not_a_file_name", line, where, got=shown(name))
        elif near is None:
            reader.fault("attached_missing", line, where, wanted=path)
        elif near != path:
            reader.fault("attached_case", line, where, wanted=path, near=near)
        else:
            self.used.add(path)
            try:
                return (attach(kind, name, self._attached[path]),)
            except InputError as wrong:
                [problem] = wrong.problems
                reader.fault(problem.code, line, where, **problem.values)
        return ()
