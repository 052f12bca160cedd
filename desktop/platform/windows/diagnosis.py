"""What of Windows works for us, found out without Qt, on any thread."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes as w

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.windows.api import user32
from desktop.platform.windows.focus import WindowsFocus
from desktop.platform.windows.hotkeys import WindowsHotkeys
from desktop.platform.windows.input import Motion, send_keys
from desktop.platform.windows.keyboard import virtual_key
from desktop.platform.windows.messages import MessageWindow
from desktop.platform.windows.programs import out_of_reach, process_of, program_name
from desktop.services.doctor import Check
from desktop.services.ports import Hotkeys

_SPARE = tuple(Hotkey(Modifier(0), f"F{number}") for number in range(24, 19, -1))
"""Keys that keyboards do not have and programs do not use: nobody notices one of them."""
_HEARD_CAP_S = 0.5
_HELD_CAP_S = 0.5
_PAUSE_S = 0.01
_TAKE_OUT = 1


def check_keys() -> Check:
    """Takes a spare hotkey and presses it: both have to work for it to be heard."""
    with borrowed_hotkeys() as hotkeys:
        return _try_spare(hotkeys)


@contextmanager
def borrowed_hotkeys() -> Iterator[Hotkeys]:
    """Hotkeys for as long as the block runs; what was taken is given back."""
    window = MessageWindow()
    hotkeys = WindowsHotkeys(window)
    try:
        yield hotkeys
    finally:
        hotkeys.close()
        window.close()


def _try_spare(hotkeys: Hotkeys) -> Check:
    heard: list[bool] = []
    spare = next((h for h in _SPARE if not hotkeys.bind(h, lambda: heard.append(True))), None)
    key = virtual_key(spare.key) if spare else None
    if key is None:
        return Check("keys", ok=False, code="no_spare_hotkey")
    if not send_keys([Motion(key, down=True), Motion(key, down=False)]):
        return Check("keys", ok=False, code="keys_refused")
    until_s = time.monotonic() + _HEARD_CAP_S
    while not heard and time.monotonic() < until_s:
        _hand_out_messages()
        time.sleep(_PAUSE_S)
    return Check("keys", ok=bool(heard), code="keys_heard" if heard else "keys_unheard")


def check_target() -> Check:
    """The window in front, and whether our keys reach it."""
    focus = WindowsFocus()
    try:
        target = focus.current()
    finally:
        focus.close()
    if target is None:
        return Check("target", ok=True, code="nothing_active")
    reached = not out_of_reach(target.window)
    program = {"program": target.program or str(target.window)}
    return Check("target", ok=reached, code="target" if reached else "elevated", values=program)


def clipboard_holder() -> str | None:
    """The program that keeps the clipboard open; None if it can be had within half a second."""
    until_s = time.monotonic() + _HELD_CAP_S
    while not user32().OpenClipboard(None):
        if time.monotonic() > until_s:
            return program_name(process_of(user32().GetOpenClipboardWindow() or 0)) or "?"
        time.sleep(_PAUSE_S)
    user32().CloseClipboard()
    return None


def _hand_out_messages() -> None:
    message = w.MSG()
    while user32().PeekMessageW(ctypes.byref(message), None, 0, 0, _TAKE_OUT):
        user32().DispatchMessageW(ctypes.byref(message))
