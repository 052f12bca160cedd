"""A line to type in that knows an Enter for the input method from an Enter for us."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAME_PRESS_MS = 150


class TypingLine(QLineEdit):
    """Like its base, but Enter comes as ``entered`` and never while or as a composition ends.

    Some input methods eat the Enter that ends a composition, others commit the text and let the
    same key press through. So an Enter right after a commit counts as the composition's, unless
    a key was released in between.

    Signals:
        entered: Enter was pressed and meant for us.
        left: Esc was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._composing = False
        self._committed = QElapsedTimer()

    @property
    def composing(self) -> bool:
        """Whether the input method is in the middle of a composition."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follows the composition."""
        self._composing = bool(event.preeditString())
        if event.commitString():
            self._committed.start()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tells the two Enters apart."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in _ENTERS:
            super().keyPressEvent(event)
        elif not self._ends_composition():
            self.entered.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key that ended a composition is up: the next Enter is for us."""
        if not event.isAutoRepeat():
            self._committed.invalidate()
        super().keyReleaseEvent(event)

    def _ends_composition(self) -> bool:
        just_now = self._committed.isValid() and not self._committed.hasExpired(_SAME_PRESS_MS)
        return self._composing or just_now
