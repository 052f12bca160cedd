"""Hotkeys that Windows hands to us wherever the focus is."""

from __future__ import annotations

from itertools import count

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.windows.api import user32, wtsapi32
from desktop.platform.windows.keyboard import virtual_key
from desktop.platform.windows.messages import MessageWindow
from desktop.services.ports import Action

WM_HOTKEY = 0x0312
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
RESUMED = frozenset({0x07, 0x12})
"""PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC."""
RETURNED = frozenset({0x1, 0x3, 0x8})
"""WTS_CONSOLE_CONNECT, WTS_REMOTE_CONNECT, WTS_SESSION_UNLOCK."""
_THIS_SESSION = 0
_NO_REPEAT = 0x4000
_MODIFIERS = {Modifier.ALT: 1, Modifier.CTRL: 2, Modifier.SHIFT: 4, Modifier.META: 8}


class WindowsHotkeys:
    """Takes keys by RegisterHotKey, and takes them anew when the agent is back at the machine.

    Attributes:
        pressed_at_ms: When the hotkey that is told of just now was pressed, by Windows' ticks;
            None when none is.
    """

    def __init__(self, window: MessageWindow) -> None:
        self._window = window
        self._numbers = count(1)
        self._taken: dict[Hotkey, int] = {}
        self._actions: dict[int, Action] = {}
        self._changed: Action = lambda: None
        self.pressed_at_ms: int | None = None
        window.listen(WM_HOTKEY, self._pressed)
        window.listen(WM_WTSSESSION_CHANGE, self._session_changed)
        window.listen(WM_POWERBROADCAST, self._power_changed)
        wtsapi32().WTSRegisterSessionNotification(window.handle, _THIS_SESSION)

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        """Takes the hotkey; nobody is asked, so the ``purpose`` does not matter.

        Returns:
            None, or ``taken`` (another program or Windows itself has it) or ``no_such_key``.
        """
        del purpose
        if hotkey not in self._taken:
            reason = self._take(hotkey, next(self._numbers))
            if reason:
                return reason
        self._actions[self._taken[hotkey]] = action
        return None

    def release(self, hotkey: Hotkey) -> None:
        """Gives it back; nothing happens if it was not ours."""
        number = self._taken.pop(hotkey, None)
        if number is not None:
            self._actions.pop(number, None)
            user32().UnregisterHotKey(self._window.handle, number)

    def tell_changes(self, changed: Action) -> None:
        """Has ``changed`` called when Windows does not give a hotkey back after a pause."""
        self._changed = changed

    def keys_of(self, hotkey: Hotkey) -> str:
        """The hotkey itself."""
        return str(hotkey)

    def take_again(self) -> None:
        """Asks for every hotkey anew: whatever Windows did meanwhile, they are ours after it."""
        lost = False
        for hotkey, number in list(self._taken.items()):
            action = self._actions[number]
            self.release(hotkey)
            lost = self.bind(hotkey, action) is not None or lost
        if lost:
            self._changed()

    def close(self) -> None:
        """Gives everything back."""
        for hotkey in list(self._taken):
            self.release(hotkey)
        wtsapi32().WTSUnRegisterSessionNotification(self._window.handle)

    def _take(self, hotkey: Hotkey, number: int) -> str | None:
        key = virtual_key(hotkey.key)
        if key is None:
            return "no_such_key"
        modifiers = sum(bit for held, bit in _MODIFIERS.items() if held in hotkey.modifiers)
        # a held key is told once
        if not user32().RegisterHotKey(self._window.handle, number, modifiers | _NO_REPEAT, key):
            return "taken"
        self._taken[hotkey] = number
        return None

    def _pressed(self, number: int, _: int) -> int:
        action = self._actions.get(number)
        if action:
            self.pressed_at_ms = user32().GetMessageTime()
            try:
                action()
            finally:
                self.pressed_at_ms = None
        return 0

    def _session_changed(self, event: int, _: int) -> int:
        if event in RETURNED:
            self.take_again()
        return 0

    def _power_changed(self, event: int, _: int) -> int:
        if event in RESUMED:
            self.take_again()
        return 1
