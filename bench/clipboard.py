"""What another program put on the clipboard before, and whether it is there again."""

from __future__ import annotations

import hashlib
import subprocess
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

KINDS = ("text", "image")


def png(side: int = 256) -> bytes:
    """A small noisy PNG (about 190 KiB), made here lest the bench need a file."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        )

    noise = hashlib.shake_128(b"bench").digest(side * side * 3)
    row = side * 3
    rows = b"".join(b"\0" + noise[y * row : (y + 1) * row] for y in range(side))
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        ]
    )


@dataclass(frozen=True)
class Before:
    """Something on the clipboard that must be there afterwards."""

    kind: str
    content: bytes

    @property
    def target(self) -> str:
        return "UTF8_STRING" if self.kind == "text" else "image/png"


def put(env: Mapping[str, str], kind: str, run: int) -> Before:
    """Lets another program (xclip) own the clipboard."""
    before = (
        Before("image", png()) if kind == "image" else Before("text", f"旧的 old {run}".encode())
    )
    subprocess.run(
        ["xclip", "-selection", "clipboard", "-i", "-t", before.target],
        input=before.content,
        env=dict(env),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=10,
        check=True,
    )
    time.sleep(0.6)  # clipboard programs take notice
    return before


def is_back(env: Mapping[str, str], before: Before) -> bool:
    """Whether the clipboard holds the same text, or an image with the same pixels."""
    command = ["xclip", "-selection", "clipboard", "-o", "-t", before.target]
    try:
        out = subprocess.run(command, env=dict(env), capture_output=True, timeout=5, check=False)
    except subprocess.TimeoutExpired:
        return False
    if out.stdout == before.content:
        return True
    return before.kind == "image" and bool(out.stdout) and _same(out.stdout, before.content)


def _same(one: bytes, other: bytes) -> bool:
    """Equal pixels: a program that goes through Qt's clipboard encodes a PNG anew."""
    from PySide6.QtGui import QImage

    def pixels(image: bytes) -> QImage:
        return QImage.fromData(image).convertToFormat(QImage.Format.Format_RGB32)

    return bool(pixels(one) == pixels(other))
