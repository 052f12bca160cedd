"""The keyboards under the fingers, beside the one on which programs press keys, by XInput 2."""

from __future__ import annotations

import struct
from collections.abc import Callable

from Xlib import error
from Xlib.display import Display
from Xlib.ext import ge, xinput
from Xlib.protocol.rq import Event

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.xkb import Xkb

_PAST_GRABS = (2, 2)
"""From this version on the server tells of fingers also while another program has the keyboard.
While we have it, releases are told as to any program that has it."""
_RAW = struct.Struct("<HII")
"""Source: XInput 2, XIRawEvent after its type: the device, the time and the key."""
_XTEST = "XTEST"
"""Part of the name of every keyboard that is none; a program presses keys on it."""


Watcher = Callable[[int, int], None]
"""Gets the number of a key that a finger has left, and the server's time in ms."""


class XKeyboards:
    """Tells when a finger leaves a key, whatever the server takes for pressed.

    Attributes:
        able: Whether the server tells.
    """

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        self._real: list[int] | None = None
        self._watchers: list[Watcher] = []
        with connection.talking() as display:
            self._opcode = _opcode(display)
            self._xkb = Xkb(display)
            self.able = self._opcode > 0
            if self.able:
                self._keyboards(display)
                self._select(xinput.AllDevices, xinput.HierarchyChangedMask)
        connection.listen(ge.GenericEventCode, self._told)

    def watch(self, watcher: Watcher) -> None:
        """Has every key told that a finger leaves; nothing happens if it is not ``able``."""
        if self.able and watcher not in self._watchers:
            self._watchers.append(watcher)
            self._select(xinput.AllMasterDevices, xinput.RawKeyReleaseMask)

    def ignore(self, watcher: Watcher) -> None:
        """Tells it no longer; without watchers the server tells us nothing."""
        if watcher in self._watchers:
            self._watchers.remove(watcher)
            if not self._watchers:
                self._select(xinput.AllMasterDevices, 0)

    def modifiers(self) -> int:
        """The bits of the modifiers that fingers hold; those that programs hold are not in it."""
        held = 0
        with self._connection.talking() as display:
            for keyboard in self._keyboards(display):
                try:
                    held |= self._xkb.held_modifiers(display, keyboard)
                except error.XError:
                    self._real = None  # it was just unplugged
        return held

    def _keyboards(self, display: Display) -> list[int]:
        if self._real is None:
            devices = display.xinput_query_device(xinput.AllDevices).devices
            self._real = [
                device.deviceid
                for device in devices
                if device.use == xinput.SlaveKeyboard and _XTEST not in str(device.name)
            ]
        return self._real

    def _select(self, devices: int, mask: int) -> None:
        with self._connection.talking():
            xinput.select_events(self._connection.root(), [(devices, [mask])])

    def _told(self, event: Event) -> None:
        if event.extension != self._opcode:
            return
        if event.evtype == xinput.HierarchyChanged:
            self._real = None  # one was plugged in or out
        elif event.evtype == xinput.RawKeyRelease:
            _, time_ms, code = _RAW.unpack_from(event.data)
            for watcher in tuple(self._watchers):
                watcher(code, time_ms)


def _opcode(display: Display) -> int:
    """The extension's number; 0 if the server has none that tells enough."""
    extension = display.query_extension("XInputExtension")
    if not extension:
        return 0
    opcode = int(extension.major_opcode)
    major, minor = _PAST_GRABS
    has = xinput.XIQueryVersion(
        display=display.display, opcode=opcode, major_version=major, minor_version=minor
    )
    return opcode if (has.major_version, has.minor_version) >= _PAST_GRABS else 0
