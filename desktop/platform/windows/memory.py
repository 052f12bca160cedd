"""Clipboard contents between Windows' handles and bytes."""

from __future__ import annotations

import ctypes

from desktop.platform.windows.api import gdi32, kernel32

DRAWING = 14
"""CF_ENHMETAFILE, whose handle is not memory."""
_MOVEABLE = 0x0002


def read(format_number: int, handle: int, max_bytes: int) -> bytes | None:
    """Copies what a handle holds; None if it cannot be read or is too large."""
    if format_number == DRAWING:
        size = gdi32().GetEnhMetaFileBits(handle, 0, None)
        if not 0 < size <= max_bytes:
            return None
        content = ctypes.create_string_buffer(size)
        gdi32().GetEnhMetaFileBits(handle, size, content)
        return content.raw
    size = kernel32().GlobalSize(handle)
    if size > max_bytes:
        return None
    address = kernel32().GlobalLock(handle)
    if not address:
        return None
    try:
        return ctypes.string_at(address, size)
    finally:
        kernel32().GlobalUnlock(handle)


def write(format_number: int, content: bytes) -> int:
    """A new handle that holds the bytes; 0 if there is no room. The clipboard will own it."""
    if format_number == DRAWING:
        return int(gdi32().SetEnhMetaFileBits(len(content), content) or 0)
    handle = int(kernel32().GlobalAlloc(_MOVEABLE, max(1, len(content))) or 0)
    address = kernel32().GlobalLock(handle) if handle else None
    if not address:
        return 0
    ctypes.memmove(address, content, len(content))
    kernel32().GlobalUnlock(handle)
    return handle


def free(format_number: int, handle: int) -> None:
    """Frees a handle that the clipboard did not take."""
    if format_number == DRAWING:
        gdi32().DeleteEnhMetaFile(handle)
    else:
        kernel32().GlobalFree(handle)
