"""Input that we make ourselves: keys, and an empty one that only counts as input."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import wintypes as w
from typing import NamedTuple

from desktop.platform.windows.api import user32
from desktop.platform.windows.keyboard import EXTENDED

_MOUSE, _KEYBOARD = 0, 1
_EXTENDED_KEY, _KEY_UP = 1, 2
_TO_SCAN_CODE = 0


class _MouseInput(ctypes.Structure):
    """Source: MOUSEINPUT."""

    _fields_ = (
        ("x", w.LONG),
        ("y", w.LONG),
        ("data", w.DWORD),
        ("flags", w.DWORD),
        ("time", w.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _KeyInput(ctypes.Structure):
    """Source: KEYBDINPUT."""

    _fields_ = (
        ("key", w.WORD),
        ("scan_code", w.WORD),
        ("flags", w.DWORD),
        ("time", w.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _Either(ctypes.Union):
    _fields_ = (("mouse", _MouseInput), ("key", _KeyInput))


class _Input(ctypes.Structure):
    """Source: INPUT."""

    _fields_ = (("kind", w.DWORD), ("input", _Either))


class Motion(NamedTuple):
    """A key goes down or comes up."""

    key: int
    down: bool


def send_keys(motions: Sequence[Motion]) -> bool:
    """Puts them into the keyboard's stream as one piece; whether Windows took them.

    Nothing that is typed meanwhile comes between them.
    """
    inputs = (_Input * len(motions))(*map(_key_input, motions))
    return int(user32().SendInput(len(inputs), inputs, ctypes.sizeof(_Input))) == len(inputs)


def send_nothing() -> None:
    """A movement of the mouse by nothing; the program it comes from counts as being used."""
    user32().SendInput(1, ctypes.byref(_Input(kind=_MOUSE)), ctypes.sizeof(_Input))


def _key_input(motion: Motion) -> _Input:
    flags = (_EXTENDED_KEY if motion.key in EXTENDED else 0) | (0 if motion.down else _KEY_UP)
    scan_code = user32().MapVirtualKeyW(motion.key, _TO_SCAN_CODE)
    key = _KeyInput(key=motion.key, scan_code=scan_code, flags=flags)
    return _Input(kind=_KEYBOARD, input=_Either(key=key))
