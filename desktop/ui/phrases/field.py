"""One placeholder of the preview, to be filled in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.ui.styled import style_by
from desktop.ui.typing import ENTERS, Composition, is_plain_enter

_MIN_PX, _SIDE_PX, _BORDER_PX, _CARET_PX = 34, 5, 1, 2
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Field(QTextEdit):
    """As wide as what stands in it, or as wide as there is room and as high as it then needs.

    One field stands for another placeholder after the other: to make one takes half a millisecond.

    Marked as long as it is empty. Enter is never a line end, and never pastes while or as a
    composition ends.

    Signals:
        edited: The agent changed it; its text.
        entered: Enter was pressed and meant for us.
        left: Esc was pressed.
        resized: It wants another size.
        reached: It got the focus.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()
    resized = Signal()
    reached = Signal()

    def __init__(self, parent: QWidget, hint: Callable[[str], str]) -> None:
        """``hint`` says what belongs in a placeholder."""
        super().__init__(parent)
        self.setObjectName("field")
        self.name = ""
        self._hint = hint
        self._filling = False
        self._composition = Composition()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(_WRAP)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setProperty("empty", self.empty)
        self.textChanged.connect(self._refresh)

    @property
    def empty(self) -> bool:
        """Whether nothing that could be sent stands in it."""
        return not self.text().strip()

    def stand_for(self, name: str) -> None:
        """Becomes the field of this placeholder, with nothing in it."""
        self.name = name
        self._composition = Composition()
        self.setPlaceholderText(name)
        self.fill("")
        self._retranslate()

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def fill(self, value: str) -> None:
        """Takes a value from outside; spaces being typed are left alone."""
        if self.text().strip() != value.strip():
            self._filling = True
            self.setPlainText(value)
            self._filling = False

    def place_caret(self, place: int) -> None:
        """Puts the caret before the character with this number."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.text())))
        self.setTextCursor(cursor)

    def wanted(self, room_px: int) -> QSizeF:
        """The size for its text, or for its name while it is empty; no wider than there is room."""
        text = self.text() or self.placeholderText()
        wide = max(map(self._width_px, text.split("\n"))) + 2 * _SIDE_PX
        width = max(min(wide, room_px), _MIN_PX)
        lines = self._lines(text, width - 2 * _SIDE_PX)
        return QSizeF(width, sum(height for height, _ in lines) + 2 * _BORDER_PX)

    def below_px(self) -> float:
        """How far its lower edge is below the line on which its last line stands."""
        return self._lines("", 1)[0][1] + _BORDER_PX

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follows the composition."""
        self._composition.follow(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are for us, unless they are the input method's."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._composition.takes(event):
            event.accept()
        elif is_plain_enter(event):
            self.entered.emit()
        elif event.key() in ENTERS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Follows the composition."""
        self._composition.follow_release(event)
        super().keyReleaseEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted stands on one line, as what is typed does."""
        self.insertPlainText(" ".join(source.text().splitlines()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that it must be seen now; by Tab everything in it is chosen, as in a line."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays chosen where nobody types."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _width_px(self, line: str) -> int:
        return self.fontMetrics().horizontalAdvance(line) + _CARET_PX

    def _lines(self, text: str, width_px: float) -> list[tuple[float, float]]:
        """Height and descent of the lines the text takes, as its document breaks them."""
        self.ensurePolished()  # the style sheet has a say in the font
        wrapping = QTextOption()
        wrapping.setWrapMode(_WRAP)
        lines = []
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(wrapping)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width_px)
                lines.append((line.height(), line.descent()))
            layout.endLayout()
        return lines

    def _refresh(self) -> None:
        style_by(self, "empty", self.empty)
        self._retranslate()
        self.resized.emit()
        if not self._filling:
            self.edited.emit(self.text())

    def _retranslate(self) -> None:
        said = self.name
        self.setToolTip(self._hint(said))
        self.setAccessibleName(
            said if not self.empty else self.tr("{name}, empty").format(name=said)
        )
