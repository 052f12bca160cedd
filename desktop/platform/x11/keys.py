"""Keys, sent through the XTEST extension."""

from __future__ import annotations

from collections.abc import Callable

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboard import stroke_keys
from desktop.platform.x11.xkb import XkbGroups
from desktop.services.ports import Action, PortError


class XKeys:
    """Presses keys when none is held."""

    def __init__(self, connection: XConnection, sending: Action = lambda: None) -> None:
        """``sending`` is called right before keys are sent."""
        self._connection = connection
        self._sending = sending
        with connection.talking() as display:
            self._able = bool(display.has_extension("XTEST"))
            self._groups = XkbGroups(display)

    def obstacle(self) -> str | None:
        """None, or ``no_xtest``: the X server does not let programs press keys."""
        return None if self._able else "no_xtest"

    def send(
        self, *strokes: Hotkey, despite: str = "", provided: Callable[[], bool] | None = None
    ) -> bool:
        """Presses and releases the keys unless one is held; False (and nothing sent) if one is.

        Other programs, and so the keyboard's next events, have to wait meanwhile.

        Args:
            strokes: What to press, one after the other.
            despite: A key that may be held all the same, by its name in a Hotkey.
            provided: Asked last of all; nothing is sent, and False returned, if it says False.

        Raises:
            PortError: The X server is gone, or ``no_such_key``.
        """
        with self._connection.talking() as display:
            pressed = [_keys(display, stroke) for stroke in strokes]
            if _any_held(display, despite):
                return False
            # not later: Qt, which may be part of the answer, would wait for the grabbed server
            if provided and not provided():
                return False
            display.grab_server()
            try:
                if _any_held(display, despite):
                    return False
                self._sending()
                # nothing is asked in between, so they go to the server in one piece and no key that
                # is really pressed comes in between; where the paste key is, Backspace is too
                with self._groups.using(display, max(group for _, group in pressed)):
                    for keys, _ in pressed:
                        _press(display, keys)
            finally:
                display.ungrab_server()
                display.sync()
        return True


def _any_held(display: Display, despite: str) -> bool:
    """Whether a key is down, but for one with that name."""
    held = bytearray(display.query_keymap())
    if despite:
        [code], _ = _keys(display, Hotkey(Modifier(0), despite))
        held[code // 8] &= ~(1 << code % 8)
    return any(held)


def _keys(display: Display, stroke: Hotkey) -> tuple[list[int], int]:
    found = stroke_keys(display, stroke)
    if found is None:
        raise PortError("no_such_key")
    return found


def _press(display: Display, keys: list[int]) -> None:
    for key in keys:
        xtest.fake_input(display, X.KeyPress, key)
    for key in reversed(keys):
        xtest.fake_input(display, X.KeyRelease, key)
