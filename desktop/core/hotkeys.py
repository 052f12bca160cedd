"""Hotkeys as values: how they are written, which ones conflict."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import IntFlag

from msgspec import Struct


class HotkeyError(ValueError):
    """A text that is not a hotkey; the message is the text."""


class Modifier(IntFlag):
    """The modifier keys a hotkey may hold."""

    CTRL = 1
    ALT = 2
    SHIFT = 4
    META = 8


_MODIFIER_NAMES = {
    "ctrl": Modifier.CTRL,
    "alt": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "meta": Modifier.META,
    "win": Modifier.META,
    "super": Modifier.META,
}
_NAMED_KEYS = {
    name.lower(): name
    for name in (
        *(f"F{n}" for n in range(1, 25)),
        *("Space", "Enter", "Tab", "Esc", "Backspace", "Insert", "Delete"),
        *("Home", "End", "PageUp", "PageDown", "Left", "Right", "Up", "Down"),
    )
}
_OTHER_NAMES = {"control": "ctrl", "primary": "ctrl", "return": "enter"} | dict.fromkeys(
    ("super", "win", "logo", "windows"), "meta"
)
"""What desktops call some keys."""
_SIGNS = "`-=[]\\;',./"


class Hotkey(Struct, frozen=True):
    """One key with the modifiers held: ``Ctrl+Alt+1``.

    Attributes:
        modifiers: The modifiers held down.
        key: ``A``-``Z``, ``0``-``9``, a sign of the main block, or a name such as ``F5``.
    """

    modifiers: Modifier
    key: str

    def __str__(self) -> str:
        held = [m.name.capitalize() for m in Modifier if m in self.modifiers and m.name]
        return "+".join([*held, self.key])


def parse_hotkey(text: str) -> Hotkey:
    """Reads ``Ctrl+Alt+1`` (any case, any order of modifiers).

    Raises:
        HotkeyError: No key, two keys, an unknown name, or a letter, digit or sign without any
            modifier but Shift (it could not be typed any more).
    """
    *held, key = [part.strip() for part in text.split("+")]
    modifiers = Modifier(0)
    for name in held:
        if name.lower() not in _MODIFIER_NAMES:
            raise HotkeyError(text)
        modifiers |= _MODIFIER_NAMES[name.lower()]
    if key.lower() in _NAMED_KEYS:
        key = _NAMED_KEYS[key.lower()]
    elif len(key) == 1 and key.isascii() and (key.isalnum() or key in _SIGNS):
        key = key.upper()
    else:
        raise HotkeyError(text)
    typed = len(key) == 1 or key in {"Space", "Enter", "Tab", "Backspace", "Delete"}
    if typed and not modifiers & ~Modifier.SHIFT:
        raise HotkeyError(text)
    return Hotkey(modifiers, key)


def same_keys(hotkey: Hotkey, said: str) -> bool:
    """Whether a desktop's words for keys, such as ``Press <Control><Alt>1``, mean this hotkey."""
    words = re.findall(r"\w+|[^\w\s<>+]", said.lower())
    keys = {_OTHER_NAMES.get(word, word) for word in words} - {"press"}
    return keys == {*str(hotkey).lower().split("+")}


PINNED = 9
"""How many pinned phrases have a hotkey of their own by their place."""

REPLY_CLOCK = "clock"
"""The command that starts the reply clock."""

DEFAULT_BINDINGS: tuple[tuple[str, str], ...] = (
    ("search", "Ctrl+Alt+Space"),
    ("order", "Ctrl+Alt+O"),
    (REPLY_CLOCK, "Ctrl+Alt+R"),
    *((f"pin.{n}", f"Ctrl+Alt+{n}") for n in range(1, PINNED + 1)),
)
"""Commands of the program and the hotkeys they have until an agent changes them."""


def default_bindings() -> dict[str, Hotkey]:
    """Command (``search``, ``order``, ``pin.1`` … ``pin.9``) to its default hotkey."""
    return {command: parse_hotkey(text) for command, text in DEFAULT_BINDINGS}


def command_bindings(chosen: Mapping[str, Hotkey | None]) -> dict[str, Hotkey]:
    """The program's commands with the hotkeys they have: the agent's choice, else the default.

    A command is without one if the agent took it away, or if its default is what the agent chose
    for another.
    """
    taken = set(chosen.values())
    found = {}
    for command, default in default_bindings().items():
        hotkey = chosen.get(command, default)
        if hotkey is not None and (command in chosen or hotkey not in taken):
            found[command] = hotkey
    return found


def write_chosen(chosen: Mapping[str, Hotkey | None]) -> str:
    """What the agent chose as the text that ``read_chosen`` reads: JSON, command to hotkey."""
    return json.dumps({command: str(hotkey or "") for command, hotkey in chosen.items()})


def read_chosen(text: str) -> dict[str, Hotkey | None]:
    """Reads what the agent chose; commands that this version has not are left out.

    Raises:
        ValueError: It is not what ``write_chosen`` writes.
    """
    written = json.loads(text)
    if not isinstance(written, dict):
        raise HotkeyError(text)
    return {
        command: parse_hotkey(str(hotkey)) if hotkey else None
        for command, hotkey in written.items()
        if command in dict(DEFAULT_BINDINGS)
    }


def bindings(commands: Mapping[str, Hotkey], phrases: Mapping[str, Hotkey]) -> dict[str, Hotkey]:
    """Everything to bind: the program's commands, then phrases' own as ``phrase:<id>``.

    A phrase whose hotkey is already a command's, or an earlier phrase's, is left out.
    """
    wanted = dict(commands)
    taken = set(commands.values())
    for phrase_id, hotkey in phrases.items():
        if hotkey not in taken:
            wanted[f"phrase:{phrase_id}"] = hotkey
            taken.add(hotkey)
    return wanted
