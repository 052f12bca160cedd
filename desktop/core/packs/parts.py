"""What a phrase of a pack sends: one text, or texts, pictures and files one after the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from desktop.core.packs.attached import FOLDERS, Attached, attach, is_file_name
from desktop.core.packs.origin import Origin
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Scalar
from desktop.core.phrases.model import MOST_PARTS, AttachmentKind, Part
from desktop.core.phrases.templates import check, placeholders
from desktop.core.problems import InputError, shown

_KINDS: tuple[AttachmentKind, ...] = ("picture", "file")


class Sent(Struct, frozen=True):
    """What was read of one phrase.

    Attributes:
        parts: What it sends, one part at least.
        names: The placeholders of its texts.
        origins: Where each of its texts stands.
    """

    parts: tuple[Part, ...]
    names: tuple[str, ...]
    origins: tuple[Origin, ...]


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

    def read(self, entries: Entries, reader: Reader) -> Sent:
        """Reads what one phrase sends."""
        if "parts" not in entries:
            return self._text(entries, reader)
        if "text" in entries:
            reader.fault("text_and_parts", entries.line_of("text"), entries.where("text"))
            entries.node("text")
        parts: list[Part] = []
        names: list[str] = []
        origins: list[Origin] = []
        for where, node in entries.items("parts"):
            below = reader.mapping(node, where)
            attached = [kind for kind in _KINDS if below.node(kind, required=False)]
            if len(attached) + ("text" in below) > 1:
                reader.fault("not_one_part", below.line, where)
                below.node("text", required=False)
            elif attached:
                parts += self._attachment(attached[0], below, reader)
            else:
                text = self._text(below, reader)
                parts += text.parts
                names += text.names
                origins += text.origins
            below.close()
        if len(parts) > MOST_PARTS:
            place = entries.line_of("parts"), entries.where("parts")
            reader.fault("too_many_parts", *place, got=str(len(parts)), most=str(MOST_PARTS))
        return Sent(tuple(parts) or ("",), tuple(dict.fromkeys(names)), tuple(origins))

    def _text(self, entries: Entries, reader: Reader) -> Sent:
        text = entries.block("text").rstrip()  # a block without "-" ends in a line end
        found = check(text, self._names)
        node = entries.node("text", required=False)
        if not isinstance(node, Scalar):
            return Sent((text,), (), ())
        where = entries.where("text")
        origins = (Origin(reader.file, node.line, where, node.block),)
        if not found:
            return Sent((text,), placeholders(text), origins)
        for fault in found:
            line = node.line + fault.line if node.block else node.line
            reader.fault(fault.code, line, where, **fault.values)
        return Sent((text,), (), origins)

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
