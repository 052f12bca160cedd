"""What a press of a key types, by the layout and the modifiers of that moment."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.display import Display

from desktop.core.hotkeys import Modifier
from desktop.core.phrases.typed import BACKSPACE, Stroke
from desktop.platform.x11.keyboard import bit_of, modifier_bits, modifier_mask

_HELD = (Modifier.CTRL, Modifier.ALT, Modifier.META, Modifier.SHIFT)
_LAYOUT_BIT, _LAYOUTS_KNOWN = 13, 2
"""Source: XKB protocol, 2.2.2: the layout stands in these two bits. The core's table of keysyms
has two layouts in known places; in a third one nothing is recognised."""
_CHARACTERS = range(0x20, 0x7F)
_UNICODE = range(0x01000100, 0x0110FFFF)
_KEYPAD_DIGITS = range(XK.XK_KP_0, XK.XK_KP_9 + 1)
_SILENT = {
    *(XK.XK_Shift_L, XK.XK_Shift_R, XK.XK_Caps_Lock, XK.XK_Shift_Lock),
    *(XK.XK_Num_Lock, XK.XK_Scroll_Lock),
}
"""Keys that move no caret and change nothing but what others mean."""


class Strokes:
    """Reads presses; to be made again when the keyboard's mapping has changed."""

    def __init__(self, display: Display) -> None:
        self._display = display
        bits = modifier_bits(display)
        self._masks = {held: modifier_mask(display, bits, held) for held in _HELD}
        self._num = bit_of(display, "Num_Lock")
        self._third_level = bit_of(display, "ISO_Level3_Shift")

    def of_key(self, code: int, state: int) -> Stroke | None:
        """The stroke that a key press is; None for a key such as Shift or Caps Lock.

        Args:
            code: The key.
            state: The modifiers and the layout, as in a core event.
        """
        keysym = self._keysym(code, state)
        if keysym in _SILENT:
            return None
        held = Modifier(0)
        for modifier, mask in self._masks.items():
            if state & mask:
                held |= modifier
        return Stroke("" if state & self._third_level else _text(keysym), held)

    def _keysym(self, code: int, state: int) -> int:
        layout = state >> _LAYOUT_BIT & 3
        if layout >= _LAYOUTS_KNOWN:
            return X.NoSymbol
        plain, shifted = (self._display.keycode_to_keysym(code, 2 * layout + n) for n in (0, 1))
        if shifted in _KEYPAD_DIGITS:
            return int(shifted if state & self._num else plain)
        return int(shifted or plain) if state & X.ShiftMask else int(plain)


def _text(keysym: int) -> str:
    if keysym in _CHARACTERS:
        return chr(keysym)
    if keysym in _UNICODE:
        return chr(keysym & 0xFFFFFF)
    if keysym in _KEYPAD_DIGITS:
        return str(keysym - XK.XK_KP_0)
    return BACKSPACE if keysym == XK.XK_BackSpace else ""
