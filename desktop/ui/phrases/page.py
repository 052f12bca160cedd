"""A page over the list with a title, a way back and buttons to save or leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.theme import GAP_PX, SIDE_PX


class Page(QWidget):
    """Its subclass fills ``body`` and overrides ``save``; Esc leaves.

    Signals:
        left: The agent is done with the page.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel()
        self.title.setObjectName("page_title")
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_PX)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(16, 16))
        self._close.setFixedSize(28, 28)
        self._close.clicked.connect(self.left)
        self.save_button, self._cancel = QPushButton(), QPushButton()
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self.save)
        self._cancel.clicked.connect(self.left)
        self._lay_out()
        desk.theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def save(self) -> None:
        """Keeps what stands on the page and leaves, or says on it what is wrong."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Writes every text of the page in the language of the moment."""
        self._close.setAccessibleName(self.tr("Back"))
        self._close.setToolTip(self.tr("Back (Esc)"))
        self.save_button.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setSpacing(GAP_PX)
        foot.addWidget(self.save_button, 3)
        foot.addWidget(self._cancel, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, SIDE_PX)
        whole.setSpacing(GAP_PX)
        whole.addLayout(top)
        whole.addLayout(self.body, 1)
        whole.addLayout(foot)

    def _paint_icons(self) -> None:
        self._close.setIcon(self.desk.icons.tinted("close"))
