"""The keyboard layout in use, through the X Keyboard Extension, which python-xlib does not know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from Xlib import X
from Xlib.display import Display
from Xlib.protocol import rq

_USE_EXTENSION, _SELECT_EVENTS, _GET_STATE, _LATCH_LOCK_STATE = 0, 1, 4, 5
_CORE_KEYBOARD = 0x100
_NEW_KEYBOARD_AND_MAP = 0b11
_EVERY_PART = 0xFF


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


class _SelectEvents(rq.Request):
    """Source: as above, SelectEvents; all details of the events that are asked for."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(_SELECT_EVENTS),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Card16("affected"),
        rq.Card16("clear"),
        rq.Card16("select_all"),
        rq.Card16("affected_map"),
        rq.Card16("map"),
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
        rq.Card8("modifiers"),
        rq.Card8("held_modifiers"),
        rq.Pad(2),
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


def _use(display: Display) -> tuple[int, int]:
    """The extension's request and event numbers; zeros if the server has none."""
    extension = display.query_extension("XKEYBOARD")
    if not extension:
        return 0, 0
    _UseExtension(display=display.display, opcode=extension.major_opcode, major=1, minor=0)
    return extension.major_opcode, extension.first_event


def keymap_events(display: Display) -> tuple[int, ...]:
    """Asks to be told when keys change their meaning; the types of the events that tell.

    A connection that uses XKB gets no ``MappingNotify`` for what is done through XKB, and
    ``setxkbmap`` and layout switchers go that way.
    """
    opcode, event = _use(display)
    if not opcode:
        return (X.MappingNotify,)
    _SelectEvents(
        display=display.display,
        opcode=opcode,
        device=_CORE_KEYBOARD,
        affected=_NEW_KEYBOARD_AND_MAP,
        clear=0,
        select_all=_NEW_KEYBOARD_AND_MAP,
        affected_map=_EVERY_PART,
        map=_EVERY_PART,
    )
    return X.MappingNotify, event


class Xkb:
    """Tells what is held on a keyboard; switches the layout for the time of a key press."""

    def __init__(self, display: Display) -> None:
        self._opcode, _ = _use(display)

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
        return int(self._state(display, _CORE_KEYBOARD).locked_group)

    def held_modifiers(self, display: Display, keyboard: int) -> int:
        """The bits of the modifiers whose keys are down on one keyboard; 0 without XKB."""
        return int(self._state(display, keyboard).held_modifiers) if self._opcode else 0

    def _state(self, display: Display, keyboard: int) -> _GetState:
        return _GetState(display=display.display, opcode=self._opcode, device=keyboard)

    def _lock(self, display: Display, group: int) -> None:
        _LatchLockState(
            display=display.display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            lock_group=1,
            group=group,
        )
