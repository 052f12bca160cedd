"""Who is told of which windows of other programs, once for a burst of the system's events."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from desktop.core.docking.model import OtherWindow, Presence
from desktop.services.ports import Action, PortError, Scheduler

_Watcher = tuple[int, Callable[[OtherWindow], None]]


class Followers:
    """Looks at what events were about when the loop comes round, and tells what is new.

    A window that is dragged sends many events; what they tell is out of date when they come.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        look: Callable[[int], OtherWindow],
        look_where: Callable[[OtherWindow], OtherWindow],
        select: Action,
    ) -> None:
        """Nobody is told anything yet.

        Args:
            scheduler: Later, on the loop that hands out the events.
            look: Reads how a window is.
            look_where: The same window where it is now.
            select: Asks the system for the events needed now; called when that may have changed.
        """
        self._scheduler = scheduler
        self._look = look
        self._look_where = look_where
        self._select = select
        self._watchers: list[_Watcher] = []
        self._listeners: list[Action] = []
        self._told: dict[int, OtherWindow] = {}
        self._changed: set[int] = set()
        self._moved: set[int] = set()
        self._opened = self._due = False

    @property
    def windows(self) -> set[int]:
        """The windows that somebody watches."""
        return {window for window, _ in self._watchers}

    @property
    def listening(self) -> bool:
        """Whether somebody waits for new windows and titles."""
        return bool(self._listeners)

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        """Tells soon how the window is, then after every change, to the last."""
        watcher = (window, changed)
        self._watchers.append(watcher)
        self._told.pop(window, None)
        self._select()
        self.changed(window)
        return partial(self._unwatch, watcher)

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles."""
        self._listeners.append(opened)
        self._select()
        return partial(self._unlisten, opened)

    def changed(self, *windows: int) -> None:
        """An event came: anything about these may be new."""
        self._changed.update(windows)
        self._tell_soon()

    def moved(self, *windows: int) -> None:
        """An event came: these may be elsewhere, or of another size."""
        self._moved.update(windows)
        self._tell_soon()

    def opened(self) -> None:
        """An event came: there may be a new window, or one with a new title."""
        self._opened = True
        self._tell_soon()

    def _unwatch(self, watcher: _Watcher) -> None:
        if watcher in self._watchers:
            self._watchers.remove(watcher)
            self._select()

    def _unlisten(self, opened: Action) -> None:
        if opened in self._listeners:
            self._listeners.remove(opened)
            self._select()

    def _tell_soon(self) -> None:
        if not self._due:
            self._due = True
            self._scheduler.call_later(0, self._tell)

    def _tell(self) -> None:
        changed, moved, opened = self._changed, self._moved, self._opened
        self._changed, self._moved, self._opened, self._due = set(), set(), False, False
        with suppress(PortError):  # the system is going down, and we with it
            for window in (changed | moved) & self.windows:
                before = None if window in changed else self._told.get(window)
                self._tell_of(self._look_where(before) if before else self._look(window))
            if opened and self.listening:
                self._select()
                for told in tuple(self._listeners):
                    told()

    def _tell_of(self, now: OtherWindow) -> None:
        if now == self._told.get(now.window):
            return
        self._told[now.window] = now
        for watcher in [w for w in self._watchers if w[0] == now.window]:
            if now.presence is Presence.GONE:
                self._unwatch(watcher)
            watcher[1](now)
