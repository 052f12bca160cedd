"""The one search box, from which the whole list is worked by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.ui.icons import Icons
from desktop.ui.theme import Theme
from desktop.ui.typing import TypingLine

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class SearchBox(TypingLine):
    """Keys that mean nothing to a line of text move and pick in the list.

    Signals:
        stepped: Move the mark by that many phrases.
        turned: Open the category that many places on.
        picked: Paste the phrase with this digit.
        copied: Copy the marked phrase.
    """

    stepped = Signal(int)
    turned = Signal(int)
    picked = Signal(int)
    copied = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("search")
        self._lens = self.addAction(
            icons.tinted("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._icons = icons
        self._clear: QAction | None = None
        self.textChanged.connect(self._offer_clear)
        theme.changed.connect(self._paint_icons)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Works the list, or types."""
        key, held = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
        if not held and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif held == Qt.KeyboardModifier.ControlModifier and key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif not held and (digit := _digit(event)) and self._untouched():
            self.picked.emit(digit)
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copied.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _untouched(self) -> bool:
        return not (self.text() or self.composition.running)

    def _offer_clear(self, text: str) -> None:
        """Shows a cross while there is text; Qt's own would search the system's icon themes."""
        if self._clear is None:
            where = QLineEdit.ActionPosition.TrailingPosition
            self._clear = self.addAction(self._icons.tinted("close"), where)
            self._clear.triggered.connect(self.clear)
            self._retranslate()
        self._clear.setVisible(bool(text))

    def _paint_icons(self) -> None:
        self._lens.setIcon(self._icons.tinted("search"))
        if self._clear is not None:
            self._clear.setIcon(self._icons.tinted("close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search phrases, pinyin, codes"))
        self.setAccessibleName(self.tr("Search phrases"))
        if self._clear is not None:
            self._clear.setText(self.tr("Clear"))


def _digit(event: QKeyEvent) -> int:
    text = event.text()
    return int(text) if len(text) == 1 and text in "123456789" else 0
