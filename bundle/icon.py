"""The program's picture in the format Windows takes."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 256)


def write_icon(svg: Path, ico: Path) -> None:
    """Draws a picture in all sizes; a QGuiApplication must be there.

    Source: the ICO format, whose entries may be PNG since Windows Vista.
    """
    pictures = [_png(svg, size) for size in SIZES_PX]
    at = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(SIZES_PX, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    ico.write_bytes(directory + b"".join(pictures))


def _png(svg: Path, side_px: int) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QIcon(str(svg)).pixmap(QSize(side_px, side_px)).save(buffer, "PNG")
    return bytes(held.data())
