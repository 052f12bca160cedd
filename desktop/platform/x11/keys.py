"""Keys, sent through the XTEST extension."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.keyboard import modifier_bits, modifier_mask, stroke_keys
from desktop.platform.x11.stand_in import StandIn
from desktop.platform.x11.xkb import Xkb
from desktop.services.ports import Action, PortError, Target

_LET_GO = Modifier.CTRL | Modifier.ALT | Modifier.SHIFT
"""Not the Windows key: desktops do something when it goes up."""


class _Plan(Struct, frozen=True):
    """What to do while fingers hold what they hold.

    Attributes:
        down: The keys that are down for the server.
        strokes: The keys to press for each stroke, without those that fingers hold for it.
        group: The layout in which they are meant.
        hotkey: The hotkey's own key if it is down; it goes up and stays up.
        in_the_way: Modifiers that go up for the strokes and down again after them, each with the
            state bit it sets.
    """

    down: frozenset[int]
    strokes: Sequence[Sequence[int]]
    group: int
    hotkey: int | None = None
    in_the_way: Mapping[int, int] = {}


class XKeys:
    """Presses keys when none is held but those of the hotkey that was pressed for it."""

    def __init__(
        self,
        connection: XConnection,
        held: HeldKey,
        is_active: Callable[[Target], bool],
        sending: Action = lambda: None,
    ) -> None:
        """Sends nothing yet.

        Args:
            connection: Where keys are sent.
            held: Tells the hotkey's key.
            is_active: Whether keys go to a window; asks over this connection and no other, because
                the server listens to no other then.
            sending: Called right before keys are sent.
        """
        self._connection = connection
        self._held = held
        self._is_active = is_active
        self._sending = sending
        self._stand_in = StandIn(connection, held.keyboards)
        with connection.talking() as display:
            self._able = bool(display.has_extension("XTEST"))
            self._xkb = Xkb(display)

    def obstacle(self) -> str | None:
        """None, or ``no_xtest``: the X server does not let programs press keys."""
        return None if self._able else "no_xtest"

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        """Presses and releases the keys unless one is held; False (and nothing sent) if one is.

        A hotkey that is still pressed, with Ctrl or without modifiers, is not in the way of a
        single stroke: its key goes up, and so do, for the time of the stroke, those of its
        modifiers that the stroke has not.
        Other programs, and so the keyboard's next events, have to wait meanwhile.

        Args:
            strokes: What to press, one after the other.
            into: The window they are meant for; nothing is sent, and False returned, if keys
                pressed now would not go there.
            despite: A key that may be held all the same, by its name in a Hotkey.
            provided: Asked before; nothing is sent, and False returned, if it says False.

        Raises:
            PortError: The X server is gone, or ``no_such_key``.
        """
        with self._connection.talking() as display:
            plan = self._plan(display, strokes, despite)
            # not later: Qt, which may be part of the answer, would wait for the grabbed server
            if plan is None or (provided and not provided()):
                return False
            fingers = self._held.keyboards.modifiers() if plan.in_the_way else 0
            display.grab_server()
            try:
                if _down(display) != plan.down or not self._is_active(into):
                    return False
                self._sending()
                # nothing is asked in between, so they go to the server in one piece and no key that
                # is really pressed comes in between; where the paste key is, Backspace is too
                with self._xkb.using(display, plan.group):
                    self._carry_out(display, plan)
            finally:
                display.ungrab_server()
                display.sync()
            if fingers:
                self._stand_in.hold(plan.in_the_way, fingers)
        return True

    def _plan(self, display: Display, strokes: Sequence[Hotkey], despite: str) -> _Plan | None:
        """How to send strokes now; None if a key is held that stands against it."""
        found = [_keys(display, stroke) for stroke in strokes]
        keys, group = [keys for keys, _ in found], max(group for _, group in found)
        down = _down(display)
        allowed = {_keys(display, Hotkey(Modifier(0), despite))[0][0]} if despite else set[int]()
        if down <= allowed:
            return _Plan(down, keys, group)
        hotkey = self._held.code
        # our releases of a key that the stroke has too would be taken for the finger's
        if hotkey not in down or len(keys) > 1 or hotkey in keys[0]:
            return None
        bits = modifier_bits(display)
        ctrl, may_be_held, wanted = (
            modifier_mask(display, bits, modifiers)
            for modifiers in (Modifier.CTRL, _LET_GO, strokes[0].modifiers)
        )
        held = {code: bits.get(code, 0) for code in down - {hotkey}}
        able = self._held.keyboards.able and all(bit & may_be_held for bit in held.values())
        # Alt that goes up and down without Ctrl opens menus
        if not able or (held and ctrl not in held.values()):
            return None
        of_use = {bit for bit in held.values() if bit & wanted}
        in_the_way = {code: bit for code, bit in held.items() if bit not in of_use}
        to_press = [code for code in keys[0] if bits.get(code) not in of_use]
        return _Plan(down, [to_press], group, hotkey, in_the_way)

    def _carry_out(self, display: Display, plan: _Plan) -> None:
        # only we are told of keys until the hotkey's own is up, so the chat does not see the others
        for code in plan.in_the_way:
            xtest.fake_input(display, X.KeyRelease, code)
        if plan.hotkey:
            xtest.fake_input(display, X.KeyRelease, plan.hotkey)
            self._held.let_go()
        for keys in plan.strokes:
            _press(display, keys)
        if plan.in_the_way:
            self._press_unseen(display, plan.in_the_way)

    def _press_unseen(self, display: Display, modifiers: Iterable[int]) -> None:
        """Presses them again; to the chat they have been down all the time.

        Alt that went down again after the paste key would open its menus when it goes up.
        """
        self._connection.root().grab_keyboard(
            owner_events=False,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
            time=X.CurrentTime,
        )
        for code in modifiers:
            xtest.fake_input(display, X.KeyPress, code)
        display.ungrab_keyboard(X.CurrentTime)


def _down(display: Display) -> frozenset[int]:
    """The keys that are down."""
    held = display.query_keymap()
    return frozenset(code for code in range(len(held) * 8) if held[code // 8] >> code % 8 & 1)


def _keys(display: Display, stroke: Hotkey) -> tuple[list[int], int]:
    found = stroke_keys(display, stroke)
    if found is None:
        raise PortError("no_such_key")
    return found


def _press(display: Display, keys: Sequence[int]) -> None:
    for key in keys:
        # it is up; but if a program has left it down at its own end, pressing it would do nothing
        xtest.fake_input(display, X.KeyRelease, key)
        xtest.fake_input(display, X.KeyPress, key)
    for key in reversed(keys):
        xtest.fake_input(display, X.KeyRelease, key)
