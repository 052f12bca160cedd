"""Who reads our clipboard: seen in the requests that reach Qt's connection."""

from __future__ import annotations

import ctypes
import struct

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from desktop.platform.clipboard import MAX_BYTES
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.selection import XSelection
from desktop.services.ports import Snapshot, Target

_SELECTION_REQUEST = 30
_REQUESTOR = struct.Struct("=12xI")
"""Source: X11 protocol, SelectionRequest: after code, time and owner comes the requestor."""


class _Requests(QAbstractNativeEventFilter):
    """Notes the window that asked last, just before Qt answers it."""

    requestor = 0

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Looks at a request for our clipboard and lets it pass."""
        del kind
        address = int(message)
        if ctypes.c_uint8.from_address(address).value & 0x7F == _SELECTION_REQUEST:
            (self.requestor,) = _REQUESTOR.unpack(ctypes.string_at(address, _REQUESTOR.size))
        return False, 0


class XClipboard:
    """What X11 knows about the clipboard and Qt does not tell."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        self._selection = XSelection(connection)
        self._requests = _Requests()
        self._watching = False
        window = QWindow()
        window.create()
        self._qt_window = int(window.winId())

    def read(self) -> Snapshot:
        """What another program has put on it, within a second."""
        return Snapshot(self._selection.read(MAX_BYTES))

    def owned_here(self) -> bool:
        """Whether this program's Qt owns it, as the X server says now."""
        return self._connection.same_program(self._selection.owner(), self._qt_window)

    def watch(self, on: bool) -> None:
        """Looks at the requests only while a phrase is on offer: every event passes by here."""
        application = QCoreApplication.instance()
        if application and on != self._watching:
            self._watching = on
            if on:
                application.installNativeEventFilter(self._requests)
            else:
                application.removeNativeEventFilter(self._requests)

    def read_by(self, target: Target) -> bool:
        """Whether the reader talks to the X server on the target's connection."""
        return self._connection.same_program(self._requests.requestor, target.window)
