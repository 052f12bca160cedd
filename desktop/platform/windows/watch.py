"""Follows windows of other programs by the events Windows tells of them."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import wintypes as w

from msgspec.structs import replace

from desktop.core.docking.model import OtherWindow, Presence
from desktop.platform.followers import Followers
from desktop.platform.windows.api import callback, user32
from desktop.platform.windows.others import WindowsOthers
from desktop.platform.windows.pick import WindowsPick
from desktop.platform.windows.programs import process_of
from desktop.services.ports import Action, Focus, Scheduler

_FOREGROUND = 0x0003
_MINIMISED, _RESTORED = 0x0016, 0x0017
_DESTROYED, _SHOWN, _HIDDEN = 0x8001, 0x8002, 0x8003
_MOVED, _NAMED = 0x800B, 0x800C
_CLOAKED, _UNCLOAKED = 0x8017, 0x8018
"""Source: Microsoft, "Event Constants"."""
_FOLLOWED = (
    (_MINIMISED, _RESTORED),
    (_DESTROYED, _HIDDEN),
    (_MOVED, _NAMED),
    (_CLOAKED, _UNCLOAKED),
)
_NEWS = frozenset({_SHOWN, _NAMED, _UNCLOAKED})
_EVERYBODY = 0
_QUEUED, _NOT_OURS = 0, 0x0002
"""WINEVENT_OUTOFCONTEXT, told through our message loop; and without our own process."""
_WINDOW_ITSELF = 0
_ROOT = 2

_Hook = tuple[int, int, int]
"""First and last event, and the process they are of."""


class WindowsWatch:
    """Hooks the events of the processes whose windows it follows, and of no others.

    A hook lies in our process: a program that hangs or runs with higher rights is not touched.
    """

    def __init__(self, scheduler: Scheduler, focus: Focus) -> None:
        """Hooks nothing yet.

        Args:
            scheduler: Later, on the loop that hands out Windows' messages.
            focus: The window of another program the agent worked in last.
        """
        self._others = WindowsOthers()
        self._pick = WindowsPick(self._others, focus)
        self._followers = Followers(scheduler, self._look, self._look_again, self._select)
        self._hooks: dict[_Hook, int] = {}
        self._ending: set[int] = set()
        types = (w.HANDLE, w.DWORD, w.HWND, w.LONG, w.LONG, w.DWORD, w.DWORD)
        self._procedure = callback(None, *types)(self._heard)  # Windows does not keep it alive

    def obstacle(self) -> str | None:
        """None: they can be followed."""
        return None

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> Action:
        """Lets the agent click a window, press Enter for the one last used, or Esc."""
        return self._pick.begin(picked)

    def windows(self) -> tuple[OtherWindow, ...]:
        """Those an agent could work in, the topmost first."""
        return self._others.windows()

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        """Tells soon how the window is, then after every change, to the last."""
        self._ending.discard(window)
        return self._followers.watch(window, changed)

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles."""
        return self._followers.listen(opened)

    def close(self) -> None:
        """Hears no more."""
        self._hook(set())

    def _select(self) -> None:
        """Hooks what is needed now."""
        wanted: set[_Hook] = set()
        processes = {process_of(window) for window in self._followers.windows} - {0}
        for process in processes:
            wanted |= {(first, last, process) for first, last in _FOLLOWED}
        if processes:
            wanted.add((_FOREGROUND, _FOREGROUND, _EVERYBODY))
        if self._followers.listening:
            wanted |= {(event, event, _EVERYBODY) for event in _NEWS}
        self._hook(wanted)

    def _hook(self, wanted: set[_Hook]) -> None:
        for hook in self._hooks.keys() - wanted:
            user32().UnhookWinEvent(self._hooks.pop(hook))
        for first, last, process in wanted - self._hooks.keys():
            whose = _NOT_OURS if process == _EVERYBODY else _QUEUED
            self._hooks[first, last, process] = user32().SetWinEventHook(
                first, last, None, self._procedure, process, 0, whose
            )

    def _look(self, window: int) -> OtherWindow:
        return self._unless_ending(self._others.look(window))

    def _look_again(self, before: OtherWindow) -> OtherWindow:
        return self._unless_ending(self._others.look_again(before))

    def _unless_ending(self, now: OtherWindow) -> OtherWindow:
        """Its end is told when it begins; a program that saves its work then is still there."""
        return replace(now, presence=Presence.GONE) if now.window in self._ending else now

    def _heard(self, _: int, event: int, window: int, what: int, part: int, *__: int) -> None:
        if event == _FOREGROUND:
            self._followers.changed(*self._followers.windows)
        elif what == _WINDOW_ITSELF and part == _WINDOW_ITSELF and window:
            if window in self._followers.windows:
                if event == _DESTROYED:
                    self._ending.add(window)
                self._followers.changed(window)
            if event in _NEWS and self._followers.listening and self._is_top_level(window):
                self._followers.opened()

    def _is_top_level(self, window: int) -> bool:
        return bool(user32().GetAncestor(window, _ROOT) == window)
