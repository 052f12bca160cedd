"""The text of a file that people write: UTF-8, of a sane size, nothing invisible in it."""

from __future__ import annotations

import re

from desktop.core.problems import InputError, Problem

MAX_BYTES = 4 * 1024 * 1024
FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading direction round
    "\u2028\u2029"  # line ends that few editors show
    "\ud800-\udfff\ufeff\ufffe\uffff"  # no characters at all
    "]"
)
"""What no text of a pack may hold; the joiners that emoji need are not among it."""


def read_source(data: bytes, file: str) -> str:
    """Decodes a file, with or without a byte order mark.

    Args:
        data: The file's bytes.
        file: Its name for messages.

    Raises:
        InputError: Larger than ``MAX_BYTES``, not UTF-8, or a forbidden character, with the line.
    """
    if len(data) > MAX_BYTES:
        values = {"limit": str(MAX_BYTES // 2**20)}
        raise InputError(Problem("file_too_large", file=file, values=values))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(_not_utf8(data, error.start, file)) from None
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(forbidden(found.group(), file, line))
    return text


def forbidden(character: str, file: str, line: int) -> Problem:
    """Names a forbidden character by its number, for it cannot be shown."""
    values = {"got": f"U+{ord(character):04X}"}
    return Problem("forbidden_character", values=values, file=file, line=line)


def _not_utf8(data: bytes, at: int, file: str) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("utf16_file", file=file, line=1)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Problem("not_utf8_file", file=file, line=line)
    return Problem("gbk_file", file=file, line=line)
