"""The Windows backend."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.platform.clock import SystemClock
from desktop.platform.later import later
from desktop.platform.launch import command
from desktop.platform.scheduler import QtScheduler
from desktop.platform.system import Backend
from desktop.platform.windows.autostart import RunKey
from desktop.platform.windows.own_windows import WindowsWindows

if TYPE_CHECKING:
    from desktop.platform.windows.parts import Parts


def windows_backend() -> Backend:
    """Everything through one hidden window of our own, made when it is first needed."""
    scheduler = QtScheduler()

    @cache
    def parts() -> Parts:
        from desktop.platform.windows.parts import make_parts

        return make_parts(scheduler)

    def close() -> None:
        if parts.cache_info().currsize:
            parts().close()

    return Backend(
        name="windows",
        hotkeys=later(lambda: parts().hotkeys),
        keys=later(lambda: parts().keys),
        typing=later(lambda: parts().typing),
        focus=later(lambda: parts().focus),
        others=later(lambda: parts().others),
        clipboard=later(lambda: parts().clipboard),
        scheduler=scheduler,
        clock=SystemClock(),
        windows=WindowsWindows(),
        autostart=RunKey(command()),
        close=close,
    )
