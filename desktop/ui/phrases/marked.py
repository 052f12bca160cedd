"""Text on one line with the matched characters marked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.ui.phrases.state import Spans

_SHOWN = 100
_LEAD = 6
_RIGHT = Qt.TextElideMode.ElideRight


class Ink(Struct, frozen=True):
    """How a text is written: its font, its colour and the colour of what matched."""

    font: QFont
    metrics: QFontMetrics
    plain: QColor
    marked: QColor


def from_first_match(text: str, spans: Spans) -> tuple[str, Spans]:
    """The stretch of a text worth showing: its start, or what surrounds the first match."""
    start = spans[0][0] if spans else 0
    if start < _SHOWN // 4:
        return text[:_SHOWN], spans
    cut = start - _LEAD
    return "…" + text[cut : cut + _SHOWN], tuple((a - cut + 1, b - cut + 1) for a, b in spans)


def write(painter: QPainter, space: QRect, text: str, ink: Ink, spans: Spans = ()) -> int:
    """Writes as much of the text as there is room for; returns the width taken in pixels."""
    fits = ink.metrics.horizontalAdvance(text) <= space.width()
    # elidedText counts the last character's overhang and would cut what just fits
    shown = text if fits else ink.metrics.elidedText(text, _RIGHT, space.width())
    painter.setFont(ink.font)
    baseline = space.center().y() + (ink.metrics.ascent() - ink.metrics.descent()) / 2 + 0.5
    left = float(space.left())
    for piece, marked in _pieces(shown, spans):
        painter.setPen(ink.marked if marked else ink.plain)
        painter.drawText(QPointF(left, baseline), piece)
        left += ink.metrics.horizontalAdvance(piece)
    return round(left) - space.left()


def _pieces(text: str, spans: Spans) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in spans:
        if start >= len(text):
            break
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
