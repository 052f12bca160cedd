"""The phrase as it will be sent, its placeholders as fields inside the flowing text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.core.phrases.templates import Piece
from desktop.ui.focus import FocusKeeper
from desktop.ui.phrases.field import HEIGHT_PX, Field
from desktop.ui.phrases.state import shape, whole_text
from desktop.ui.theme import SIDE_PX

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_OBJECT = "\ufffc"
_JOINER = "\u2060"
"""Text of no width: gives a line of nothing but a field the height and baseline of text."""
_LINE_PX = 27


class Preview(QTextEdit):
    """Text that cannot be changed around fields that can.

    Each field stands over an empty object of its size in the document, so that it is wrapped
    with the text, by the rules of the script.

    Signals:
        edited: The agent changed a field: placeholder name, new text.
        entered: Enter was pressed in a field.
        left: Esc was pressed in a field.
        rebuilt: There are other fields now.
    """

    edited = Signal(str, str)
    entered = Signal()
    left = Signal()
    rebuilt = Signal()

    def __init__(self, keeper: FocusKeeper, hint: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._keeper = keeper
        self._hint = hint
        self._shape: tuple[tuple[str | None, str], ...] = ()
        self._fields: list[Field] = []
        self._places: list[int] = []
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(SIDE_PX)
        self._holes = _Holes(self._hole)
        layout = self.document().documentLayout()
        layout.registerHandler(_KIND, self._holes)
        layout.documentSizeChanged.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._place)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Shows these pieces; while only values differ, the fields and the focus stay."""
        places = [piece for piece in pieces if piece.placeholder]
        if shape(pieces) != self._shape:
            self._rebuild(pieces, places)
        for field, piece in zip(self._fields, places, strict=True):
            field.fill(piece.text)
        self.setAccessibleName(whole_text(pieces))
        self._place()

    @property
    def fields(self) -> Sequence[Field]:
        """The fields, in order."""
        return self._fields

    def first_empty(self) -> Field | None:
        """The first field with nothing in it."""
        return next((field for field in self._fields if field.empty), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps anew."""
        super().resizeEvent(event)
        self._measure()

    def _rebuild(self, pieces: Sequence[Piece], places: Sequence[Piece]) -> None:
        typing = next(((f.name, f.cursorPosition()) for f in self._fields if f.hasFocus()), None)
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self._shape = shape(pieces)
        self._places, self._fields = [], []
        self.document().clear()
        self._fields = [self._field(piece.placeholder or "") for piece in places]
        self._write(pieces)
        for field in self._fields:
            field.show()
            if typing and field.name == typing[0]:
                field.setFocus()
                field.setCursorPosition(typing[1])
                typing = None
        self.rebuilt.emit()

    def _field(self, name: str) -> Field:
        field = Field(self.viewport(), name, self._hint)
        field.textEdited.connect(partial(self.edited.emit, name))
        field.entered.connect(self.entered)
        field.left.connect(self.left)
        field.resized.connect(self._measure)
        field.reached.connect(partial(self._scroll_to, field))
        self._keeper.lend_to(field)
        return field

    def _write(self, pieces: Sequence[Piece]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_PX, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(lines)
        places: list[int] = []
        for piece in pieces:
            if piece.beside:
                cursor.insertText(f"\n{piece.placeholder} ", QTextCharFormat())
            if piece.placeholder:
                places.append(cursor.position())
                cursor.insertText(_OBJECT, _hole_format(len(places) - 1))
                cursor.insertText(_JOINER, QTextCharFormat())
            else:
                cursor.insertText(piece.text, QTextCharFormat())
        self._places = places
        cursor.endEditBlock()

    def _hole(self, number: int) -> QSizeF:
        room = self.viewport().width() - 2 * SIDE_PX
        # flat, so that lines with fields are as high as those without
        return QSizeF(min(self._fields[number].wanted_px(), room), 1)

    def _measure(self) -> None:
        for place in self._places:
            self.document().markContentsDirty(place, 1)
        self._place()

    def _scroll_to(self, field: Field) -> None:
        bar = self.verticalScrollBar()
        above = field.y()
        below = field.geometry().bottom() - self.viewport().height()
        bar.setValue(bar.value() + (above if above < 0 else max(below, 0)))

    def _place(self) -> None:
        """Puts every field over its hole."""
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        for number, (place, field) in enumerate(zip(self._places, self._fields, strict=True)):
            block = self.document().findBlock(place)
            inside = place - block.position()
            line = block.layout().lineForTextPosition(inside)
            if not line.isValid():
                continue
            corner = layout.blockBoundingRect(block).topLeft()
            left = cast("tuple[float, int]", line.cursorToX(inside))[0]
            baseline = corner.y() + line.y() + line.ascent() - scrolled
            place_at = QPointF(corner.x() + left, baseline - field.baseline_px())
            size = QSizeF(self._hole(number).width(), HEIGHT_PX)
            field.setGeometry(QRectF(place_at, size).toRect())


def _hole_format(number: int) -> QTextCharFormat:
    hole = QTextCharFormat()
    hole.setObjectType(_KIND)
    hole.setProperty(_NUMBER, number)
    return hole


class _Holes(QPyTextObject):
    """Keeps room in the document for the fields; paints nothing."""

    def __init__(self, size: Callable[[int], QSizeF]) -> None:
        super().__init__()
        self._size = size

    def intrinsicSize(self, _doc: QTextDocument, _place: int, hole: QTextFormat) -> QSizeF:
        return self._size(int(hole.property(_NUMBER)))

    def drawObject(
        self,
        painter: QPainter,
        space: QRectF | QRect,
        doc: QTextDocument,
        place: int,
        hole: QTextFormat,
    ) -> None:
        """The field itself stands there."""
