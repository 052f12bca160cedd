"""Typing that knows an Enter for the input method from an Enter for us."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAME_PRESS_MS = 150
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Composition:
    """Follows what an input method does in one widget.

    Some input methods eat the Enter that ends a composition, others commit the text and let the
    same key press through. So an Enter right after a commit counts as the composition's, unless
    a key was released in between.

    Attributes:
        running: Whether the input method is in the middle of a composition.
    """

    def __init__(self) -> None:
        self.running = False
        self._committed = QElapsedTimer()

    def follow(self, event: QInputMethodEvent) -> None:
        """The input method shows or commits something."""
        self.running = bool(event.preeditString())
        if event.commitString():
            self._committed.start()

    def follow_release(self, event: QKeyEvent) -> None:
        """The key that ended a composition is up: the next Enter is for us."""
        if not event.isAutoRepeat():
            self._committed.invalidate()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that was just pressed is an Enter, and the composition's."""
        just_now = self._committed.isValid() and not self._committed.hasExpired(_SAME_PRESS_MS)
        return event.key() in ENTERS and (self.running or just_now)


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter with no modifier but Shift."""
    return event.key() in ENTERS and not event.modifiers() & _MODIFIERS


class TypingLine(QLineEdit):
    """Like its base, but Enter comes as ``entered`` and never while or as a composition ends.

    Signals:
        entered: Enter was pressed and meant for us.
        left: Esc was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composition = Composition()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follows the composition."""
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tells the two Enters apart; one with Ctrl or the like belongs to who is around it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.composition.takes(event):
            event.accept()
        elif is_plain_enter(event):
            self.entered.emit()
        elif event.key() in ENTERS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Follows the composition."""
        self.composition.follow_release(event)
        super().keyReleaseEvent(event)
