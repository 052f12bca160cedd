"""Modifiers that we press again in a finger's place, after they had to be up for a moment."""

from __future__ import annotations

from collections.abc import Mapping

from Xlib import X
from Xlib.ext import xtest

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboards import XKeyboards


class StandIn:
    """Holds them for as long as the finger does.

    Programs press keys on a keyboard of their own. To the chat a modifier is up when the finger has
    left it, but on that keyboard it would stay down, and the next program to press it there would
    press nothing.
    """

    def __init__(self, connection: XConnection, keyboards: XKeyboards) -> None:
        self._connection = connection
        self._keyboards = keyboards
        self._held: dict[int, int] = {}
        connection.listen(X.KeyRelease, lambda _: self._let_go())  # told while we have the keyboard

    def hold(self, modifiers: Mapping[int, int], fingers: int) -> None:
        """These were pressed again a moment ago.

        Args:
            modifiers: Their keys, each with the state bit it sets.
            fingers: The bits of the modifiers that fingers held before. The others are held by a
                program, on the same keyboard as ours.
        """
        self._held |= {code: bit for code, bit in modifiers.items() if bit & fingers}
        if self._held:
            self._keyboards.watch(self._left)
            self._let_go()

    def _left(self, _code: int, _time_ms: int) -> None:
        self._let_go()

    def _let_go(self) -> None:
        """Releases those that no finger is on, be it that it left while we pressed them."""
        if not self._held:
            return
        with self._connection.talking() as display:
            display.grab_server()
            try:
                fingers = self._keyboards.modifiers()
                for code in [code for code, bit in self._held.items() if not bit & fingers]:
                    xtest.fake_input(display, X.KeyRelease, code)
                    del self._held[code]
            finally:
                display.ungrab_server()
                display.flush()
        if not self._held:
            self._keyboards.ignore(self._left)
