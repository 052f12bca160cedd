"""The file a pack is shipped in: ``<id>-<version>.mhp``.

    miaohui-pack 1
    <length of the list> <SHA-256 of the list>
    [["pack.json", <length>, "<SHA-256>"], ["pictures/…", …], …]<the parts, one after the other>

Every byte is vouched for by another: the first lines by their form, the list by its digest, the
parts by theirs, so that a part can be read without the others. ``pack.json`` is compressed;
pictures are already. The same pack gives the same bytes on every machine: bzip2 has one encoder,
deflate has several by now.
"""

from __future__ import annotations

import bz2
import re
from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct

from desktop.core.problems import InputError, Problem

FORMAT = 1
"""Counts up when an older program could not do what a pack says."""
SUFFIX = ".mhp"
HEAD_BYTES = 128
"""The first lines are never longer."""
PACK_PART = "pack.json"
MOST_BYTES = 64 * 1024 * 1024
MOST_PARTS = 1_000
_MOST_LIST_BYTES = 256 * 1024
_MOST_JSON_BYTES, _LEAST_JSON_BYTES, _MOST_GROWTH = 8 * 1024 * 1024, 1024 * 1024, 100
"""What a compiled pack may grow to: phrases grow 4 to 25 times, a bomb thousands of times."""
_MAGIC = b"miaohui-pack "
_FORMAT_LINE = re.compile(rb"miaohui-pack (\d{1,9})\n")
_LIST_LINE = re.compile(rb"(\d{1,6}) ([0-9a-f]{64})\n")
_PART_NAME = re.compile(r"([a-z]{1,16}/)?[\w-]([\w .()-]{0,98}[\w()-])?")


class Head(Struct, frozen=True):
    """What the first lines say: where the list of parts lies, and what it must be."""

    list_start: int
    list_length: int
    list_digest: str

    @property
    def parts_start(self) -> int:
        """Where the first part begins."""
        return self.list_start + self.list_length


class Part(Struct, frozen=True):
    """Where one part lies in the file, and what it must be."""

    name: str
    start: int
    length: int
    digest: str


def build(pack_json: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """The file's bytes.

    Args:
        pack_json: The compiled pack.
        pictures: Name such as ``pictures/size.png`` to content.

    Raises:
        InputError: It is more than a reader would take.
    """
    packed = bz2.compress(pack_json)
    if len(pack_json) > _most_unpacked(packed):
        raise _too_large(_most_unpacked(packed))
    parts = [(PACK_PART, packed), *sorted(pictures.items())]
    rows = [(name, len(data), sha256(data).hexdigest()) for name, data in parts]
    listed = msgspec.json.encode(rows)
    lines = b"%s%d\n%d %s\n" % (_MAGIC, FORMAT, len(listed), sha256(listed).hexdigest().encode())
    built = b"".join((lines, listed, *(data for _, data in parts)))
    read_parts(listed, read_head(built[:HEAD_BYTES]), len(built))
    return built


def read_head(start: bytes) -> Head:
    """Reads the first lines.

    Args:
        start: The file's first ``HEAD_BYTES`` bytes, all of them if it has fewer.

    Raises:
        InputError: It is no pack, or one for a newer program.
    """
    first = _FORMAT_LINE.match(start)
    if first is None:
        raise InputError(Problem("built_not_a_pack"))
    if int(first[1]) != FORMAT:
        values = {"got": first[1].decode(), "known": str(FORMAT)}
        raise InputError(Problem("built_newer", values=values))
    second = _LIST_LINE.match(start, first.end())
    if second is None or int(second[1]) > _MOST_LIST_BYTES:
        raise _damaged()
    return Head(second.end(), int(second[1]), second[2].decode())


def read_parts(listed: bytes, head: Head, size: int) -> dict[str, Part]:
    """Reads the list of parts, by name, the pack itself first.

    Args:
        listed: The ``head.list_length`` bytes from ``head.list_start`` on.
        head: What the first lines say.
        size: The length of the whole file.

    Raises:
        InputError: It is damaged, cut off, longer than it says, or too large.
    """
    if size > MOST_BYTES:
        raise _too_large(MOST_BYTES)
    if sha256(listed).hexdigest() != head.list_digest:
        raise _damaged()
    try:
        rows = msgspec.json.decode(listed, type=list[tuple[str, int, str]])
    except msgspec.MsgspecError:
        raise _damaged() from None
    parts, start = {}, head.parts_start
    for name, length, digest in rows:
        if length < 0 or not _PART_NAME.fullmatch(name):
            raise _damaged()
        parts[name] = Part(name, start, length, digest)
        start += length
    folded = {name.casefold() for name in parts}
    if start != size or len(folded) != len(rows) or next(iter(parts), "") != PACK_PART:
        raise _damaged()
    if len(rows) > MOST_PARTS:
        raise InputError(Problem("built_too_many", values={"most": f"{MOST_PARTS:,}"}))
    return parts


def read_part(data: bytes, part: Part) -> bytes:
    """What a part holds: the compiled pack as JSON, or a picture.

    Args:
        data: The ``part.length`` bytes from ``part.start`` on.
        part: What it must be.

    Raises:
        InputError: It is damaged, or grows too large.
    """
    if len(data) != part.length or sha256(data).hexdigest() != part.digest:
        raise _damaged()
    return _unpacked(data) if part.name == PACK_PART else data


def _unpacked(data: bytes) -> bytes:
    unpacker, most = bz2.BZ2Decompressor(), _most_unpacked(data)
    try:
        body = unpacker.decompress(data, most + 1)
    except (OSError, ValueError):
        raise _damaged() from None
    if len(body) > most:
        raise _too_large(most)
    if not unpacker.eof or unpacker.unused_data:
        raise _damaged()
    return body


def _most_unpacked(packed: bytes) -> int:
    return min(_MOST_JSON_BYTES, max(_LEAST_JSON_BYTES, _MOST_GROWTH * len(packed)))


def _damaged() -> InputError:
    return InputError(Problem("built_damaged"))


def _too_large(most: int) -> InputError:
    return InputError(Problem("built_too_large", values={"most": str(most // 2**20)}))
