"""Brings a window to the front, as far as Windows lets a program do that."""

from __future__ import annotations

from desktop.platform.windows.api import user32
from desktop.platform.windows.input import send_nothing

_RESTORE = 9


def bring_forward(window: int) -> None:
    """Asks for the keyboard focus for a window, ours or another program's; never waits for it.

    Windows grants it to the program that the agent used last, which we are after a hotkey or a
    click. In case it thinks otherwise, an input of our own makes us that program. Not by
    AttachThreadInput: together with a window that hangs we would hang too.
    """
    if user32().IsIconic(window):
        user32().ShowWindowAsync(window, _RESTORE)
    user32().SetForegroundWindow(window)
    if user32().GetForegroundWindow() != window:
        send_nothing()
        user32().SetForegroundWindow(window)
