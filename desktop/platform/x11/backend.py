"""The X11 backend."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from desktop.platform.autostart import xdg_autostart
from desktop.platform.clipboard import QtClipboard
from desktop.platform.clock import SystemClock
from desktop.platform.later import later
from desktop.platform.scheduler import QtScheduler
from desktop.platform.system import Backend
from desktop.platform.x11.windows import XWindows
from desktop.services.ports import PortError

if TYPE_CHECKING:
    from desktop.platform.x11.parts import Parts


def x11_backend() -> Backend:
    """Everything through one connection of our own, opened when it is first needed.

    That takes as long as a third of the window's start, so it comes after the first paint.
    """
    scheduler = QtScheduler()

    @cache
    def parts() -> Parts:
        from desktop.platform.x11.parts import connect

        return connect(scheduler)

    def close() -> None:
        if not parts.cache_info().currsize:
            return
        with suppress(PortError):  # without its server there is nothing to hand over or give back
            if parts().clipboard.dies_with_us():
                from desktop.platform.x11.keeper import hand_over

                hand_over(clipboard.snapshot())
            parts().close()

    clipboard = QtClipboard(later(lambda: parts().clipboard))
    focus = later(lambda: parts().focus)
    return Backend(
        name="x11",
        hotkeys=later(lambda: parts().hotkeys),
        keys=later(lambda: parts().keys),
        typing=later(lambda: parts().typing),
        focus=focus,
        others=later(lambda: parts().others),
        clipboard=clipboard,
        scheduler=scheduler,
        clock=SystemClock(),
        windows=XWindows(focus),
        autostart=xdg_autostart(),
        close=close,
    )
