"""Keys as Windows numbers them, by what they are called in hotkeys."""

from __future__ import annotations

from desktop.core.hotkeys import Modifier
from desktop.platform.windows.api import user32

MODIFIER_KEYS = {
    Modifier.CTRL: 0xA2,
    Modifier.ALT: 0xA4,
    Modifier.SHIFT: 0xA0,
    Modifier.META: 0x5B,
}
"""The left ones. Source: Microsoft, "Virtual-Key Codes"."""

_NAMED = {
    **{f"F{number}": 0x6F + number for number in range(1, 25)},
    "Backspace": 0x08,
    "Tab": 0x09,
    "Enter": 0x0D,
    "Esc": 0x1B,
    "Space": 0x20,
    "PageUp": 0x21,
    "PageDown": 0x22,
    "End": 0x23,
    "Home": 0x24,
    "Left": 0x25,
    "Up": 0x26,
    "Right": 0x27,
    "Down": 0x28,
    "Insert": 0x2D,
    "Delete": 0x2E,
}
EXTENDED = frozenset({*range(0x21, 0x29), 0x2D, 0x2E, 0x5B, 0x5C})
"""Without their flag they are keys of the number pad, which Num Lock changes."""

_KEYS = (
    *(0x08, 0x09, 0x0D, 0x10, 0x11, 0x12, 0x1B),
    *range(0x20, 0x5E),  # space, navigation, digits, letters, the Windows keys
    *range(0x60, 0x88),  # the number pad and the F keys
    *range(0xA0, 0xA6),  # the modifiers, left and right
    *range(0xBA, 0xC1),  # signs
    *range(0xDB, 0xE0),
    0xE2,
)
"""Keys that people hold. Lock keys do not count, and some that belong to input methods are told as
held for good; mouse buttons are no keys."""
_EITHER = {0x10: (0xA0, 0xA1), 0x11: (0xA2, 0xA3), 0x12: (0xA4, 0xA5)}
_DOWN = 0x8000


def virtual_key(key: str) -> int | None:
    """The key of that name; None if this keyboard has none.

    Signs stand where the layout in use has them.
    """
    if key in _NAMED:
        return _NAMED[key]
    if key.isalnum():
        return ord(key)
    found = user32().VkKeyScanExW(key, user32().GetKeyboardLayout(0)) & 0xFFFF
    return None if found == 0xFFFF else found & 0xFF  # noqa: PLR2004 - both bytes set: none


def held_keys() -> frozenset[int]:
    """The keys that are down now, a modifier by its side."""
    asked = user32().GetAsyncKeyState
    return frozenset(k for k in _KEYS if k not in _EITHER and asked(k) & _DOWN)
