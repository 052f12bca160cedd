"""Our own windows on Windows."""

from __future__ import annotations

from desktop.platform.own_windows import QtWindows
from desktop.platform.windows.api import user32
from desktop.platform.windows.foreground import bring_forward

_EXTENDED_STYLE = -20
_NO_ACTIVATE = 0x08000000


class WindowsWindows(QtWindows):
    """As Qt does it, but a click that shall leave the focus is told to Windows itself, each time.

    Windows loses that style whenever Qt changes a window's flags or makes it anew.
    """

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        """Lets clicks in the window take the keyboard focus, or leave it where it is."""
        super().set_accepts_focus(window, accepts)
        for own in self._find(window):
            # what Qt looks at when it shows the window; with the flag alone it would take the focus
            own.setProperty("_q_showWithoutActivating", not accepts)
        style = user32().GetWindowLongPtrW(window, _EXTENDED_STYLE)
        wanted = style & ~_NO_ACTIVATE if accepts else style | _NO_ACTIVATE
        if wanted != style:
            user32().SetWindowLongPtrW(window, _EXTENDED_STYLE, wanted)

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus."""
        bring_forward(window)
