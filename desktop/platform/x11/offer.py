"""One content on offer: who reads it, and what a reading means."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.selection import TEXT_ATOMS
from desktop.services.ports import Action, Scheduler, Target

_LOOKS_BEFORE_PASTING = 8
"""Chromium asks once or twice what there is before it only looks, about ten times before it
pastes, and up to four times after that."""
_AFTER_PASTING_CAP_MS = 250
_NUDGE_MS = 100
_BY_TARGET, _BY_ANOTHER = True, False


class Request(NamedTuple):
    """Source: X11 protocol, SelectionRequest."""

    requestor: int
    target: int
    place: int


class Atoms(NamedTuple):
    """The server's numbers for names, asked for once."""

    targets: int
    chromium: int
    texts: frozenset[int]
    protocols: int
    ping: int

    @classmethod
    def of(cls, display: Display) -> Atoms:
        """Asks the server."""
        number = display.intern_atom
        texts = frozenset(map(number, TEXT_ATOMS))
        names = ("WM_PROTOCOLS", "_NET_WM_PING")
        return cls(number("TARGETS"), number("CHROME_SELECTION"), texts, *map(number, names))


class Readers:
    """What was learnt about programs, by ``XConnection.program``.

    Attributes:
        along: Those that read whatever is copied.
        themselves: Those that read what they paste, and have no helper that does.
    """

    def __init__(self) -> None:
        self.along: set[int] = set()
        self.themselves: set[int] = set()


class XOffer:
    """A content that one window is to read; programs are told apart by their X connection.

    Chromium's main process reads a text at once when it sees the paste key, only to know whether
    there is something to paste. The page, which may be busy, has it read again when it pastes, and
    then asks once more what there is: only then it is done. Chromium may also leave an event of the
    clipboard lying until the next one of any kind comes, and stand still meanwhile, so it gets one.
    """

    def __init__(
        self,
        connection: XConnection,
        atoms: Atoms,
        scheduler: Scheduler,
        target: Target,
        on_read: Callable[[bool], None],
        readers: Readers,
    ) -> None:
        """``readers`` is added to."""
        self._connection = connection
        self._atoms = atoms
        self._scheduler = scheduler
        self._target = target
        self._on_read = on_read
        self._readers = readers
        self._last: Request | None = None
        self._looks = self._texts_read = 0
        self._key_sent = self._pasted = False
        self._waiting: Action | None = None

    def key_sent(self) -> None:
        """The paste key goes out now: who has read before did not read because of it."""
        self._key_sent = True

    def asked(self, request: Request) -> None:
        """A request of any kind, just before it is answered."""
        self._last = request
        if request.target == self._atoms.targets and self._by_target(request):
            self._looks += 1
            if self._pasted:
                self._done()

    def read(self) -> None:
        """The content is being made for the last request."""
        reading = self._last
        if reading is None:
            return
        program = self._connection.program(reading.requestor)
        if not self._by_target(reading):
            self._read_by_other(program)
            return
        self._readers.themselves.add(program)
        if reading.place != self._atoms.chromium or reading.target not in self._atoms.texts:
            self._on_read(_BY_TARGET)
        else:
            self._texts_read += 1
            if self._texts_read > 1 or self._looks >= _LOOKS_BEFORE_PASTING:
                self._pasted = True
                self._wait(_AFTER_PASTING_CAP_MS, self._done)
            else:
                self._wait(_NUDGE_MS, self._nudge)

    def end(self) -> None:
        """Something else goes on the clipboard."""
        if self._waiting:
            self._waiting()
            self._waiting = None

    def _read_by_other(self, program: int) -> None:
        """A history, or the helper of a program that does not read itself."""
        if not self._key_sent:
            self._readers.along.add(program)
        target = self._connection.program(self._target.window)
        helped = program not in self._readers.along and target not in self._readers.themselves
        if not self._key_sent or helped:
            self._on_read(_BY_ANOTHER)

    def _done(self) -> None:
        self.end()
        self._pasted = False
        self._on_read(_BY_TARGET)

    def _nudge(self) -> None:
        """Asks the window whether it is there, as window managers do; it means nothing else.

        Source: Extended Window Manager Hints, _NET_WM_PING.
        """
        window = self._connection.window(self._target.window)
        data = (32, [self._atoms.ping, 0, self._target.window, 0, 0])
        ping = ClientMessage(window=window, client_type=self._atoms.protocols, data=data)
        with self._connection.talking() as display:
            window.send_event(ping)
            display.flush()
        self._wait(_NUDGE_MS, self._nudge)

    def _wait(self, delay_ms: int, then: Action) -> None:
        self.end()
        self._waiting = self._scheduler.call_later(delay_ms, then)

    def _by_target(self, request: Request) -> bool:
        return self._connection.same_program(request.requestor, self._target.window)
