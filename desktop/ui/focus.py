"""The keyboard focus: left in the chat window by clicks, borrowed for typing, given back."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.services.ports import Focus, PortError, Target, WindowBehaviour


class FocusKeeper(QObject):
    """Remembers the chat window while ours has the keyboard.

    The window does not accept the focus on its own: clicks leave it in the chat window. Only
    ``take`` brings it here, and it is refused again as soon as the window loses it.
    """

    def __init__(self, window: QWidget, behaviour: WindowBehaviour, focus: Focus) -> None:
        super().__init__(window)
        self._window = window
        self._behaviour = behaviour
        self._focus = focus
        self._chat: Target | None = None
        self._held = False
        self._was_hidden = False
        window.installEventFilter(self)

    def target(self) -> Target | None:
        """Where a phrase goes now: the chat window that lent the focus, else the active one."""
        return self._chat or self._current()

    def take(self) -> None:
        """Brings the window here with the keyboard focus."""
        if not self._held:
            self._chat = self._current()
            self._was_hidden = not self._window.isVisible()
        self._held = True
        self._accept(accepts=True)
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.activateWindow()
        with suppress(PortError):  # Qt has asked already; not every system listens to it
            self._behaviour.activate(int(self._window.winId()))

    def give_back(self) -> None:
        """Returns the focus to the chat window, and hides again if that is how it was.

        The window may have lost the focus for a moment meanwhile, and with it what it remembered:
        a hotkey takes the keyboard away for as long as it is held.
        """
        chat, hide = self.target(), self._was_hidden
        self._release()
        if hide:
            self._window.hide()
        if chat is not None:
            with suppress(PortError):
                self._focus.activate(chat)

    def bring(self, other: QWidget) -> None:
        """Brings another window of ours, which may have the focus at any time, to the front."""
        other.activateWindow()
        with suppress(PortError):
            self._behaviour.activate(int(other.winId()))

    def lend_to(self, typed_in: QWidget) -> None:
        """Lets a press of the mouse in a widget for typing take the focus."""
        typed_in.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuses the focus from the first show on and after every loss; takes it for typing."""
        if watched is not self._window:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.take()
            return False
        if event.type() == QEvent.Type.WindowDeactivate:
            self._release()
        elif event.type() == QEvent.Type.Show and not self._held:
            self._accept(accepts=False)
        return False

    def _current(self) -> Target | None:
        try:
            return self._focus.current()
        except PortError:  # pasting will meet it again, and can say it
            return None

    def _release(self) -> None:
        self._chat = None
        self._held = self._was_hidden = False
        self._accept(accepts=False)

    def _accept(self, *, accepts: bool) -> None:
        self._behaviour.set_accepts_focus(int(self._window.winId()), accepts)
