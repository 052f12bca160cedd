"""What goes on the clipboard, as the formats that programs on Windows look for."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from functools import cache

from desktop.core.pictures import picture_kind
from desktop.platform.mime import as_bmp, as_png
from desktop.platform.windows.formats import DIB, FILES, UNICODE_TEXT, as_unicode_text
from desktop.services.content import Content, File, Picture

Make = Callable[[], bytes]

MARKS: Mapping[str, bytes] = {
    # Source: Microsoft, "Clipboard formats", cloud clipboard and clipboard history
    "ExcludeClipboardContentFromMonitorProcessing": bytes(4),
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    # Source: what clipboard programs such as CopyQ and Ditto look for
    "Clipboard Viewer Ignore": bytes(4),
}
"""Ask histories to look away, as a text that is there for a moment does."""
_NAMES = {"jpeg": "JFIF", "gif": "GIF"}
"""Source: what browsers and Office call them, beside PNG."""
_FILE_HEADER_BYTES = 14
_COPY = 1


def formats_of(content: Content, number: Callable[[str], int]) -> dict[int, Make]:
    """A content's formats, the most telling one first; each is made when it is asked for.

    Args:
        content: The content.
        number: Tells the number of a format that has a name.
    """
    if isinstance(content, Picture):
        return _of_picture(content.data, number)
    if isinstance(content, File):
        return {
            FILES: lambda: _file_list(str(content.path)),
            number("Preferred DropEffect"): lambda: struct.pack("<I", _COPY),
        }
    lines = content.replace("\r\n", "\n").replace("\n", "\r\n")
    return {UNICODE_TEXT: lambda: as_unicode_text(lines.encode("utf-8", "surrogatepass"))}


def _of_picture(data: bytes, number: Callable[[str], int]) -> dict[int, Make]:
    """As PNG, as it is, and as the bitmap that every program takes."""
    kind = picture_kind(data)
    png = cache(lambda: data if kind == "png" else as_png(data))
    bitmap = cache(lambda: as_bmp(data)[_FILE_HEADER_BYTES:])
    own = {number(_NAMES[kind]): lambda: data} if kind in _NAMES else {}
    return {number("PNG"): png, **own, DIB: bitmap}


def _file_list(path: str) -> bytes:
    """Source: DROPFILES, followed by the names, each ended by a zero, and one zero more."""
    header = struct.pack("<IiiII", 20, 0, 0, 0, 1)
    return header + (path + "\0\0").encode("utf-16-le", "surrogatepass")
