"""What the desktop portal offers, asked without Qt and without asking its user."""

from __future__ import annotations

from typing import cast

from jeepney import DBusAddress

from desktop.platform.wayland import hotkeys, keys
from desktop.platform.wayland.bus import SessionBus
from desktop.platform.wayland.portal import NAME, PATH, error_code
from desktop.services.ports import PortError

_CAP_S = 5.0
"""Starting the portal may take seconds."""


def hotkeys_obstacle() -> str | None:
    """Why no user can grant hotkeys here, as a short code; None if they can."""
    found = _property(hotkeys.INTERFACE, "version")
    return found if isinstance(found, str) else None


def keys_obstacle() -> str | None:
    """Why no user can allow keys here, as a short code; None if they can."""
    found = _property(keys.INTERFACE, "AvailableDeviceTypes")
    if isinstance(found, str):
        return "no_remote_desktop" if found == "no_portal" else found
    return None if found & keys.KEYBOARD else "no_remote_desktop"


def _property(interface: str, name: str) -> int | str:
    """A number, or why it cannot be had."""
    try:
        bus = SessionBus()
    except PortError as error:
        return error.code
    try:
        address = DBusAddress(PATH, bus_name=NAME, interface="org.freedesktop.DBus.Properties")
        reply = bus.ask(address, "Get", "ss", (interface, name), _CAP_S)
    except PortError as error:
        return error.code
    finally:
        bus.close()
    if reply is None:
        return "portal_silent"
    if reply.error:
        return error_code(reply.error)
    _, value = cast("tuple[str, int]", reply.body[0])
    return value
