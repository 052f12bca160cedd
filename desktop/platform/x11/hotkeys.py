"""Hotkeys that the X server hands to us wherever the focus is."""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError
from Xlib.protocol.rq import Event

from desktop.core.hotkeys import Hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.keyboard import keycode, lock_masks, modifier_bits, modifier_mask
from desktop.platform.x11.keymap import follow_keymap
from desktop.services.ports import Action

_MODIFIERS = 0xFF

_Grab = tuple[int, int]
_Place = tuple[int | None, int]


class XHotkeys:
    """Takes keys by XGrabKey, in every state of the lock keys; follows changes of the keyboard."""

    def __init__(self, connection: XConnection, held: HeldKey) -> None:
        """``held`` is told which key to follow."""
        self._connection = connection
        self._held = held
        self._actions: dict[Hotkey, Action] = {}
        self._grabs: dict[_Grab, Hotkey] = {}
        self._missed: dict[Hotkey, _Place] = {}
        self._changed: Action = lambda: None
        with connection.talking() as display:
            self._locks = lock_masks(display)
        connection.listen(X.KeyPress, self._pressed)
        follow_keymap(connection, self._keymap_changed)

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        """Takes the hotkey; nobody is asked, so the ``purpose`` does not matter.

        Returns:
            None, or ``taken`` (another program has it) or ``no_such_key`` (not on this keyboard,
            or it is the key of another hotkey of ours there).

        Raises:
            PortError: The X server is gone.
        """
        del purpose
        with self._connection.talking() as display:
            self._missed.pop(hotkey, None)
            reason = self._grab(display, hotkey)
            if reason is None:
                self._actions[hotkey] = action
            else:
                self._missed[hotkey] = _place(display, hotkey)
        return reason

    def release(self, hotkey: Hotkey) -> None:
        """Gives it back; nothing happens if it was not ours.

        Raises:
            PortError: The X server is gone.
        """
        self._actions.pop(hotkey, None)
        self._missed.pop(hotkey, None)
        for grab in [grab for grab, taken_for in self._grabs.items() if taken_for == hotkey]:
            del self._grabs[grab]
            with self._connection.talking() as display:
                self._give_back(display, grab)

    def tell_changes(self, changed: Action) -> None:
        """Has ``changed`` called when another keyboard layout takes hotkeys away or brings them."""
        self._changed = changed

    def keys_of(self, hotkey: Hotkey) -> str:
        """The hotkey itself."""
        return str(hotkey)

    def _grab(self, display: Display, hotkey: Hotkey) -> str | None:
        code, mask = _place(display, hotkey)
        if code is None:
            return "no_such_key"
        grab = (code, mask)
        if self._grabs.get(grab, hotkey) != hotkey:
            return "no_such_key"
        if not self._take(display, grab):
            # the server may have given us it in some lock states: all or nothing
            self._give_back(display, grab)
            return "taken"
        self._grabs[grab] = hotkey
        return None

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
        if not self._held.pressed(event):
            return
        modifiers = event.state & _MODIFIERS
        for lock in self._locks:
            modifiers &= ~lock
        hotkey = self._grabs.get((event.detail, modifiers))
        if hotkey:
            self._held.hold(event.detail)
            self._actions[hotkey]()

    def _keymap_changed(self) -> None:
        """Moves every grab to where its key is now."""
        with self._connection.talking() as display:
            held = {hotkey: grab for grab, hotkey in self._grabs.items()}
            before: dict[Hotkey, _Place] = held | self._missed
            locks = lock_masks(display)
            if locks == self._locks and all(_place(display, h) == p for h, p in before.items()):
                return
            for grab in self._grabs:
                self._give_back(display, grab)
            self._grabs.clear()
            self._locks = locks
            self._missed = {hotkey: _place(display, hotkey) for hotkey in self._missed}
            for hotkey in list(self._actions):
                if self._grab(display, hotkey):
                    del self._actions[hotkey]
                    self._missed[hotkey] = _place(display, hotkey)
        if self._missed:
            self._changed()


def _place(display: Display, hotkey: Hotkey) -> _Place:
    """The key and the modifiers of a hotkey on the keyboard as it is now."""
    return keycode(display, hotkey), modifier_mask(
        display, modifier_bits(display), hotkey.modifiers
    )
