"""What goes on the clipboard, as the formats that other programs look for; made when it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMetaType, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QPainter

from desktop.core.pictures import picture_kind
from desktop.services.content import Content, File, Picture

TEXT = "text/plain"
_UTF8_TEXT = "text/plain;charset=utf-8"
"""What Qt asks for first when it wants a text."""
IMAGE = "application/x-qt-image"
"""Qt makes what the system calls a bitmap of it: image/bmp and more on X11."""

TRANSIENT: Mapping[str, bytes] = {
    # Source: KeePassXC and Klipper; what clipboard managers on Linux look for
    "x-kde-passwordManagerHint": b"secret",
}
"""Marks what is on the clipboard for a moment only, so that no history keeps it."""

Make = Callable[[], QByteArray | QImage]


class Offered(QMimeData):
    """A content for a moment; says when it is read."""

    def __init__(self, content: Content, on_read: Callable[[], None]) -> None:
        super().__init__()
        self._formats = _formats(content)
        self._on_read = on_read

    def formats(self) -> list[str]:
        """Every format, and the marks."""
        return [*self._formats, *TRANSIENT]

    def hasFormat(self, mimetype: str) -> bool:
        """Whether it is one of them."""
        return mimetype in self._formats or mimetype in TRANSIENT

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> object:
        """Makes a format."""
        del preferred
        mimetype = TEXT if mimetype == _UTF8_TEXT else mimetype
        if mimetype not in self._formats:
            return QByteArray(TRANSIENT.get(mimetype, b""))
        self._on_read()
        return self._formats[mimetype]()


def lasting(content: Content) -> QMimeData:
    """A content to stay, made at once: it is still asked for when our program ends."""
    data = QMimeData()
    for name, make in _formats(content).items():
        made = make()
        if isinstance(made, QImage):
            data.setImageData(made)
        else:
            data.setData(name, made)
    return data


def _formats(content: Content) -> dict[str, Make]:
    if isinstance(content, Picture):
        return _of_picture(content.data)
    if isinstance(content, File):
        return _of_file(content)
    return {TEXT: lambda: QByteArray(content.encode())}


def _of_picture(data: bytes) -> dict[str, Make]:
    """The picture as it is, as PNG, and as the system's bitmap."""
    own = f"image/{picture_kind(data)}"

    @cache
    def image() -> QImage:
        return QImage.fromData(data)

    @cache
    def png() -> QByteArray:
        return QByteArray(data) if own == "image/png" else _saved(image(), "PNG")

    return {
        "image/png": png,
        own: lambda: QByteArray(data),
        IMAGE: image,
    }


def as_png(data: bytes) -> bytes:
    """A picture file's bytes as those of a PNG file."""
    return bytes(_saved(QImage.fromData(data), "PNG").data())


def as_bmp(data: bytes) -> bytes:
    """A picture file's bytes as those of a BMP file; what is transparent becomes white."""
    image = QImage.fromData(data)
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return bytes(_saved(opaque, "BMP").data())


def _saved(image: QImage, format_name: str) -> QByteArray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, format_name)  # type: ignore[call-overload]
    return buffer.data()


def _of_file(file: File) -> dict[str, Make]:
    """The file as a list of files, and as file managers on Linux say it.

    Not as text: a program that takes nothing but text must not send a path to a customer.
    """
    uri = bytes(QUrl.fromLocalFile(str(file.path)).toEncoded().data())
    return {
        "text/uri-list": lambda: QByteArray(uri + b"\r\n"),
        "x-special/gnome-copied-files": lambda: QByteArray(b"copy\n" + uri),
    }
