"""The paste key, sent through the XTEST extension."""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboard import control_keycode, v_key
from desktop.platform.x11.xkb import XkbGroups


class XKeys:
    """Presses Ctrl+V when no key is held."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        with connection.talking() as display:
            self._able = bool(display.has_extension("XTEST"))
            self._groups = XkbGroups(display)

    def obstacle(self) -> str | None:
        """None, or ``no_xtest``: the X server does not let programs press keys."""
        return None if self._able else "no_xtest"

    def send_paste(self) -> bool:
        """Presses and releases Ctrl+V unless a key is held; False (and nothing sent) if one is.

        Other programs, and so the keyboard's next events, have to wait meanwhile.

        Raises:
            PortError: The X server is gone.
        """
        with self._connection.talking() as display:
            if any(display.query_keymap()):
                return False
            display.grab_server()
            try:
                if any(display.query_keymap()):
                    return False
                v, group = v_key(display)
                with self._groups.using(display, group):
                    _press(display, control_keycode(display), v)
            finally:
                display.ungrab_server()
                display.sync()
        return True


def _press(display: Display, control: int, v: int) -> None:
    xtest.fake_input(display, X.KeyPress, control)
    xtest.fake_input(display, X.KeyPress, v)
    xtest.fake_input(display, X.KeyRelease, v)
    xtest.fake_input(display, X.KeyRelease, control)
