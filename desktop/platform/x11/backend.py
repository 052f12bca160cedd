"""The X11 backend, put together on Qt's loop."""

from __future__ import annotations

from PySide6.QtCore import QSocketNotifier

from desktop.platform.clipboard import QtClipboard
from desktop.platform.clock import SystemClock
from desktop.platform.copy_only import copy_only_backend
from desktop.platform.scheduler import QtScheduler
from desktop.platform.system import Backend
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.platform.x11.keys import XKeys
from desktop.platform.x11.readers import XClipboard
from desktop.platform.x11.windows import XWindows
from desktop.services.ports import PortError


def x11_backend() -> Backend:
    """Everything through one connection of our own; copies only if the server refuses it."""
    try:
        connection = XConnection()
    except PortError as refused:
        return copy_only_backend("x11", refused.code)
    scheduler = QtScheduler()
    socket = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read)

    def pump() -> None:
        try:
            connection.pump()
        except PortError:
            socket.setEnabled(False)  # the server is gone, and Qt is about to end us too

    def close() -> None:
        socket.setEnabled(False)
        connection.close()

    def pump_soon() -> None:
        scheduler.call_later(0, pump)

    socket.activated.connect(pump)
    connection.on_events = pump_soon
    focus = XFocus(connection)
    return Backend(
        name="x11",
        hotkeys=XHotkeys(connection),
        keys=XKeys(connection),
        focus=focus,
        clipboard=QtClipboard(XClipboard(connection)),
        scheduler=scheduler,
        clock=SystemClock(),
        windows=XWindows(connection, focus),
        close=close,
    )
