"""Follows windows of other programs by the events the X server sends of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from Xlib import X, Xatom
from Xlib.protocol.rq import Event

from desktop.core.docking.model import OtherWindow, Presence
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.others import XOthers
from desktop.platform.x11.pick import XPick
from desktop.services.ports import Action, PortError, Scheduler, Target

_STRUCTURE = (X.ConfigureNotify, X.MapNotify, X.UnmapNotify, X.DestroyNotify, X.ReparentNotify)
_Watcher = tuple[int, Callable[[OtherWindow], None]]


class XWindowWatch:
    """Selects events on the windows it follows and on their frames; reads them once a burst.

    A window that is dragged sends many: what they tell is looked up when the loop comes round.
    """

    def __init__(
        self, connection: XConnection, scheduler: Scheduler, last_used: Callable[[], Target | None]
    ) -> None:
        """Begins to listen.

        Args:
            connection: One whose root window tells of its properties already.
            scheduler: Later, on the loop that pumps the connection.
            last_used: The window of another program the agent worked in last.
        """
        self._connection = connection
        self._scheduler = scheduler
        self._others = XOthers(connection)
        self._pick = XPick(connection, scheduler, self._others, last_used)
        self._root = int(connection.root().id)
        self._watchers: list[_Watcher] = []
        self._frames: dict[int, int] = {}
        self._listeners: list[Action] = []
        self._selected: dict[int, int] = {}
        self._told: dict[int, OtherWindow] = {}
        self._changed: set[int] = set()
        self._moved: set[int] = set()
        self._opened = self._due = False
        connection.listen(X.PropertyNotify, self._property_changed)
        for kind in _STRUCTURE:
            connection.listen(kind, self._structure_changed)

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
        watcher = (window, changed)
        self._watchers.append(watcher)
        self._told.pop(window, None)
        self._select()
        self._tell_soon(window)
        return partial(self._unwatch, watcher)

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles."""
        self._listeners.append(opened)
        self._select()
        return partial(self._unlisten, opened)

    def _unwatch(self, watcher: _Watcher) -> None:
        if watcher in self._watchers:
            self._watchers.remove(watcher)
            self._select()

    def _unlisten(self, opened: Action) -> None:
        if opened in self._listeners:
            self._listeners.remove(opened)
            self._select()

    def _select(self) -> None:
        """Asks the server for the events that are needed now, and for no others."""
        wanted = {self._root: X.PropertyChangeMask}
        watched = {window for window, _ in self._watchers}
        self._frames = {w: self._frames.get(w) or self._others.frame_of(w) for w in watched}
        if self._listeners:
            wanted[self._root] |= X.SubstructureNotifyMask
            wanted |= {w.window: X.PropertyChangeMask for w in self._others.windows()}
        wanted |= dict.fromkeys(self._frames.values(), X.StructureNotifyMask)
        wanted |= dict.fromkeys(watched, X.StructureNotifyMask | X.PropertyChangeMask)
        with self._connection.talking() as display:
            for window in self._selected.keys() | wanted.keys():
                mask = wanted.get(window, X.NoEventMask)
                if mask != self._selected.get(window):
                    self._connection.window(window).change_attributes(event_mask=mask)
            display.flush()
        self._selected = wanted

    def _property_changed(self, event: Event) -> None:
        window, atoms = event.window.id, self._others.atoms
        if window != self._root:
            self._opened |= event.atom in {atoms["title"], Xatom.WM_NAME}
            self._tell_soon(window)
        elif event.atom == atoms["listed"]:
            self._opened = True
            self._tell_soon()
        elif event.atom in {atoms["active"], atoms["current"]}:
            self._tell_soon(*self._frames)

    def _structure_changed(self, event: Event) -> None:
        window = event.window.id
        self._opened |= event.type == X.MapNotify
        watched = {w for w, frame in self._frames.items() if window in {w, frame}}
        if event.type == X.ConfigureNotify:
            self._moved |= watched
            watched = set()
        elif event.type == X.ReparentNotify:
            self._frames.pop(window, None)
        self._tell_soon(*watched)

    def _tell_soon(self, *windows: int) -> None:
        self._changed.update(windows)
        if not self._due:
            self._due = True
            self._scheduler.call_later(0, self._tell)

    def _tell(self) -> None:
        changed, moved, opened = self._changed, self._moved, self._opened
        self._changed, self._moved, self._opened, self._due = set(), set(), False, False
        with suppress(PortError):  # the server is gone, and Qt is about to end us too
            for window in (changed | moved) & {window for window, _ in self._watchers}:
                before = None if window in changed else self._told.get(window)
                self._tell_of(self._others.moved(before) if before else self._others.look(window))
            if opened and self._listeners:
                self._select()
                for told in tuple(self._listeners):
                    told()

    def _tell_of(self, now: OtherWindow) -> None:
        window = now.window
        if window not in self._frames:  # it got another one
            self._select()
        if now == self._told.get(window):
            return
        self._told[window] = now
        for watcher in [watcher for watcher in self._watchers if watcher[0] == window]:
            if now.presence is Presence.GONE:
                self._watchers.remove(watcher)
            watcher[1](now)
