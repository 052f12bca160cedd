"""Keys, sent through the XTEST extension."""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from desktop.core.hotkeys import Hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboard import stroke_keys
from desktop.platform.x11.xkb import XkbGroups
from desktop.services.ports import PortError


class XKeys:
    """Presses keys when none is held."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        with connection.talking() as display:
            self._able = bool(display.has_extension("XTEST"))
            self._groups = XkbGroups(display)

    def obstacle(self) -> str | None:
        """None, or ``no_xtest``: the X server does not let programs press keys."""
        return None if self._able else "no_xtest"

    def send(self, stroke: Hotkey) -> bool:
        """Presses and releases the keys unless one is held; False (and nothing sent) if one is.

        Other programs, and so the keyboard's next events, have to wait meanwhile.

        Raises:
            PortError: The X server is gone, or ``no_such_key``.
        """
        with self._connection.talking() as display:
            if any(display.query_keymap()):
                return False
            display.grab_server()
            try:
                if any(display.query_keymap()):
                    return False
                found = stroke_keys(display, stroke)
                if found is None:
                    raise PortError("no_such_key")
                keys, group = found
                with self._groups.using(display, group):
                    _press(display, keys)
            finally:
                display.ungrab_server()
                display.sync()
        return True


def _press(display: Display, keys: list[int]) -> None:
    for key in keys:
        xtest.fake_input(display, X.KeyPress, key)
    for key in reversed(keys):
        xtest.fake_input(display, X.KeyRelease, key)
