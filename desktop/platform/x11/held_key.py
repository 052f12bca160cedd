"""The key of a hotkey from its press until the finger leaves it."""

from __future__ import annotations

from Xlib import X
from Xlib.protocol.rq import Event

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboards import XKeyboards

_REPEAT_MS = 3
"""A held key is reported as released and pressed again at once; no finger is as quick."""
_SILENCE_MS = 2000
"""A held key is repeated sooner than that, so a press after it is one by a finger."""


class HeldKey:
    """Knows a key that is pressed from one that is only held, also if we have let it go.

    Attributes:
        code: The key of the hotkey that was pressed last, if the finger is still on it.
        keyboards: What tells of fingers.
    """

    def __init__(self, connection: XConnection) -> None:
        self.keyboards = XKeyboards(connection)
        self._released_at_ms: dict[int, int] = {}
        self._let_go = False
        self._seen_at_ms = 0
        self.code: int | None = None
        connection.listen(X.KeyRelease, self._released)

    def pressed(self, event: Event) -> bool:
        """Whether a finger has pressed the key, and does not merely still hold it."""
        released_ms = self._released_at_ms.pop(event.detail, None)
        if released_ms is not None and _between(released_ms, event.time) <= _REPEAT_MS:
            return False
        if not self._let_go or event.detail != self.code:
            return True
        silent_ms = _between(self._seen_at_ms, event.time)
        self._seen_at_ms = event.time
        return silent_ms > _SILENCE_MS

    def hold(self, event: Event) -> None:
        """This press was that of a hotkey; its key is followed from now on."""
        self.code, self._seen_at_ms, self._let_go = event.detail, event.time, False
        self.keyboards.watch(self._left)

    def let_go(self) -> None:
        """We have released it in the finger's place."""
        self._let_go = True

    def _released(self, event: Event) -> None:
        self._released_at_ms[event.detail] = event.time
        if not self._let_go:
            self._ended(event.detail)

    def _left(self, code: int, time_ms: int) -> None:
        if code == self.code:
            self._released_at_ms[code] = time_ms
            self._ended(code)

    def _ended(self, code: int) -> None:
        if code == self.code:
            self.code, self._let_go = None, False
            self.keyboards.ignore(self._left)


def _between(earlier_ms: int, later_ms: int) -> int:
    """From one time of the server to another; they begin anew after 49 days."""
    return (later_ms - earlier_ms) & 0xFFFF_FFFF
