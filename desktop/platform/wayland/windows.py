"""Our own windows on Wayland."""

from __future__ import annotations

from collections.abc import Callable

from desktop.platform.own_windows import QtWindows
from desktop.platform.wayland.focus import own_in_front
from desktop.services.ports import Scheduler

_PATIENCE_MS = 200


class WaylandWindows(QtWindows):
    """As Qt does it; the clipboard wants the agent's attention."""

    def __init__(self, scheduler: Scheduler, may_copy: Callable[[], bool]) -> None:
        self._scheduler = scheduler
        self._may_copy = may_copy

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus.

        A desktop grants that to who has the token of a hotkey. One that does not know such tokens
        gives the keyboard to windows that are new.
        """
        super().activate(window)
        self._scheduler.call_later(_PATIENCE_MS, lambda: self._open_anew(window))

    def may_copy(self) -> bool:
        """Whether the agent is at work in a window of ours, or its user lets us copy anyway."""
        return self._may_copy()

    def _open_anew(self, window: int) -> None:
        if own_in_front() is None:
            for own in self._find(window):
                own.hide()
                own.show()
