"""The phrase as it will be sent, its placeholders as fields inside the flowing text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.core.phrases.model import Attachment
from desktop.core.phrases.templates import Piece
from desktop.ui.desk import Desk
from desktop.ui.phrases.field import Field
from desktop.ui.phrases.inlay import KIND, OBJECT, Chip, Divider, Inlay, Inlays, inlay_format
from desktop.ui.phrases.state import Shown, fields_of, shape, whole_text
from desktop.ui.phrases.thumbnails import Thumbnails
from desktop.ui.theme import GAP_PX, SIDE_PX

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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._desk = desk
        self._thumbnails = Thumbnails(desk.services.attachments, self)
        self._thumbnails.made.connect(self._measure)
        self._shape: tuple[object, ...] = ()
        self._fields: list[Field] = []
        self._spare: list[Field] = []
        self._holes: list[int] = []
        self._inlays: list[Inlay] = []
        self._places: list[int] = []
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(SIDE_PX)
        self._painter = Inlays(self._inlays)
        layout = self.document().documentLayout()
        layout.registerHandler(KIND, self._painter)
        layout.documentSizeChanged.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._place)

    def show_parts(self, parts: Sequence[Shown]) -> None:
        """Shows these parts; while only values differ, the fields and the focus stay."""
        fields = fields_of(parts)
        if shape(parts) != self._shape:
            self._rebuild(parts, fields)
        for field, piece in zip(self._fields, fields, strict=True):
            field.fill(piece.text)
        self.setAccessibleName(whole_text(parts))
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

    def _rebuild(self, parts: Sequence[Shown], fields: Sequence[Piece]) -> None:
        typing = next(
            ((f.name, f.textCursor().position()) for f in self._fields if f.hasFocus()), None
        )
        for field in self._fields:
            field.hide()
        self._spare += self._fields
        self._shape = shape(parts)
        self._fields, self._holes, self._places = [], [], []
        self.document().clear()
        self._inlays.clear()
        self._fields = [self._field(piece.placeholder or "") for piece in fields]
        self._write(parts)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt keeps the cursor in sight
        for field in self._fields:
            field.show()
            if typing and field.name == typing[0]:
                field.setFocus()
                field.place_caret(typing[1])
                typing = None
        self.rebuilt.emit()

    def _field(self, name: str) -> Field:
        field = self._spare.pop() if self._spare else self._new_field()
        field.stand_for(name)
        return field

    def _new_field(self) -> Field:
        field = Field(self.viewport(), self._desk.hint)
        field.edited.connect(lambda text: self.edited.emit(field.name, text))
        field.entered.connect(self.entered)
        field.left.connect(self.left)
        field.resized.connect(self._measure)
        field.resized.connect(partial(self._scroll_to, field))
        field.cursorPositionChanged.connect(partial(self._scroll_to, field))
        field.reached.connect(partial(self._scroll_to, field))
        self._desk.focus.lend_to(field.viewport())
        return field

    def _write(self, parts: Sequence[Shown]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_PX, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(lines)
        desk = self._desk
        for number, part in enumerate(parts, 1):
            if number > 1:
                cursor.insertBlock(QTextBlockFormat())
                self._lay_in(cursor, Divider(number, self._room_px, desk.theme))
                cursor.insertBlock(lines)
            if isinstance(part, Attachment):
                chip = Chip(part, self._room_px, desk.theme, desk.icons, self._thumbnails)
                self._lay_in(cursor, chip)
            else:
                self._write_text(cursor, part)
        cursor.endEditBlock()

    def _write_text(self, cursor: QTextCursor, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.beside:
                cursor.insertText(f"\n{piece.placeholder} ", QTextCharFormat())
            if piece.placeholder:
                self._holes.append(cursor.position())
                self._lay_in(cursor, _Hole(self._fields[len(self._holes) - 1], self._room_px))
                cursor.insertText(_JOINER, QTextCharFormat())
            else:
                cursor.insertText(piece.text, QTextCharFormat())

    def _lay_in(self, cursor: QTextCursor, inlay: Inlay) -> None:
        self._inlays.append(inlay)
        self._places.append(cursor.position())
        cursor.insertText(OBJECT, inlay_format(len(self._inlays) - 1))

    def _room_px(self) -> int:
        return max(self.viewport().width() - 2 * SIDE_PX, 1)

    def _measure(self) -> None:
        for place in self._places:
            self.document().markContentsDirty(place, 1)
        self._place()

    def _scroll_to(self, field: Field) -> None:
        """Keeps the caret of the field that is typed in, and a line around it, in sight."""
        if not field.hasFocus():
            return
        bar = self.verticalScrollBar()
        caret = field.cursorRect().translated(field.pos()).adjusted(0, -GAP_PX, 0, GAP_PX)
        below = caret.bottom() - self.viewport().height()
        bar.setValue(bar.value() + (caret.top() if caret.top() < 0 else max(below, 0)))

    def _place(self) -> None:
        """Puts every field over its hole."""
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        for place, field in zip(self._holes, self._fields, strict=True):
            block = self.document().findBlock(place)
            inside = place - block.position()
            line = block.layout().lineForTextPosition(inside)
            if not line.isValid():
                continue
            corner = layout.blockBoundingRect(block).topLeft()
            left = cast("tuple[float, int]", line.cursorToX(inside))[0]
            baseline = corner.y() + line.y() + line.ascent() - scrolled
            size = field.wanted(self._room_px())
            top = baseline + field.below_px() - size.height()
            field.setGeometry(QRectF(QPointF(corner.x() + left, top), size).toRect())


class _Hole:
    """Room for a field; the field itself stands there."""

    def __init__(self, field: Field, room_px: Callable[[], int]) -> None:
        self._field = field
        self._room_px = room_px

    def size(self) -> QSizeF:
        """Flat for a field of one line, so that lines with fields are as high as those without."""
        size = self._field.wanted(self._room_px())
        several = size.height() > _LINE_PX
        return QSizeF(size.width(), size.height() - self._field.below_px() if several else 1)

    def paint(self, painter: QPainter, space: QRectF) -> None:
        """Nothing."""
