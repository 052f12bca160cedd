"""The window in front, as far as Wayland lets a program know: whether it is one of ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.services.ports import Scheduler, Target

IN_FRONT = Target(0)
"""Whatever window of another program has the keyboard: which one is nobody's business here."""
_POLL_MS = 10


def own_in_front() -> QWindow | None:
    """Our window that has the keyboard; None while another program's has it."""
    return QGuiApplication.focusWindow()


class FrontFocus:
    """Keys go to the window in front; ours steps aside for it, which is all that can be done."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def current(self) -> Target:
        """Always the window in front."""
        return IN_FRONT

    def is_active(self, target: Target) -> bool:
        """Whether no window of ours has the keyboard."""
        del target
        return own_in_front() is None

    def activate(self, target: Target) -> None:
        """Hides our window that has the keyboard, once the keys of a hotkey are let go.

        The desktop gives the keyboard to the window that had it before. Afterwards nothing could
        tell that a key is held.
        """
        own = own_in_front()
        if own is None:
            return
        if QGuiApplication.queryKeyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            own.hide()
        else:
            self._scheduler.call_later(_POLL_MS, lambda: self.activate(target))

    def exists(self, target: Target) -> bool:
        """Not known to be gone."""
        del target
        return True
