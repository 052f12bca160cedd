"""The categories as chips that wrap; past three rows they scroll with the wheel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QToolButton,
    QWidget,
)

from desktop.ui.theme import SIDE_PX, bold_font

_GAP_PX, _PAD_PX, _ROWS, _HEIGHT_PX = 3, 7, 3, 26


class Chips(QScrollArea):
    """One chip a category, one of them down.

    Signals:
        opened: The agent chose the category with this id.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._shown: tuple[Sequence[tuple[str, str]], str] = ((), "")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: self.opened.emit(self._ids[number]))
        self._inside = QWidget()
        self._inside.setObjectName("chips")
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_chips(self, chips: Sequence[tuple[str, str]], opened: str) -> None:
        """Shows these categories, each an id and a name; ``opened`` may be none of them."""
        if (chips, opened) == self._shown:
            return
        self._shown = (chips, opened)
        ids = [chip_id for chip_id, _ in chips]
        if ids != self._ids:
            self._rebuild(ids)
        self._group.setExclusive(False)  # or none could be shown as open
        for number, (chip_id, name) in enumerate(chips):
            button = self._group.button(number)
            button.setText(name)
            button.setChecked(chip_id == opened)
        self._group.setExclusive(True)
        self._flow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right open the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step).setFocus()

    def step(self, by: int) -> QAbstractButton:
        """Opens the chip that many places on, around the ends; returns it."""
        number = (self._group.checkedId() + by) % len(self._ids)
        self.opened.emit(self._ids[number])
        button = self._group.button(number)
        self.ensureWidgetVisible(button, 0, 0)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps anew."""
        super().resizeEvent(event)
        self._flow()

    def _rebuild(self, ids: list[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self._ids = ids
        for number in range(len(ids)):
            button = QToolButton(self._inside)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            button.show()

    def _flow(self) -> None:
        room_px, left, top = self.width() - 2 * (SIDE_PX - _PAD_PX), 0, 0
        metrics = QFontMetrics(bold_font())  # the open chip is bold; none may move for that
        for button in self._in_order():
            width = min(metrics.horizontalAdvance(button.text()) + 2 * _PAD_PX, room_px)
            if left and left + width > room_px:
                left, top = 0, top + _HEIGHT_PX + _GAP_PX
            button.setGeometry(QRect(SIDE_PX - _PAD_PX + left, top, width, _HEIGHT_PX))
            left += width + _GAP_PX
        height = top + _HEIGHT_PX
        self._inside.resize(QSize(self.width(), height))
        self.setFixedHeight(min(height, _ROWS * (_HEIGHT_PX + _GAP_PX) - _GAP_PX))

    def _in_order(self) -> list[QAbstractButton]:
        return [self._group.button(number) for number in range(len(self._ids))]
