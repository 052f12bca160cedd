"""Follows windows of other programs by the events the X server sends of them."""

from __future__ import annotations

from collections.abc import Callable

from Xlib import X, Xatom
from Xlib.protocol.rq import Event

from desktop.core.docking.model import OtherWindow
from desktop.platform.followers import Followers
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.others import XOthers
from desktop.platform.x11.pick import XPick
from desktop.services.ports import Action, Scheduler, Target

_STRUCTURE = (X.ConfigureNotify, X.MapNotify, X.UnmapNotify, X.DestroyNotify, X.ReparentNotify)


class XWindowWatch:
    """Selects events on the windows it follows and on their frames."""

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
        self._others = XOthers(connection)
        self._pick = XPick(connection, scheduler, self._others, last_used)
        self._followers = Followers(
            scheduler, self._others.look, self._others.look_where, self._select
        )
        self._root = int(connection.root().id)
        self._frames: dict[int, int] = {}
        self._selected: dict[int, int] = {}
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
        return self._followers.watch(window, changed)

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles."""
        return self._followers.listen(opened)

    def _select(self) -> None:
        """Asks the server for the events that are needed now, and for no others."""
        wanted = {self._root: X.PropertyChangeMask}
        watched = self._followers.windows
        self._frames = {w: self._frames.get(w) or self._others.frame_of(w) for w in watched}
        if self._followers.listening:
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
            self._followers.changed(window)
            if event.atom in {atoms["title"], Xatom.WM_NAME}:
                self._followers.opened()
        elif event.atom == atoms["listed"]:
            self._followers.opened()
        elif event.atom in {atoms["active"], atoms["current"]}:
            self._followers.changed(*self._frames)

    def _structure_changed(self, event: Event) -> None:
        window = event.window.id
        watched = [w for w, frame in self._frames.items() if window in {w, frame}]
        if event.type == X.ConfigureNotify:
            self._followers.moved(*watched)
            return
        if event.type == X.ReparentNotify and window in self._frames:
            del self._frames[window]
            self._select()
        elif event.type == X.MapNotify:
            self._followers.opened()
        self._followers.changed(*watched)
