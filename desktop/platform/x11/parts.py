"""What hangs on our connection to the X server, made in one go."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSocketNotifier

from desktop.platform.clipboard import QtOnly, System
from desktop.platform.missing import NoFocus, NoHotkeys, NoKeys, NoTyping, NoWindowWatch
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.platform.x11.keys import XKeys
from desktop.platform.x11.readers import XClipboard
from desktop.platform.x11.typing import XTyping
from desktop.platform.x11.watch import XWindowWatch
from desktop.services.ports import (
    Action,
    Focus,
    Hotkeys,
    Keys,
    PortError,
    Scheduler,
    Typing,
    WindowWatch,
)

if TYPE_CHECKING:
    from desktop.platform.x11.input_method import InputMethods


class Parts(Struct, frozen=True):
    """The handlers, and how to end them."""

    hotkeys: Hotkeys
    keys: Keys
    typing: Typing
    focus: Focus
    others: WindowWatch
    clipboard: System
    close: Action


def connect(scheduler: Scheduler) -> Parts:
    """Connects and watches the connection on Qt's loop; what is missing says so."""

    @cache
    def input_methods() -> InputMethods:
        from desktop.platform.x11.input_method import InputMethods

        return InputMethods(os.environ)

    try:
        connection = XConnection()
        focus, held = XFocus(connection), HeldKey(connection)
        hotkeys, clipboard = XHotkeys(connection, held), XClipboard(connection, scheduler)
        keys = XKeys(connection, held, focus.is_active, clipboard.key_sent)
        others = XWindowWatch(connection, scheduler, focus.current)
        typing = XTyping(connection, XConnection, _watch, lambda: input_methods().composing())
    except PortError as error:
        code = error.code
        return Parts(
            NoHotkeys(code),
            NoKeys(code),
            NoTyping(code),
            NoFocus(),
            NoWindowWatch(code),
            QtOnly(),
            lambda: None,
        )

    def pump() -> None:
        try:
            connection.pump()
        except PortError:
            unwatch()  # the server is gone, and Qt is about to end us too

    def pump_soon() -> None:
        scheduler.call_later(0, pump)

    def close() -> None:
        typing.stop()
        if input_methods.cache_info().currsize:
            input_methods().close()
        unwatch()
        connection.close()

    unwatch = _watch(connection, pump)
    connection.on_events = pump_soon
    return Parts(hotkeys, keys, typing, focus, others, clipboard, close)


def _watch(connection: XConnection, readable: Action) -> Action:
    """Calls when there is something to read; returns what ends that."""
    # Qt's to delete: it may be ended by what it called
    application = QCoreApplication.instance()
    socket = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, application)
    socket.activated.connect(readable)

    def end() -> None:
        socket.setEnabled(False)
        socket.deleteLater()

    return end
