"""Which window of another program the keys go to."""

from __future__ import annotations

import ctypes
import os
from collections import deque
from collections.abc import Callable
from ctypes import wintypes as w

from msgspec import Struct

from desktop.platform.windows.api import callback, kernel32, user32
from desktop.platform.windows.foreground import bring_forward
from desktop.platform.windows.input_field import takes_keys
from desktop.platform.windows.programs import is_shell, out_of_reach, process_of, program_of
from desktop.services.ports import PortError, Target

_FOREGROUND = 0x0003
_FROM_OTHERS_QUEUED = 0x0002
"""WINEVENT_OUTOFCONTEXT without our own process: told through our message loop."""
_PROMPT_MS = 50
"""Who hears of a hotkey sooner finds the window in front in which it was pressed."""
_REMEMBERED = 8
"""More changes than there are between a hotkey and the moment we hear of it."""


class _Change(Struct):
    """Another window came to the front.

    Attributes:
        at_ms: When, by Windows' ticks; None if Windows has not told of it.
        before: The one that keys went to until then.
    """

    at_ms: int | None
    before: Target | None


class WindowsFocus:
    """Remembers the foreground window of other programs as it changes.

    Whoever asks for the current window while a hotkey is told of means the one in which it was
    pressed. Others may have come to the front since, as when a chat was closed right after the key.
    """

    def __init__(self, pressed_at_ms: Callable[[], int | None] = lambda: None) -> None:
        """``pressed_at_ms`` tells when the hotkey was pressed that is told of, in ticks."""
        self._own = os.getpid()
        self._pressed_at_ms = pressed_at_ms
        self._last: Target | None = None
        self._changes: deque[_Change] = deque(maxlen=_REMEMBERED)
        types = (w.HANDLE, w.DWORD, w.HWND, w.LONG, w.LONG, w.DWORD, w.DWORD)
        self._heard = callback(None, *types)(self._changed)  # Windows does not keep it alive
        self._hook = user32().SetWinEventHook(
            _FOREGROUND, _FOREGROUND, None, self._heard, 0, 0, _FROM_OTHERS_QUEUED
        )
        self._look()

    def current(self) -> Target | None:
        """The active window, or the last one before a window of ours; None when unknown."""
        untold = self._look()
        if self._last and not self.exists(self._last):
            self._last = None
        pressed_at_ms = self._pressed_at_ms()
        if pressed_at_ms is None:
            return self._last
        if untold and _since(pressed_at_ms, kernel32().GetTickCount()) > _PROMPT_MS:
            return None  # it may have come after the key: Windows hands that news out later
        target = self._last_at(pressed_at_ms)
        return target if target and self.exists(target) else None

    def _last_at(self, moment_ms: int) -> Target | None:
        """The window that keys went to at a moment; None if one came forward at that very tick."""
        target = self._last
        for change in reversed(self._changes):
            late_ms = _since(moment_ms, change.at_ms)
            if late_ms < 0:
                break
            target = change.before if late_ms else None
        return target

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

    def _changed(self, *told: int) -> None:
        _, _, window, _, _, _, at_ms = told
        if self._last and self._last.window == window and self._changes:
            if self._changes[-1].at_ms is None:
                self._changes[-1].at_ms = at_ms  # seen before Windows told of it
        else:
            self._remember(window, at_ms)

    def _look(self) -> bool:
        """Whether there is a change that Windows has not told of yet."""
        return self._remember(user32().GetForegroundWindow(), None)

    def _remember(self, window: int | None, at_ms: int | None) -> bool:
        """Takes note of a window that came to the front unless it is ours or the shell's."""
        if not window or (self._last and self._last.window == window):
            return False
        if process_of(window) in {0, self._own} or is_shell(window):
            return False
        self._changes.append(_Change(at_ms, self._last))
        self._last = Target(window, program_of(window))
        return True


def _since(moment_ms: int, at_ms: int | None) -> int:
    """Milliseconds from a moment on, in ticks of 32 bits; less than 0 for what was not told of."""
    return -1 if at_ms is None else ctypes.c_int32(at_ms - moment_ms).value
