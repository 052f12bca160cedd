"""The system clipboard through Qt: every format, and data that tells when it was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.platform.mime import IMAGE, Offered, lasting
from desktop.services.content import Content
from desktop.services.ports import PortError, Snapshot, Target

_MAYBE_BY_TARGET = True
MAX_BYTES = 64 * 1024 * 1024
"""What a snapshot holds at most; formats that do not fit are left out."""


class System(Protocol):
    """What the system knows about the clipboard and Qt does not tell."""

    def read(self) -> Snapshot:
        """What another program has put on it; never waits long for that program."""
        ...

    def owned_here(self) -> bool:
        """Whether this program owns it, as the system says now; Qt may not have heard yet."""
        ...

    def dies_with_us(self) -> bool:
        """Whether what is on it is this program's and will be gone when it ends."""
        ...

    def watch(self, target: Target, on_read: Callable[[bool], None]) -> None:
        """Something for this target goes on the clipboard now.

        ``on_read`` is told what each reading means, maybe a little later: True if the target
        pastes, or the system does not tell; False if another program reads.
        """
        ...

    def watch_no_more(self) -> None:
        """Nothing is on offer any more."""
        ...

    def reading(self) -> None:
        """What is on offer is being read."""
        ...


class QtOnly:
    """A system that tells no more than Qt does."""

    def __init__(self) -> None:
        self._on_read: Callable[[bool], None] = _nobody_asks

    def read(self) -> Snapshot:
        """Asks Qt for every format."""
        return read_through_qt()

    def owned_here(self) -> bool:
        """Not known: whether Qt still shows our data has to do."""
        return True

    def dies_with_us(self) -> bool:
        """Not known; Windows keeps it."""
        return False

    def watch(self, target: Target, on_read: Callable[[bool], None]) -> None:
        """Not known who reads: any reading has to do."""
        del target
        self._on_read = on_read

    def watch_no_more(self) -> None:
        """Nothing to watch."""
        self._on_read = _nobody_asks

    def reading(self) -> None:
        """Tells it."""
        self._on_read(_MAYBE_BY_TARGET)


class QtClipboard:
    """The clipboard of the running ``QGuiApplication``."""

    def __init__(self, system: System) -> None:
        self._clipboard = QGuiApplication.clipboard()
        self._system = system
        self._put: QMimeData | None = None

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out, 64 MB at most."""
        if self._clipboard.ownsClipboard() and self._system.owned_here():
            return read_through_qt()
        return self._system.read()

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts ``content`` on it for a moment, marked as transient, and reports its readings.

        Raises:
            PortError: ``clipboard_busy``, another program has just taken it; ask again.
        """
        self._system.watch(target, on_read)
        self._take(Offered(content, self._system.reading))

    def put(self, content: Content) -> None:
        """Puts ``content`` on it to stay.

        Raises:
            PortError: ``clipboard_busy``, another program has just taken it; ask again.
        """
        self._system.watch_no_more()
        self._take(lasting(content))

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds.

        Raises:
            PortError: ``clipboard_busy``, another program has just taken it; ask again.
        """
        self._system.watch_no_more()
        if not snapshot.formats:
            self._put = None
            self._clipboard.clear()
            return
        data = QMimeData()
        for name, content in snapshot.formats.items():
            data.setData(name, content)
        self._take(data)

    def ours(self) -> bool:
        """Whether what is on it is still what we put there last."""
        return (
            self._put is not None
            and self._system.owned_here()
            and self._clipboard.mimeData() is self._put
        )

    def settled(self) -> bool:
        """Always: any number of programs can read at a time."""
        return True

    def _take(self, data: QMimeData) -> None:
        self._clipboard.setMimeData(data)
        if not self._system.owned_here():
            # Qt asks with the time of the last event it saw; the X server turns that down when
            # another program has taken the clipboard since, and Qt hears of it within a moment
            self._put = None
            raise PortError("clipboard_busy")
        self._put = data


def read_through_qt() -> Snapshot:
    """Every format as Qt tells it; for a clipboard that answers at once."""
    data = QGuiApplication.clipboard().mimeData()
    formats: dict[str, bytes] = {}
    room = MAX_BYTES
    for name in data.formats():
        if name == IMAGE:
            continue  # Qt's own, made of another format that is listed too
        content = bytes(data.data(name).data())
        if len(content) <= room:
            formats[name] = content
            room -= len(content)
    return Snapshot(formats)


def _nobody_asks(_: bool) -> None: ...
