"""Which window of another program the keys go to."""

from __future__ import annotations

import os
from ctypes import wintypes as w

from desktop.platform.windows.api import callback, user32
from desktop.platform.windows.foreground import bring_forward
from desktop.platform.windows.input_field import takes_keys
from desktop.platform.windows.programs import is_shell, out_of_reach, process_of, program_of
from desktop.services.ports import PortError, Target

_FOREGROUND = 0x0003
_FROM_OTHERS_QUEUED = 0x0002
"""WINEVENT_OUTOFCONTEXT without our own process: told through our message loop."""


class WindowsFocus:
    """Remembers the foreground window of other programs as it changes."""

    def __init__(self) -> None:
        self._own = os.getpid()
        self._last: Target | None = None
        types = (w.HANDLE, w.DWORD, w.HWND, w.LONG, w.LONG, w.DWORD, w.DWORD)
        self._heard = callback(None, *types)(self._changed)  # Windows does not keep it alive
        self._hook = user32().SetWinEventHook(
            _FOREGROUND, _FOREGROUND, None, self._heard, 0, 0, _FROM_OTHERS_QUEUED
        )
        self._look()

    def current(self) -> Target | None:
        """The active window, or the last one before a window of ours; None when unknown."""
        self._look()
        if self._last and not self.exists(self._last):
            self._last = None
        return self._last

    def is_active(self, target: Target) -> bool:
        """Whether keys pressed now go to that window; right after a change they may go nowhere.

        Raises:
            PortError: ``target_elevated``: it runs as administrator, and our keys do not reach it.
        """
        in_front = user32().GetForegroundWindow() == target.window
        if not in_front or user32().IsIconic(target.window) or not takes_keys(target.window):
            return False
        if out_of_reach(target.window):
            raise PortError("target_elevated")
        return True

    def activate(self, target: Target) -> None:
        """Brings it to the front, out of the task bar if need be."""
        if self.exists(target):
            bring_forward(target.window)

    def exists(self, target: Target) -> bool:
        """Whether the window is still there, shown or minimised."""
        return bool(user32().IsWindow(target.window))

    def close(self) -> None:
        """Looks no longer."""
        user32().UnhookWinEvent(self._hook)

    def _changed(self, *_: object) -> None:
        self._look()

    def _look(self) -> None:
        """Remembers the foreground window unless it is ours or the shell's."""
        window = user32().GetForegroundWindow()
        if not window or (self._last and self._last.window == window):
            return
        if process_of(window) not in {0, self._own} and not is_shell(window):
            self._last = Target(window, program_of(window))
