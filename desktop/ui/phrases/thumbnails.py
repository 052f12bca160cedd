"""Small versions of pictures, made when there is time and kept for a while."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImageReader, QPixmap

from desktop.core.phrases.model import Attachment
from desktop.core.problems import InputError
from desktop.services.attachments import Attachments

_SIZE = QSize(96, 56)
_KEPT = 64
_WAIT_MS = 30
"""Walking through the list by key must not read a picture at every step."""


class Thumbnails(QObject):
    """Gives the pictures of attachments as they fit into the window.

    Signals:
        made: There is one that was asked for in vain.
    """

    made = Signal()

    def __init__(self, attachments: Attachments, parent: QObject) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: dict[str, Attachment] = {}
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._make)

    def of(self, attachment: Attachment) -> QPixmap | None:
        """The small picture; None as long as it is not made, and for what is none."""
        if attachment.kind != "picture":
            return None
        if attachment.digest in self._kept:
            self._kept.move_to_end(attachment.digest)
            return self._kept[attachment.digest]
        if attachment.digest not in self._wanted:
            self._wanted[attachment.digest] = attachment
            self._wait.start()
        return None

    def _make(self) -> None:
        wanted, self._wanted = self._wanted, {}
        for digest, attachment in wanted.items():
            self._kept[digest] = self._made_of(attachment)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.made.emit()

    def _made_of(self, attachment: Attachment) -> QPixmap | None:
        try:
            data = self._attachments.read(attachment)
        except InputError:  # told when it is sent
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        scale = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        size = reader.size()
        most = _SIZE * scale
        if size.width() > most.width() or size.height() > most.height():
            reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
        picture = QPixmap.fromImageReader(reader)
        picture.setDevicePixelRatio(scale)
        return None if picture.isNull() else picture
