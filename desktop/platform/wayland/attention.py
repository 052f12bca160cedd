"""Whether the agent is at work in a window of ours, which is when Wayland lets it copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_PRESSES = {
    *(QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride),
    *(QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin),
}


class Attention(QObject):
    """Given by the first press in a window that has the keyboard, until the keyboard leaves it.

    A copy is sent with the number of the last press that we were told of. The desktop turns it
    down, without a word, if another program has copied after that press.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self.given = False
        application.focusWindowChanged.connect(self._moved)
        self._moved(application.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes the first press; every event of the program passes by here until then."""
        del watched
        if event.type() in _PRESSES and event.spontaneous():
            self.given = True
            self._look(at=False)
        return False

    def _moved(self, window: QWindow | None) -> None:
        self.given = False
        self._look(at=window is not None)

    def _look(self, *, at: bool) -> None:
        application = QCoreApplication.instance()
        assert application
        application.removeEventFilter(self)
        if at:
            application.installEventFilter(self)
