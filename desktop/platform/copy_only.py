"""A backend that can only copy: Qt's clipboard works everywhere, the rest says why it cannot."""

from __future__ import annotations

from desktop.platform.autostart import xdg_autostart
from desktop.platform.clipboard import QtClipboard, QtOnly
from desktop.platform.clock import SystemClock
from desktop.platform.missing import NoFocus, NoHotkeys, NoKeys, NoTyping, NoWindowWatch
from desktop.platform.own_windows import QtWindows
from desktop.platform.scheduler import QtScheduler
from desktop.platform.system import Backend


def copy_only_backend(name: str, reason: str) -> Backend:
    """A backend whose hotkeys, keys and typing are missing for ``reason``, a code with words."""
    return Backend(
        name=name,
        hotkeys=NoHotkeys(reason),
        keys=NoKeys(reason),
        typing=NoTyping(reason),
        focus=NoFocus(),
        others=NoWindowWatch(reason),
        clipboard=QtClipboard(QtOnly()),
        scheduler=QtScheduler(),
        clock=SystemClock(),
        windows=QtWindows(),
        autostart=xdg_autostart(),
        close=lambda: None,
    )
