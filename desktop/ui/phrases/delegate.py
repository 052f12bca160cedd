"""Paints one line of the phrase list: digit, title, start of the text, code, hotkey."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.core.phrases.model import Attachment
from desktop.ui.icons import Icons
from desktop.ui.phrases.marked import Ink, from_first_match, write
from desktop.ui.phrases.rows import ROW, Index
from desktop.ui.phrases.state import Heading, Line, one_line
from desktop.ui.theme import (
    GAP_PX,
    RADIUS_PX,
    ROW_PX,
    SIDE_PX,
    SMALL_PX,
    Theme,
    base_font,
    colour,
    strong_font,
)

_GUTTER_PX, _ICON_PX, _PAD_PX = 18, 14, 5
_TITLE_SHARE = 0.6


class LineDelegate(QStyledItemDelegate):
    """All rows have one height, so the view never asks for more than it shows."""

    def __init__(self, parent: QWidget, theme: Theme, icons: Icons) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._font, self._strong, self._small = base_font(), strong_font(), base_font()
        self._small.setPixelSize(SMALL_PX)
        self._take_colours()
        theme.changed.connect(self._take_colours)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for every row."""
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the state's row at ``index``."""
        row = index.data(ROW)
        painter.save()
        self._paint_ground(painter, option)
        space = option.rect.adjusted(SIDE_PX, 0, -SIDE_PX, 0)
        if isinstance(row, Heading):
            self._paint_heading(painter, space, row)
        else:
            self._paint_line(painter, space, row)
        painter.restore()

    def _take_colours(self) -> None:
        self._title = self._ink(self._font, "text")
        self._heading = self._ink(self._strong, "dim")
        self._quiet = self._ink(self._small, "dim")

    def _ink(self, font: QFont, token: str) -> Ink:
        tokens = self._theme.tokens
        return Ink(font, QFontMetrics(font), colour(getattr(tokens, token)), colour(tokens.match))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.chosen if chosen else tokens.hover))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), RADIUS_PX, RADIUS_PX)

    def _paint_heading(self, painter: QPainter, space: QRect, row: Heading) -> None:
        self._paint_icon(painter, space, "chevron-right" if row.folded else "chevron-down")
        space = space.adjusted(_GUTTER_PX, 0, 0, 0)
        taken = write(painter, space, row.name, self._heading)
        write(painter, space.adjusted(taken + GAP_PX, 0, 0, 0), str(row.count), self._quiet)

    def _paint_line(self, painter: QPainter, space: QRect, row: Line) -> None:
        if row.digit:
            write(painter, space, str(row.digit), self._quiet)
        space = space.adjusted(_GUTTER_PX, 0, 0, 0)
        space = self._paint_right_side(painter, space, row)
        whole = space.width()
        title_space = QRect(space)
        title_space.setWidth(int(whole * _TITLE_SHARE) if row.phrase.text else whole)
        taken = write(painter, title_space, row.phrase.title, self._title, row.in_title)
        space = space.adjusted(taken + GAP_PX + 2, 0, 0, 0)
        text, spans = from_first_match(one_line(row.phrase.text), row.in_text)
        write(painter, space, text, self._quiet, spans)

    def _paint_right_side(self, painter: QPainter, space: QRect, row: Line) -> QRect:
        """Paints hotkey, code and signs from the right; returns the room left of them."""
        if row.hotkey:
            space = self._paint_badge(painter, space, row.hotkey)
        if row.phrase.code:
            space = self._paint_from_right(painter, space, row.phrase.code)
        for kind in dict.fromkeys(p.kind for p in row.phrase.parts if isinstance(p, Attachment)):
            space = self._paint_icon_from_right(painter, space, kind)
        if row.pinned:
            space = self._paint_icon_from_right(painter, space, "star", "accent")
        if row.renewed:
            space = self._paint_icon_from_right(painter, space, "news", "warn")
        return space

    def _paint_icon_from_right(
        self, painter: QPainter, space: QRect, name: str, ink: str = "dim"
    ) -> QRect:
        place = QRect(space.right() - _ICON_PX + 1, space.top(), _ICON_PX, space.height())
        self._paint_icon(painter, place, name, ink)
        return space.adjusted(0, 0, -_ICON_PX - _PAD_PX, 0)

    def _paint_from_right(self, painter: QPainter, space: QRect, text: str) -> QRect:
        width = self._quiet.metrics.horizontalAdvance(text)
        write(
            painter,
            QRect(space.right() - width + 1, space.top(), width, space.height()),
            text,
            self._quiet,
        )
        return space.adjusted(0, 0, -width - GAP_PX, 0)

    def _paint_badge(self, painter: QPainter, space: QRect, text: str) -> QRect:
        width, height = self._quiet.metrics.horizontalAdvance(text) + 2 * _PAD_PX, ROW_PX - 12
        box = QRectF(
            space.right() - width + 1.5, space.center().y() - height / 2 + 0.5, width - 1, height
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(self._theme.tokens.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        self._paint_from_right(painter, space.adjusted(0, 0, -_PAD_PX, 0), text)
        return space.adjusted(0, 0, -width - GAP_PX, 0)

    def _paint_icon(self, painter: QPainter, space: QRect, name: str, ink: str = "dim") -> None:
        top = space.center().y() - _ICON_PX // 2 + 1
        place = QRect(space.left() - 1, top, _ICON_PX, _ICON_PX)
        self._icons.tinted(name, ink, _ICON_PX).paint(painter, place)
