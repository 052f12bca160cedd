"""Keys by the names that X11 gave them; Wayland desktops use the same."""

from __future__ import annotations

from desktop.core.hotkeys import Hotkey, Modifier

_SIGNS = (
    "grave minus equal bracketleft bracketright backslash semicolon apostrophe comma period slash"
)
_KEYSYMS = dict(zip("`-=[]\\;',./", _SIGNS.split(), strict=True)) | {
    "Space": "space",
    "Enter": "Return",
    "Esc": "Escape",
    "Backspace": "BackSpace",
    "PageUp": "Prior",
    "PageDown": "Next",
}
MODIFIER_KEYSYMS = {
    Modifier.CTRL: "Control_L",
    Modifier.ALT: "Alt_L",
    Modifier.SHIFT: "Shift_L",
    Modifier.META: "Super_L",
}
"""The left key of each."""


def keysym_name(hotkey: Hotkey) -> str:
    """What a hotkey's key is called, without its modifiers."""
    return _KEYSYMS.get(hotkey.key, hotkey.key.lower() if len(hotkey.key) == 1 else hotkey.key)
