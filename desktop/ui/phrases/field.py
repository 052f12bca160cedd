"""One placeholder of the preview, to be filled in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.typing import TypingLine

HEIGHT_PX = 22
_PAD_PX, _MIN_PX = 8, 34


class Field(TypingLine):
    """A line just as wide as what stands in it; marked as long as it is empty.

    Signals:
        resized: It wants another width.
        reached: It got the focus.
    """

    resized = Signal()
    reached = Signal()

    def __init__(self, parent: QWidget, name: str, hint: Callable[[str], str]) -> None:
        super().__init__()
        self.setParent(parent)
        self.setObjectName("field")
        self.setPlaceholderText(name)
        self.name = name
        self._hint = hint
        self.setProperty("empty", self.empty)
        self.textChanged.connect(self._refresh)
        self._retranslate()

    @property
    def empty(self) -> bool:
        """Whether nothing that could be sent stands in it."""
        return not self.text().strip()

    def fill(self, value: str) -> None:
        """Takes a value from outside; spaces being typed are left alone."""
        if self.text().strip() != value.strip():
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a value wider than the window shows its beginning

    def wanted_px(self) -> int:
        """Width of its text, or of its name while it is empty."""
        text_px = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        return max(text_px + 2 * _PAD_PX, _MIN_PX)

    def baseline_px(self) -> float:
        """How far below its upper edge its text stands."""
        metrics = self.fontMetrics()
        return (HEIGHT_PX - metrics.height()) / 2 + metrics.ascent()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that it must be seen now."""
        super().focusInEvent(event)
        self.reached.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _refresh(self) -> None:
        if self.empty != self.property("empty"):
            self.setProperty("empty", self.empty)
            self.style().unpolish(self)
            self.style().polish(self)
        self._retranslate()
        self.resized.emit()

    def _retranslate(self) -> None:
        said = self.name
        hint = self._hint(said)
        self.setToolTip(hint if self.empty else f"{hint}\n{self.text()}")
        self.setAccessibleName(
            said if not self.empty else self.tr("{name}, empty").format(name=said)
        )
