"""One connection to the X server that never leaves an event lying in a buffer."""

from __future__ import annotations

import select
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop.services.ports import Action, PortError


class XConnection:
    """Requests go through ``talking``; events go to who listens.

    python-xlib reads events into memory while it waits for a reply. The socket then says nothing
    any more, so whoever talks has the events handed out soon after, by ``on_events``.
    """

    def __init__(self, name: str | None = None) -> None:
        """Connects.

        Args:
            name: Such as ``:0``; None for the one in the environment.

        Raises:
            PortError: ``no_x11``, there is no X server or it refuses us.
        """
        try:
            self._display = Display(name)
        except (error.DisplayError, error.ConnectionClosedError, OSError) as refused:
            raise PortError("no_x11") from refused
        # a window that went away while we asked about it is no news
        self._display.set_error_handler(lambda *_: None)
        self._listeners: dict[int, list[Callable[[Event], None]]] = {}
        self._arrived: deque[Event] = deque()
        self._telling = False
        self.on_events: Action = lambda: None
        """Called when events wait that the socket will not tell of; shall see to ``pump``."""
        self.user_time_ms = 0
        """The server's time of the last key we were told of; 0 before the first."""

    @contextmanager
    def talking(self) -> Iterator[Display]:
        """Lends the display for requests.

        Raises:
            PortError: ``no_x11``, the connection is lost.
        """
        try:
            yield self._display
            self._collect()
        except (error.ConnectionClosedError, OSError) as lost:
            raise PortError("no_x11") from lost
        if self._arrived:
            self.on_events()

    def listen(self, event_type: int, listener: Callable[[Event], None]) -> None:
        """Has all events of one type told to ``listener``."""
        self._listeners.setdefault(event_type, []).append(listener)

    def pump(self) -> None:
        """Hands out every event that has arrived.

        Raises:
            PortError: ``no_x11``, the connection is lost.
        """
        with self.talking():
            pass
        while self._arrived:
            event = self._arrived.popleft()
            if event.type == X.KeyPress:
                self.user_time_ms = event.time
            self._telling = True
            try:
                for listener in self._listeners.get(event.type, ()):
                    listener(event)
            finally:
                self._telling = False
            self._collect()

    def overtaken(self, by: Callable[[Event], bool]) -> bool:
        """Whether such an event has followed the one that a listener is being told of.

        What the server says now holds after all that have arrived, and not at the moment of the
        event. False outside of listeners.
        """
        return self._telling and any(by(event) for event in self._arrived)

    def wait_for(self, wanted: Callable[[Event], bool], deadline_s: float) -> Event | None:
        """The next event that is wanted; all others are kept for ``pump``.

        Args:
            wanted: Says which.
            deadline_s: On ``time.monotonic``; None is returned when it has passed.
        """
        with self.talking() as display:
            seen = 0
            while True:
                self._collect()
                while seen < len(self._arrived):
                    if wanted(self._arrived[seen]):
                        event = self._arrived[seen]
                        del self._arrived[seen]
                        return event
                    seen += 1
                left_s = deadline_s - time.monotonic()
                if left_s <= 0:
                    return None
                select.select([display.fileno()], [], [], left_s)

    def forget(self, unwanted: Callable[[Event], bool]) -> None:
        """Drops events that have arrived and are not handed out yet."""
        self._arrived = deque(event for event in self._arrived if not unwanted(event))

    def window(self, number: int) -> Window:
        """A window by its number."""
        return Window(self._display.display, number)

    def root(self) -> Window:
        """The root window."""
        root: Window = self._display.screen().root
        return root

    def program(self, window: int) -> int:
        """A number for whose window it is: all that one connection to the X server made."""
        mask: int = self._display.display.info.resource_id_mask
        return window & ~mask

    def same_program(self, window: int, other: int) -> bool:
        """Whether two windows were made through the same connection to the X server."""
        return self.program(window) == self.program(other)

    def fileno(self) -> int:
        """The socket, for a loop to watch."""
        return self._display.fileno()

    def close(self) -> None:
        """Ends the connection; the server gives back everything we took."""
        self._display.close()

    def _collect(self) -> None:
        while self._display.pending_events():
            self._arrived.append(self._display.next_event())
