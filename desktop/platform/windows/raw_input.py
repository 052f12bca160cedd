"""What keyboards and mice do in any window, told to a window of ours as raw input."""

from __future__ import annotations

import ctypes
from ctypes import wintypes as w

from msgspec import Struct

from desktop.platform.windows.api import user32

WM_INPUT = 0x00FF

_MOUSE, _KEYBOARD = 0, 1
_GENERIC_DESKTOP, _MICE, _KEYBOARDS = 1, 2, 6
_REMOVE, _ALSO_IN_BACKGROUND = 0x0001, 0x0100
_DATA = 0x10000003
_FAILED = 0xFFFFFFFF
_KEY_UP = 1
_BUTTON_DOWN = 0x0001 | 0x0004 | 0x0010 | 0x0040 | 0x0100
_NO_KEY = 0xFF


class _Device(ctypes.Structure):
    """Source: RAWINPUTDEVICE."""

    _fields_ = (("page", w.USHORT), ("usage", w.USHORT), ("flags", w.DWORD), ("window", w.HWND))


class _Header(ctypes.Structure):
    """Source: RAWINPUTHEADER."""

    _fields_ = (("kind", w.DWORD), ("size", w.DWORD), ("device", w.HANDLE), ("first", w.WPARAM))


class _Key(ctypes.Structure):
    """Source: RAWKEYBOARD."""

    _fields_ = (
        ("scan_code", w.USHORT),
        ("flags", w.USHORT),
        ("reserved", w.USHORT),
        ("key", w.USHORT),
        ("message", w.UINT),
        ("extra", w.ULONG),
    )


class _Mouse(ctypes.Structure):
    """Source: RAWMOUSE."""

    _fields_ = (
        ("flags", w.USHORT),
        ("buttons", w.ULONG),
        ("raw_buttons", w.ULONG),
        ("x", w.LONG),
        ("y", w.LONG),
        ("extra", w.ULONG),
    )


class _Either(ctypes.Union):
    _fields_ = (("key", _Key), ("mouse", _Mouse))


class _Input(ctypes.Structure):
    """Source: RAWINPUT."""

    _fields_ = (("header", _Header), ("data", _Either))


class Press(Struct, frozen=True):
    """A key went down or up, or a mouse button down.

    Attributes:
        key: The virtual key; 0 for a mouse button.
        down: Whether it went down.
    """

    key: int
    down: bool = True


def watch(window: int) -> bool:
    """Has WM_INPUT sent to a window for every key and button; False if Windows refuses.

    It stays in force over a locked screen and while the machine sleeps, and a program that is slow
    to take the messages delays nobody else's.
    """
    return _register(_ALSO_IN_BACKGROUND, window)


def unwatch() -> None:
    """Nothing is sent any more."""
    _register(_REMOVE, None)


def read(handle: int) -> Press | None:
    """What a WM_INPUT with this handle tells; None for what is no press, such as a movement."""
    found = _Input()
    size = w.UINT(ctypes.sizeof(found))
    got = user32().GetRawInputData(
        handle, _DATA, ctypes.byref(found), ctypes.byref(size), ctypes.sizeof(_Header)
    )
    if got == _FAILED:
        return None
    if found.header.kind == _KEYBOARD and found.data.key.key != _NO_KEY:
        return Press(found.data.key.key, down=not found.data.key.flags & _KEY_UP)
    if found.header.kind == _MOUSE and found.data.mouse.buttons & _BUTTON_DOWN:
        return Press(0)
    return None


def _register(flags: int, window: int | None) -> bool:
    devices = [_Device(_GENERIC_DESKTOP, usage, flags, window) for usage in (_KEYBOARDS, _MICE)]
    array = (_Device * len(devices))(*devices)
    return bool(user32().RegisterRawInputDevices(array, len(devices), ctypes.sizeof(_Device)))
