"""The settings window: the list of pages, and beside it the open one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from desktop.services.ports import Action
from desktop.ui.desk import Desk
from desktop.ui.settings.pages import PAGES
from desktop.ui.toast import Toast

_WIDTH_PX, _HEIGHT_PX, _LIST_PX = 560, 560, 128


class SettingsWindow(QWidget):
    """A window of its own that takes the focus like any other; Esc closes it.

    Pages are built when they are first opened. What they have to say stands in this window.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = replace(desk, say=self._say)
        self._places: dict[int, int] = {}
        self._list = QListWidget()
        self._list.setObjectName("settings_list")
        self._list.setFixedWidth(_LIST_PX)
        self._list.ensurePolished()  # or its lines are laid out without their padding
        self._list.addItems([page.title() for page in PAGES])
        self._stack = QStackedWidget()
        self._list.currentRowChanged.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._toast = Toast(self)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._retranslate()

    def open_page(self, page_id: str = "") -> None:
        """Comes to the front with this page; with the one it had last for an empty id."""
        numbers = [n for n, page in enumerate(PAGES) if page.id == page_id]
        self._list.setCurrentRow(numbers[0] if numbers else max(self._list.currentRow(), 0))
        if self.isMinimized():
            self.showNormal()
        self.show()
        self._list.setFocus()
        self._desk.focus.bring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _open(self, number: int) -> None:
        if number not in self._places:
            page = PAGES[number](self._desk)
            page.retranslate()
            self._places[number] = self._stack.addWidget(_scrolled(page))
        self._stack.setCurrentIndex(self._places[number])

    def _say(self, text: str, label: str, action: Action | None) -> None:
        self._toast.say(text, label, action)
        self._toast.stand(self.width(), self.height())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Miaohui settings"))
        self._list.setAccessibleName(self.tr("Pages of settings"))
        for number, page in enumerate(PAGES):
            self._list.item(number).setText(page.title())


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("settings_scroll")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is on it
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
