"""The Windows backend."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.platform.clock import SystemClock
from desktop.platform.later import later
from desktop.platform.launch import command
from desktop.platform.missing import NoTyping, NoWindowWatch
from desktop.platform.scheduler import QtScheduler
from desktop.platform.system import Backend
from desktop.platform.windows.autostart import RunKey
from desktop.platform.windows.own_windows import WindowsWindows

if TYPE_CHECKING:
    from desktop.platform.windows.parts import Parts


def windows_backend() -> Backend:
    """Everything through one hidden window of our own, made when it is first needed."""

    @cache
    def parts() -> Parts:
        from desktop.platform.windows.parts import make_parts

        return make_parts()

    def close() -> None:
        if parts.cache_info().currsize:
            parts().close()

    return Backend(
        name="windows",
        hotkeys=later(lambda: parts().hotkeys),
        keys=later(lambda: parts().keys),
        typing=NoTyping("unsupported"),
        focus=later(lambda: parts().focus),
        others=NoWindowWatch("unsupported"),
        clipboard=later(lambda: parts().clipboard),
        scheduler=QtScheduler(),
        clock=SystemClock(),
        windows=WindowsWindows(),
        autostart=RunKey(command()),
        close=close,
    )
