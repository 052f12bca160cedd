"""The window that shows what a newer edition of a pack has changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.packs.beneath import beneath
from desktop.services.followed import Followed
from desktop.ui.desk import Desk
from desktop.ui.packs.written import WrittenDifference, page
from desktop.ui.theme import GAP_PX, SIDE_PX

_WIDTH_PX, _HEIGHT_PX = 520, 600


class DifferenceWindow(QWidget):
    """A window of its own: the note, what concerns the agent's own keys, then everything.

    Esc closes it.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._shown: Followed | None = None
        self._heading, self._page = QLabel(), page()
        self._heading.setObjectName("page_title")
        self._heading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, SIDE_PX, SIDE_PX, SIDE_PX)
        column.setSpacing(GAP_PX)
        column.addWidget(self._heading)
        column.addWidget(self._page, 1)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        desk.theme.changed.connect(self._write)

    def open(self, followed: Followed) -> None:
        """Comes to the front with what is new in a pack."""
        self._shown = followed
        self._write()
        self.show()
        self._page.setFocus()
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
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        shown = self._shown
        if shown is None or shown.unseen is None:
            return
        self.setWindowTitle(self.tr("What is new"))
        self._heading.setText(f"{shown.name}  {shown.unseen.summary}")
        self._page.setAccessibleName(self.tr("What is new"))
        written = WrittenDifference(self._desk.languages.words, self._desk.theme.tokens)
        overlay = self._desk.services.library.overlay()
        diff = shown.unseen.diff
        parts = [
            written.note(shown.unseen.edition.note),
            written.beneath(beneath(diff, overlay)) if diff else "",
            written.everything(diff) if diff else written.unknown(),
        ]
        self._page.setHtml("".join(parts))
