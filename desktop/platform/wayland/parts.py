"""What hangs on our connection to the session bus, made in one go."""

from __future__ import annotations

import os

from msgspec import Struct
from PySide6.QtCore import QSocketNotifier

from desktop.platform.launch import command
from desktop.platform.missing import NoHotkeys, NoKeys
from desktop.platform.wayland.bus import SessionBus
from desktop.platform.wayland.hotkeys import PortalHotkeys
from desktop.platform.wayland.identity import say_who_we_are
from desktop.platform.wayland.keys import PortalKeys
from desktop.platform.wayland.portal import Portal
from desktop.platform.wayland.portal_clipboard import PortalClipboard
from desktop.services.ports import Action, Clock, Hotkeys, Keys, PortError, Scheduler, Settings


class Parts(Struct, frozen=True):
    """The handlers, and how to end them."""

    hotkeys: Hotkeys
    keys: Keys
    clipboard: PortalClipboard | None
    close: Action


def connect(scheduler: Scheduler, clock: Clock, settings: Settings) -> Parts:
    """Connects and watches the bus on Qt's loop; without a bus the handlers say so."""
    try:
        bus = SessionBus()
    except PortError as error:
        return Parts(NoHotkeys(error.code), NoKeys(error.code), None, lambda: None)
    portal = Portal(bus, scheduler)

    def introduce(there: bool) -> None:
        if there:
            say_who_we_are(portal, command(), os.environ)

    portal.watch(introduce)  # before the others ask for anything again
    introduce(there=True)
    hotkeys = PortalHotkeys(portal, scheduler, clock, _may_come_forward)
    keys = PortalKeys(portal, settings, hotkeys.held)
    clipboard = PortalClipboard(portal, scheduler, keys.clipboard_session)
    socket = QSocketNotifier(bus.fileno(), QSocketNotifier.Type.Read)

    def pump() -> None:
        try:
            bus.pump()
        except PortError:
            socket.setEnabled(False)
            portal.lost()

    def close() -> None:
        socket.setEnabled(False)
        hotkeys.close()
        keys.close()
        bus.close()

    def pump_soon() -> None:
        scheduler.call_later(0, pump)

    socket.activated.connect(pump)
    bus.on_messages = pump_soon
    keys.prepare()
    return Parts(hotkeys, keys, clipboard, close)


def _may_come_forward(token: str) -> None:
    """Qt shows it to the desktop when one of our windows wants to the front."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
