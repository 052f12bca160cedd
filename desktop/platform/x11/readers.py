"""Who reads our clipboard, and what for: seen in the requests that reach Qt's connection."""

from __future__ import annotations

import ctypes
import struct
from typing import NamedTuple

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from desktop.platform.clipboard import MAX_BYTES
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.selection import TEXT_ATOMS, XSelection
from desktop.services.ports import Snapshot, Target

_SELECTION_REQUEST = 30
_LOOKS_BEFORE_PASTING = 4
"""Chromium asks once or twice what there is before it only looks, about ten times before it
pastes."""


class _Request(NamedTuple):
    """Source: X11 protocol, SelectionRequest."""

    requestor: int
    target: int
    place: int


_FIELDS = struct.Struct("=12xI4xII")


class _Requests(QAbstractNativeEventFilter):
    """Notes the requests for our clipboard, each just before Qt answers it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[_Request] = []

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Looks at the event and lets it pass."""
        del kind
        address = int(message)
        if ctypes.c_uint8.from_address(address).value & 0x7F == _SELECTION_REQUEST:
            fields = _FIELDS.unpack(ctypes.string_at(address, _FIELDS.size))
            self.seen.append(_Request(*fields))
        return False, 0


class XClipboard:
    """What X11 knows about the clipboard and Qt does not tell."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        self._selection = XSelection(connection)
        self._requests = _Requests()
        self._watched: Target | None = None
        with connection.talking() as display:
            self._targets = display.intern_atom("TARGETS")
            self._chromium = display.intern_atom("CHROME_SELECTION")
            self._texts = {display.intern_atom(name) for name in TEXT_ATOMS}
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

    def watch(self, target: Target | None) -> None:
        """Looks at the requests only while a phrase is on offer: every event passes by here."""
        application = QCoreApplication.instance()
        if application and target and not self._watched:
            application.installNativeEventFilter(self._requests)
        elif application and self._watched and not target:
            application.removeNativeEventFilter(self._requests)
        self._watched = target
        self._requests.seen.clear()

    def pasted(self) -> bool | None:
        """What the reading going on means; programs are told apart by their X connection.

        Chromium's main process reads the text at once when it sees the paste key, only to know
        whether there is something to paste. The page, which may be busy, has it read again when
        it pastes.
        """
        reading = self._requests.seen[-1] if self._requests.seen else None
        if not reading or not self._watched or not self._by_target(reading):
            return False
        if reading.place != self._chromium or reading.target not in self._texts:
            return True
        own = [request for request in self._requests.seen if self._by_target(request)]
        looks = sum(request.target == self._targets for request in own)
        texts = sum(request.target == reading.target for request in own)
        return True if texts > 1 or looks >= _LOOKS_BEFORE_PASTING else None

    def _by_target(self, request: _Request) -> bool:
        return bool(
            self._watched and self._connection.same_program(request.requestor, self._watched.window)
        )
