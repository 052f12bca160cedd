"""The room's first page: search box, chips, the list, and the preview below them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.phrases.model import OWN_CATEGORY
from desktop.ui.desk import Desk
from desktop.ui.phrases.chips import Chips
from desktop.ui.phrases.delegate import LineDelegate
from desktop.ui.phrases.filler import Filler
from desktop.ui.phrases.finder import FREQUENT, Finder
from desktop.ui.phrases.preview_box import PreviewBox
from desktop.ui.phrases.row_list import RowList
from desktop.ui.phrases.rows import Rows
from desktop.ui.phrases.search_box import SearchBox
from desktop.ui.theme import GAP_PX, SIDE_PX
from desktop.ui.typing import ENTERS

_PREVIEW_PX = 168


class ListPage(QWidget):
    """Shows the finder and the filler; what the agent does goes to them or out as a signal.

    Signals:
        new_wanted: The agent wants to write a phrase.
        send_wanted: The agent wants the marked phrase pasted and sent: Ctrl+Enter, or the button.
    """

    new_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, desk: Desk, finder: Finder, filler: Filler) -> None:
        super().__init__()
        self._desk = desk
        self._finder = finder
        self.search = SearchBox(desk.theme, desk.icons)
        self.chips = Chips()
        self._rows = Rows()
        self.list = RowList(self._rows)
        self.list.setItemDelegate(LineDelegate(self.list, desk.theme, desk.icons))
        self.preview = PreviewBox(filler, desk)
        self._new = QToolButton()
        self._new.setAutoRaise(True)
        self._new.setIconSize(QSize(16, 16))
        self._new.setFixedSize(32, 32)
        self._new.clicked.connect(self.new_wanted)
        self._nothing = QLabel()
        self._nothing.setObjectName("nothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        desk.focus.lend_to(self.search)
        desk.theme.changed.connect(self._paint_icons)
        self._connect()
        self._paint_icons()
        self._retranslate()
        self._show_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, wherever the focus is and nothing is being composed."""
        if event.key() in ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SIDE_PX, 0, GAP_PX, 0)
        top.setSpacing(2)
        top.addWidget(self.search, 1)
        top.addWidget(self._new)
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._nothing)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX + 2)
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(middle, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(upper)
        self._split.addWidget(self.preview)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([1_000, _PREVIEW_PX])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        finder = self._finder
        self.search.textChanged.connect(finder.search)
        self.search.stepped.connect(finder.step)
        self.search.turned.connect(self.chips.step)
        self.chips.opened.connect(self._open)
        self.list.marked.connect(finder.mark)
        self.list.typed.connect(self._type)
        self.preview.send_wanted.connect(self.send_wanted)
        self.preview.rebuilt.connect(self._order_stops)
        self.chips.rebuilt.connect(self._order_stops)
        finder.rows_changed.connect(self._show_rows)
        finder.current_changed.connect(self._show_mark)

    def list_bottom_px(self) -> int:
        """Where the list ends, from the page's upper edge."""
        return self.preview.y()

    def _open(self, category_id: str) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self._finder.open(category_id)

    def _type(self, event: QKeyEvent) -> None:
        self.search.setFocus()
        QApplication.sendEvent(self.search, event)

    def _show_rows(self) -> None:
        self._rows.show(self._finder.rows)
        self._show_mark()
        self._show_chips()
        self._nothing.setText("" if self._finder.rows else self._why_nothing())
        self._middle.setCurrentIndex(0 if self._finder.rows else 1)

    def _show_mark(self) -> None:
        self.list.show_mark(self._finder.current)

    def _show_chips(self) -> None:
        ours = {FREQUENT: self.tr("Frequent"), OWN_CATEGORY: self.tr("Mine")}
        categories = self._desk.services.library.categories()
        chips = [(FREQUENT, ""), *((category.id, category.name) for category in categories)]
        self.chips.show_chips(
            [(key, ours.get(key, name)) for key, name in chips],
            self._finder.opened if not self._finder.query else "",
        )

    def _order_stops(self) -> None:
        """Tab goes from above to below, whatever was made when."""
        stops = (self.search, self._new, *self.chips.buttons(), self.list, *self.preview.stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _why_nothing(self) -> str:
        if self._finder.query:
            return self.tr("Nothing found.\nTry fewer characters, or pinyin initials such as “bj”.")
        if self._finder.opened == FREQUENT:
            return self.tr("What you use and what you pin will stand here.")
        return self.tr("No phrase of your own yet.\nPress + to write one.")

    def _paint_icons(self) -> None:
        self._new.setIcon(self._desk.icons.tinted("plus"))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Phrases"))
        self.chips.setAccessibleName(self.tr("Categories"))
        self._new.setAccessibleName(self.tr("New phrase"))
        self._new.setToolTip(self.tr("Write a phrase of your own (Ctrl+N)"))
        self._show_chips()
        self._nothing.setText("" if self._finder.rows else self._why_nothing())
