"""What kind of picture some bytes are, by how they begin."""

from __future__ import annotations

from typing import Literal

PictureKind = Literal["png", "jpeg", "gif", "webp"]


def picture_kind(data: bytes) -> PictureKind | None:
    """The kind; None for what chat clients do not take as a picture. 12 bytes are enough."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return None
