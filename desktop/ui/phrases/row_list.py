"""The list: a click uses a phrase or folds a group, typing goes to the search box."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.ui.phrases.rows import Index, Rows
from desktop.ui.typing import is_plain_enter


class RowList(QListView):
    """Tells what the agent wants with a row, by its number.

    Signals:
        used: A row was clicked, or Enter was pressed on it.
        marked: The mark came to a row.
        menu_wanted: The row's menu is wanted, at a point of the screen.
        typed: A key that belongs into the search box.
    """

    used = Signal(int)
    marked = Signal(int)
    menu_wanted = Signal(int, QPoint)
    typed = Signal(QKeyEvent)

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.setObjectName("lines")
        self.setModel(rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._pressed = QModelIndex()

    def show_mark(self, number: int) -> None:
        """Shows the mark in a row; -1 for nowhere."""
        index = self.model().index(number, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells where the mark came to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.marked.emit(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Marks the row; the release decides whether it was a click."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()) if left else QModelIndex()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Uses the row if it was pressed here too."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index == self._pressed:
            self.used.emit(index.row())
        self._pressed = QModelIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the row's menu, from the mouse or from the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            point = event.globalPos() if by_mouse else self.menu_point()
            self.menu_wanted.emit(index.row(), point)

    def menu_point(self) -> QPoint:
        """Where the marked row's menu opens when it is asked for by keyboard."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses the row; text is handed on."""
        if is_plain_enter(event) and self.currentIndex().isValid():
            self.used.emit(self.currentIndex().row())
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)
