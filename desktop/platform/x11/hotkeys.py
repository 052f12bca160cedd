"""Hotkeys that the X server hands to us wherever the focus is."""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError
from Xlib.protocol.rq import Event

from desktop.core.hotkeys import Hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keyboard import keycode, lock_masks, modifier_mask
from desktop.services.ports import Action

_MODIFIERS = 0xFF
_REPEAT_MS = 1
"""A held key is reported as released and pressed again within the same millisecond, or the next."""

_Grab = tuple[int, int]


class XHotkeys:
    """Takes keys by XGrabKey, in every state of the lock keys."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        with connection.talking() as display:
            self._locks = lock_masks(display)
        self._grabs: dict[Hotkey, _Grab] = {}
        self._actions: dict[_Grab, Action] = {}
        self._released_at_ms: dict[int, int] = {}
        connection.listen(X.KeyPress, self._pressed)
        connection.listen(X.KeyRelease, self._released)
        connection.listen(X.MappingNotify, self._keymap_changed)

    def bind(self, hotkey: Hotkey, action: Action) -> str | None:
        """Takes the hotkey.

        Returns:
            None, or ``taken`` (another program has it) or ``no_such_key`` (not on this keyboard).

        Raises:
            PortError: The X server is gone.
        """
        with self._connection.talking() as display:
            code = keycode(display, hotkey)
            if code is None:
                return "no_such_key"
            grab = (code, modifier_mask(display, hotkey.modifiers))
            if not self._take(display, grab):
                # the server may have given us it in some lock states: all or nothing
                self._give_back(display, grab)
                return "taken"
        self._grabs[hotkey] = grab
        self._actions[grab] = action
        return None

    def release(self, hotkey: Hotkey) -> None:
        """Gives it back; nothing happens if it was not ours.

        Raises:
            PortError: The X server is gone.
        """
        grab = self._grabs.pop(hotkey, None)
        if grab and self._actions.pop(grab, None):
            with self._connection.talking() as display:
                self._give_back(display, grab)

    def _take(self, display: Display, grab: _Grab) -> bool:
        refused = CatchError(BadAccess)
        code, mask = grab
        for lock in self._locks:
            self._connection.root().grab_key(
                code,
                mask | lock,
                owner_events=False,
                pointer_mode=X.GrabModeAsync,
                keyboard_mode=X.GrabModeAsync,
                onerror=refused,
            )
        display.sync()
        return refused.get_error() is None

    def _give_back(self, display: Display, grab: _Grab) -> None:
        code, mask = grab
        for lock in self._locks:
            self._connection.root().ungrab_key(code, mask | lock)
        display.sync()

    def _pressed(self, event: Event) -> None:
        released_ms = self._released_at_ms.pop(event.detail, None)
        if released_ms is not None and event.time - released_ms <= _REPEAT_MS:
            return
        held = event.state & _MODIFIERS
        for lock in self._locks:
            held &= ~lock
        action = self._actions.get((event.detail, held))
        if action:
            action()

    def _released(self, event: Event) -> None:
        self._released_at_ms[event.detail] = event.time

    def _keymap_changed(self, event: Event) -> None:
        with self._connection.talking() as display:
            display.refresh_keyboard_mapping(event)
            self._locks = lock_masks(display)
