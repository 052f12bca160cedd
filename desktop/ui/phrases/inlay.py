"""What stands in the preview besides text: room for fields, attachments, lines between parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop.core.phrases.model import Attachment
from desktop.ui.icons import Icons
from desktop.ui.phrases.thumbnails import Thumbnails
from desktop.ui.theme import GAP_PX, RADIUS_PX, SMALL_PX, Theme, base_font, colour

KIND = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT = "\ufffc"
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_SIZES = QLocale.DataSizeFormat.DataSizeTraditionalFormat
_ICON_PX, _CHIP_PX, _DIVIDER_PX = 16, 30, 17


class Inlay(Protocol):
    """One thing that is wrapped with the text."""

    def size(self) -> QSizeF:
        """The room it takes; its lower edge stands on the line of the text."""
        ...

    def paint(self, painter: QPainter, space: QRectF) -> None:
        """Paints it there."""
        ...


class Inlays(QPyTextObject):
    """Hands the document's objects to the inlays, by their number."""

    def __init__(self, inlays: Sequence[Inlay]) -> None:
        super().__init__()
        self._inlays = inlays

    def intrinsicSize(self, _doc: QTextDocument, _place: int, kept: QTextFormat) -> QSizeF:
        """The inlay's size."""
        return self._inlays[int(kept.property(_NUMBER))].size()

    def drawObject(
        self,
        painter: QPainter,
        space: QRectF | QRect,
        _doc: QTextDocument,
        _place: int,
        kept: QTextFormat,
    ) -> None:
        """Has the inlay painted."""
        self._inlays[int(kept.property(_NUMBER))].paint(painter, QRectF(space))


def inlay_format(number: int) -> QTextCharFormat:
    """Marks an object of the document as the inlay with this number."""
    kept = QTextCharFormat()
    kept.setObjectType(KIND)
    kept.setProperty(_NUMBER, number)
    return kept


class Divider:
    """The line between two parts, with the number of the one below it."""

    def __init__(self, number: int, room_px: Callable[[], int], theme: Theme) -> None:
        self._number = str(number)
        self._room_px = room_px
        self._theme = theme

    def size(self) -> QSizeF:
        """As wide as there is room."""
        return QSizeF(self._room_px(), _DIVIDER_PX)

    def paint(self, painter: QPainter, space: QRectF) -> None:
        """A dashed line around the number."""
        painter.save()
        font = base_font()
        font.setPixelSize(SMALL_PX)
        painter.setFont(font)
        painter.setPen(colour(self._theme.tokens.dim))
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, self._number)
        half = QFontMetrics(font).horizontalAdvance(self._number) / 2 + GAP_PX
        middle = space.center()
        painter.setPen(QPen(colour(self._theme.tokens.line), 1, Qt.PenStyle.DashLine))
        for start, end in (
            (space.left(), middle.x() - half),
            (middle.x() + half, space.right()),
        ):
            painter.drawLine(QPointF(start, middle.y()), QPointF(end, middle.y()))
        painter.restore()


class Chip:
    """A picture as it will be seen, or a file by its name and size."""

    def __init__(
        self,
        attachment: Attachment,
        room_px: Callable[[], int],
        theme: Theme,
        icons: Icons,
        thumbnails: Thumbnails,
    ) -> None:
        self._attachment = attachment
        self._room_px = room_px
        self._theme = theme
        self._icons = icons
        self._thumbnails = thumbnails

    def size(self) -> QSizeF:
        """As wide as there is room, as high as the picture."""
        picture = self._thumbnails.of(self._attachment)
        height = picture.deviceIndependentSize().height() if picture else 0
        return QSizeF(self._room_px(), max(height, _CHIP_PX - 2 * GAP_PX) + 2 * GAP_PX)

    def paint(self, painter: QPainter, space: QRectF) -> None:
        """Picture or sign, then the name and the size."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(self._theme.tokens.line))
        painter.setBrush(colour(self._theme.tokens.window))
        painter.drawRoundedRect(space.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        inner = space.adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        inner.setLeft(inner.left() + self._paint_sign(painter, inner) + GAP_PX)
        font = base_font()
        font.setPixelSize(SMALL_PX)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        size = QLocale().formattedDataSize(self._attachment.size, 0, _SIZES)
        room = int(inner.width()) - metrics.horizontalAdvance(f"  {size}")
        name = metrics.elidedText(self._attachment.name, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(colour(self._theme.tokens.text))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, left, name)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(f"{name}  "))
        painter.setPen(colour(self._theme.tokens.dim))
        painter.drawText(inner, left, size)
        painter.restore()

    def _paint_sign(self, painter: QPainter, space: QRectF) -> float:
        """Paints the picture, or what stands for it; returns the width taken."""
        picture = self._thumbnails.of(self._attachment)
        if picture is not None:
            size = picture.deviceIndependentSize()
            painter.drawPixmap(
                QPointF(space.left(), space.center().y() - size.height() / 2), picture
            )
            return size.width()
        icon = self._icons.tinted(self._attachment.kind)
        top = int(space.center().y()) - _ICON_PX // 2
        icon.paint(painter, QRect(int(space.left()), top, _ICON_PX, _ICON_PX))
        return _ICON_PX
