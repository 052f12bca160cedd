"""Who reads our clipboard: seen in the requests that reach Qt's connection."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from desktop.platform.clipboard import MAX_BYTES
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.offer import Atoms, Readers, Request, XOffer
from desktop.platform.x11.selection import XSelection
from desktop.services.ports import Scheduler, Snapshot, Target

_SELECTION_REQUEST = 30
_FIELDS = struct.Struct("=12xI4xII")


class _Requests(QAbstractNativeEventFilter):
    """Tells the requests for our clipboard, each just before Qt answers it."""

    def __init__(self, told: Callable[[Request], None]) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Looks at the event and lets it pass."""
        del kind
        address = int(message)
        if ctypes.c_uint8.from_address(address).value & 0x7F == _SELECTION_REQUEST:
            fields = _FIELDS.unpack(ctypes.string_at(address, _FIELDS.size))
            self._told(Request(*fields))
        return False, 0


class XClipboard:
    """What X11 knows about the clipboard and Qt does not tell."""

    def __init__(self, connection: XConnection, scheduler: Scheduler) -> None:
        self._connection = connection
        self._scheduler = scheduler
        self._selection = XSelection(connection)
        self._requests = _Requests(self._asked)
        self._offer: XOffer | None = None
        self._known = Readers()
        with connection.talking() as display:
            self._atoms = Atoms.of(display)
        window = QWindow()
        window.create()
        self._qt_window = int(window.winId())

    def read(self) -> Snapshot:
        """What another program has put on it, within a second."""
        return Snapshot(self._selection.read(MAX_BYTES))

    def owned_here(self) -> bool:
        """Whether this program's Qt owns it, as the X server says now."""
        return self._connection.same_program(self._selection.owner(), self._qt_window)

    def dies_with_us(self) -> bool:
        """Whether what is on it is this program's, and no clipboard manager will take it over."""
        return self.owned_here() and not self._selection.owner("CLIPBOARD_MANAGER")

    def watch(self, target: Target, on_read: Callable[[bool], None]) -> None:
        """Something for this target goes on the clipboard now; ``on_read`` is told its readings."""
        if self._offer:
            self._offer.end()
        elif application := QCoreApplication.instance():
            application.installNativeEventFilter(self._requests)
        where = (self._connection, self._atoms, self._scheduler)
        self._offer = XOffer(*where, target, on_read, self._known)

    def watch_no_more(self) -> None:
        """Looks at the requests only while a phrase is on offer: every event passes by here."""
        application = QCoreApplication.instance()
        if self._offer and application:
            self._offer.end()
            self._offer = None
            application.removeNativeEventFilter(self._requests)

    def reading(self) -> None:
        """What is on offer is being read."""
        if self._offer:
            self._offer.read()

    def key_sent(self) -> None:
        """The target's paste key goes out now."""
        if self._offer:
            self._offer.key_sent()

    def _asked(self, request: Request) -> None:
        if self._offer:
            self._offer.asked(request)
