"""Key presses by XTest, and the focus by the window manager."""

from __future__ import annotations

import re
import time

from Xlib import XK, X, display
from Xlib.ext import xtest
from Xlib.protocol import event

NAMES = {
    "ctrl": "Control_L",
    "alt": "Alt_L",
    "shift": "Shift_L",
    "super": "Super_L",
    "bksp": "BackSpace",
    "esc": "Escape",
    "end": "End",
    "space": "space",
}


class Keys:
    """The keyboard. Key codes are looked up once, lest a program that remaps it disturb us."""

    def __init__(self, name: str) -> None:
        self.display = display.Display(name)
        signs = {c: c for c in "abcdefghijklmnopqrstuvwxyz0123456789"}
        self.codes = {
            key: self.display.keysym_to_keycode(XK.string_to_keysym(sym))
            for key, sym in (signs | NAMES).items()
        }

    def _send(self, kind: int, key: str) -> None:
        xtest.fake_input(self.display, kind, self.codes[key])

    def combo(self, combo: str, hold_s: float = 0.03) -> tuple[float, float]:
        """Presses e.g. ``ctrl+alt+h``.

        Returns:
            When the last key went down, and when all keys were up again, both monotonic seconds.
        """
        *mods, key = combo.split("+")
        for mod in mods:
            self._send(X.KeyPress, mod)
        self.display.sync()
        pressed = time.monotonic()
        self._send(X.KeyPress, key)
        self.display.sync()
        time.sleep(hold_s)
        self._send(X.KeyRelease, key)
        for mod in reversed(mods):
            self._send(X.KeyRelease, mod)
        self.display.sync()
        return pressed, time.monotonic()

    def close(self) -> None:
        self.display.close()


def activate(name: str, title: str) -> None:
    """Gives the window whose title matches the focus, as a task bar would."""
    server = display.Display(name)
    root = server.screen().root
    clients = root.get_full_property(server.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
    for number in clients.value if clients else ():
        window = server.create_resource_object("window", number)
        if re.search(title, str(window.get_wm_name())):
            message = event.ClientMessage(
                window=window,
                client_type=server.intern_atom("_NET_ACTIVE_WINDOW"),
                data=(32, [2, X.CurrentTime, 0, 0, 0]),
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            root.send_event(message, event_mask=mask)
    server.sync()
    server.close()
    time.sleep(0.2)
