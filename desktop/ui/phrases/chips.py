"""The categories as chips that wrap; past three rows they scroll with the wheel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QToolButton,
    QWidget,
)

from desktop.ui.theme import SIDE_PX, strong_font

_GAP_PX, _PAD_PX, _ROWS, _HEIGHT_PX = 3, 7, 3, 26


class Chips(QScrollArea):
    """One chip a category, one of them down.

    Signals:
        opened: The agent chose the category with this id.
        rebuilt: There are other chips now.
    """

    opened = Signal(str)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._shown: tuple[Sequence[tuple[str, str]], str] = ((), "")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: self.opened.emit(self._ids[number]))
        self._inside = QWidget()
        self._inside.setObjectName("chips")
        self.setWidget(self._inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its default would take it at a click
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_chips(self, chips: Sequence[tuple[str, str]], opened: str) -> None:
        """Shows these categories, each an id and a name; ``opened`` is empty if none is open."""
        if (chips, opened) == self._shown:
            return
        self._shown = (chips, opened)
        ids = [chip_id for chip_id, _ in chips]
        if ids != self._ids:
            self._rebuild(ids)
        for number, (chip_id, name) in enumerate(chips):
            button = self._group.button(number)
            button.setText(name)
            stop = chip_id == (opened or ids[0])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)
            if chip_id == opened:
                button.setChecked(True)
        if not opened:
            self._show_none()
        self._flow()

    def step(self, by: int) -> None:
        """Opens the chip that many places on, around the ends."""
        number = (self._group.checkedId() + by) % len(self._ids)
        self.opened.emit(self._ids[number])
        self.ensureWidgetVisible(self._group.button(number), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps anew."""
        super().resizeEvent(event)
        self._flow()

    def _rebuild(self, ids: list[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()  # the loop deletes it later
            button.deleteLater()
        self._ids = ids
        for number in range(len(ids)):
            button = QToolButton(self._inside)
            button.setCheckable(True)
            self._group.addButton(button, number)
            button.show()
        self.rebuilt.emit()

    def _show_none(self) -> None:
        """Lets the chip that is down come up, which an exclusive group would not allow."""
        self._group.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _flow(self) -> None:
        room_px, left, top = self.width() - 2 * (SIDE_PX - _PAD_PX), 0, 0
        metrics = QFontMetrics(strong_font())  # the open chip may be bolder; none may move for that
        for button in self.buttons():
            width = min(metrics.horizontalAdvance(button.text()) + 2 * _PAD_PX, room_px)
            if left and left + width > room_px:
                left, top = 0, top + _HEIGHT_PX + _GAP_PX
            button.setGeometry(QRect(SIDE_PX - _PAD_PX + left, top, width, _HEIGHT_PX))
            left += width + _GAP_PX
        height = top + _HEIGHT_PX
        self._inside.resize(QSize(self.width(), height))
        self.setFixedHeight(min(height, _ROWS * (_HEIGHT_PX + _GAP_PX) - _GAP_PX))

    def buttons(self) -> list[QAbstractButton]:
        """The chips, in order."""
        return [self._group.button(number) for number in range(len(self._ids))]
