"""The keyboard layout in use, through the X Keyboard Extension, which python-xlib does not know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from Xlib.display import Display
from Xlib.protocol import rq

_USE_EXTENSION, _GET_STATE, _LATCH_LOCK_STATE = 0, 4, 5
_CORE_KEYBOARD = 0x100


class _UseExtension(rq.ReplyRequest):
    """Source: The X Keyboard Extension: Protocol Specification, UseExtension."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(_USE_EXTENSION),
        rq.RequestLength(),
        rq.Card16("major"),
        rq.Card16("minor"),
    )
    _reply = rq.Struct(
        rq.ReplyCode(),
        rq.Bool("supported"),
        rq.Card16("sequence_number"),
        rq.ReplyLength(),
        rq.Card16("major"),
        rq.Card16("minor"),
        rq.Pad(20),
    )


class _GetState(rq.ReplyRequest):
    """Source: as above, GetState."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(_GET_STATE),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Pad(2),
    )
    _reply = rq.Struct(
        rq.ReplyCode(),
        rq.Card8("device"),
        rq.Card16("sequence_number"),
        rq.ReplyLength(),
        rq.Pad(4),
        rq.Card8("group"),
        rq.Card8("locked_group"),
        rq.Pad(18),
    )


class _LatchLockState(rq.Request):
    """Source: as above, LatchLockState; only the locked group is set here."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(_LATCH_LOCK_STATE),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Pad(2),
        rq.Bool("lock_group"),
        rq.Card8("group"),
        rq.Pad(6),
    )


class XkbGroups:
    """Switches the layout for the time of a key press."""

    def __init__(self, display: Display) -> None:
        extension = display.query_extension("XKEYBOARD")
        self._opcode = extension.major_opcode if extension else 0
        if self._opcode:
            _UseExtension(display=display.display, opcode=self._opcode, major=1, minor=0)

    @contextmanager
    def using(self, display: Display, group: int) -> Iterator[None]:
        """Keys pressed inside mean what they mean in that layout (0 is the first).

        In a Cyrillic layout the V key gives another letter, and simple programs do not take it
        for the paste key.
        """
        locked = self.locked(display) if self._opcode else group
        if locked == group:
            yield
            return
        self._lock(display, group)
        try:
            yield
        finally:
            self._lock(display, locked)

    def locked(self, display: Display) -> int:
        """The layout chosen now, from 0."""
        state = _GetState(display=display.display, opcode=self._opcode, device=_CORE_KEYBOARD)
        return int(state.locked_group)

    def _lock(self, display: Display, group: int) -> None:
        _LatchLockState(
            display=display.display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            lock_group=1,
            group=group,
        )
