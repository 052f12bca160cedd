"""Formats of the clipboard by name, and the texts among them."""

from __future__ import annotations

import ctypes

from desktop.platform.mime import TEXT
from desktop.platform.windows.api import user32

UNICODE_TEXT = 13
DIB, DIB_V5, FILES = 8, 17, 15
_BITMAP, _METAFILE, _PALETTE = 2, 3, 9
_MADE_OF_OTHERS = {_BITMAP, _METAFILE, _PALETTE}
"""Handles of other kinds than memory; Windows makes them of CF_DIB and CF_ENHMETAFILE again."""
_ONLY_ITS_OWNERS = range(0x80, 0x400)
"""CF_OWNERDISPLAY to CF_GDIOBJLAST: without their owner they mean nothing."""
_FIRST_NAMED = 0xC000
_OF_THE_OWNER = frozenset({"DataObject", "Ole Private Data"})
"""OLE's notes of where the owner's object is; with the owner they have gone."""


def format_name(number: int) -> str | None:
    """What a snapshot calls a format; None if it cannot be kept."""
    if number == UNICODE_TEXT:
        return TEXT
    if number in _MADE_OF_OTHERS or number in _ONLY_ITS_OWNERS:
        return None
    if number < _FIRST_NAMED:
        return f"#{number}"
    name = ctypes.create_unicode_buffer(256)
    user32().GetClipboardFormatNameW(number, name, len(name))
    return name.value if name.value and name.value not in _OF_THE_OWNER else None


def format_number(name: str) -> int:
    """The format that a snapshot calls so; a name of another program is made known to Windows."""
    if name == TEXT:
        return UNICODE_TEXT
    if name.startswith("#"):
        return int(name[1:])
    return int(user32().RegisterClipboardFormatW(name))


def text_of(content: bytes) -> bytes:
    """CF_UNICODETEXT as UTF-8, up to its end."""
    text = content[: len(content) // 2 * 2].decode("utf-16-le", "surrogatepass")
    return text.split("\0", 1)[0].encode("utf-8", "surrogatepass")


def as_unicode_text(text: bytes) -> bytes:
    """UTF-8 as CF_UNICODETEXT."""
    return (text.decode("utf-8", "surrogatepass") + "\0").encode("utf-16-le", "surrogatepass")
