"""What a press of a key types, by the layout of the window that gets it."""

from __future__ import annotations

import time
from string import ascii_lowercase, digits

from desktop.core.hotkeys import Modifier
from desktop.core.phrases.typed import BACKSPACE, END, PREFIXES, Stroke
from desktop.platform.windows.api import user32

SHIFT = 0x10
_SHIFTS = (SHIFT, 0xA0, 0xA1)
_LOCKS = (0x14, 0x90, 0x91)
_HELD = {
    Modifier.CTRL: (0x11,),
    Modifier.ALT: (0x12,),
    Modifier.META: (0x5B, 0x5C),
}
_BACKSPACE = 0x08
_KEYPAD_0, _KEYPAD_9 = 0x60, 0x69
_DOWN = 0x8000
_LAG_S = 1.0
"""Within this time after it went down, Shift may be up again before we get to see its release."""
_CHARACTERS = PREFIXES + END + ascii_lowercase + digits

_Place = tuple[int, bool]
"""A key, and whether with Shift."""


class Strokes:
    """Reads presses in their order; only the characters that codes have are recognised.

    Which modifiers are held is asked of Windows at each press: the press of one is a stroke by
    itself. Only Shift is followed. It says what was typed, and when we look it may be up again.
    """

    def __init__(self) -> None:
        self._shift, self._shift_s = False, 0.0
        self._layouts: dict[int, dict[_Place, str]] = {}

    def of_key(self, key: int, *, down: bool) -> Stroke | None:
        """The stroke that it is; None for a release and for keys such as Shift or Caps Lock."""
        if key in _SHIFTS:
            self._shift, self._shift_s = down, time.monotonic()
            return None
        if not down or key in _LOCKS:
            return None
        held = Modifier(0)
        for modifier, keys in _HELD.items():
            if any(map(_is_down, keys)):
                held |= modifier
        if self._shift and time.monotonic() - self._shift_s > _LAG_S and not _is_down(SHIFT):
            self._shift = False  # its release was lost, as on the way to the lock screen
        if self._shift:
            held |= Modifier.SHIFT
        return Stroke(self._text(key), held)

    def _text(self, key: int) -> str:
        if key == _BACKSPACE:
            return BACKSPACE
        if _KEYPAD_0 <= key <= _KEYPAD_9:
            return str(key - _KEYPAD_0)
        layout = self._layout(_layout_in_use())
        plain = layout.get((key, False), "")
        if self._shift and (key, True) not in layout and (plain.isalpha() or plain == END):
            return plain.upper()
        return layout.get((key, self._shift), "")

    def _layout(self, number: int) -> dict[_Place, str]:
        if number not in self._layouts:
            scanned = ((user32().VkKeyScanExW(c, number) & 0xFFFF, c) for c in _CHARACTERS)
            # the high byte: 1 is Shift, more than that would take Ctrl or Alt
            self._layouts[number] = {
                (found & 0xFF, found >> 8 == 1): c for found, c in scanned if found >> 8 <= 1
            }
        return self._layouts[number]


def _layout_in_use() -> int:
    thread = user32().GetWindowThreadProcessId(user32().GetForegroundWindow(), None)
    return int(user32().GetKeyboardLayout(thread) or 0)


def _is_down(key: int) -> bool:
    return bool(user32().GetAsyncKeyState(key) & _DOWN)
