"""Keys of hotkeys as the X server numbers them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from Xlib import XK, X
from Xlib.display import Display

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.keysyms import MODIFIER_KEYSYMS, keysym_name

_AT_ITS_PLACE = {"V": (55, 0)}


def keycode(display: Display, hotkey: Hotkey) -> int | None:
    """The key of a hotkey; None if this keyboard has none."""
    found = _find(display, keysym_name(hotkey))
    return found[0] if found else None


def stroke_keys(display: Display, stroke: Hotkey) -> tuple[list[int], int] | None:
    """The keys of a stroke, modifiers first, and the layout (0 or 1) in which they are it.

    On a keyboard without Latin letters the V key is the one at its place. None if there is no
    such key.
    """
    found = _find(display, keysym_name(stroke)) or _AT_ITS_PLACE.get(stroke.key)
    if found is None:
        return None
    held = [
        display.keysym_to_keycode(XK.string_to_keysym(name))
        for modifier, name in MODIFIER_KEYSYMS.items()
        if modifier in stroke.modifiers
    ]
    return [*held, found[0]], found[1]


def _find(display: Display, name: str) -> tuple[int, int] | None:
    """The key that gives a keysym and its layout, preferably the first and no Shift."""
    codes = display.keysym_to_keycodes(XK.string_to_keysym(name))
    found: tuple[int, int] | None = min(codes, key=lambda code: code[1], default=None)
    # the server lists two keysyms a layout, without and with Shift
    return (found[0], found[1] // 2) if found else None


def modifier_bits(display: Display) -> dict[int, int]:
    """The modifier keys, left and right, and those of locks, each with the state bit it sets."""
    mapping = display.get_modifier_mapping()
    return {code: 1 << index for index, codes in enumerate(mapping) for code in codes if code}


def modifier_mask(display: Display, bits: Mapping[int, int], modifiers: Modifier) -> int:
    """The state bits that a hotkey's modifiers set, of all ``modifier_bits``."""
    mask = 0
    for modifier, name in MODIFIER_KEYSYMS.items():
        if modifier in modifiers:
            mask |= bits.get(display.keysym_to_keycode(XK.string_to_keysym(name)), 0)
    return mask


def lock_masks(display: Display) -> tuple[int, ...]:
    """Every combination of Caps, Num and Scroll Lock: a grab is for one exact state."""
    locks = {X.LockMask, bit_of(display, "Num_Lock"), bit_of(display, "Scroll_Lock")} - {0}
    sets = [chosen for size in range(len(locks) + 1) for chosen in combinations(locks, size)]
    return tuple(sum(chosen) for chosen in sets)


def bit_of(display: Display, name: str) -> int:
    """The state bit of a modifier key; 0 if it is none here."""
    return modifier_bits(display).get(display.keysym_to_keycode(XK.string_to_keysym(name)), 0)
