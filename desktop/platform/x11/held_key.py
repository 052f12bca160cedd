"""The key of a hotkey from its press until the finger leaves it."""

from __future__ import annotations

from Xlib import X
from Xlib.protocol.rq import Event

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboards import XKeyboards

_REPEAT_MS = 3
"""A held key is reported as released and pressed again at once; no finger is as quick."""


class HeldKey:
    """Knows a key that is pressed from one that is only held, also if we have let it go.

    Attributes:
        code: The key of the hotkey that was pressed last, if the finger is still on it.
        keyboards: What tells of fingers.
    """

    def __init__(self, connection: XConnection) -> None:
        self.keyboards = XKeyboards(connection)
        self._released_at_ms: dict[int, int] = {}
        self._our_release_due = False
        self.code: int | None = None
        connection.listen(X.KeyRelease, self._released)

    def pressed(self, event: Event) -> bool:
        """Whether a finger has pressed the key, and does not merely still hold it."""
        released_ms = self._released_at_ms.pop(event.detail, None)
        # the server's times begin anew after 49 days
        return released_ms is None or (event.time - released_ms) & 0xFFFF_FFFF > _REPEAT_MS

    def hold(self, code: int) -> None:
        """It is the key of a hotkey; it is followed from now on, and no other."""
        self.code, self._our_release_due = code, False
        self.keyboards.watch(self._left)

    def let_go(self) -> None:
        """We have released it in the finger's place."""
        self._our_release_due = True

    def _released(self, event: Event) -> None:
        self._released_at_ms[event.detail] = event.time
        if event.detail == self.code and self._our_release_due:
            self._our_release_due = False
        else:
            self._ended(event.detail)

    def _left(self, code: int, time_ms: int) -> None:
        if code == self.code:
            self._released_at_ms[code] = time_ms
            self._ended(code)

    def _ended(self, code: int) -> None:
        if code == self.code:
            self.code = None
            self.keyboards.ignore(self._left)
