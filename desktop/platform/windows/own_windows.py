"""Our own windows on Windows."""

from __future__ import annotations

from desktop.core.docking.model import Rect
from desktop.platform.own_windows import QtWindows
from desktop.platform.windows.api import user32
from desktop.platform.windows.foreground import bring_forward
from desktop.platform.windows.others import seen_of, whole_of

_EXTENDED_STYLE = -20
_NO_ACTIVATE = 0x08000000
_IN_PLACE = 0x0214
"""SWP_NOZORDER, SWP_NOACTIVATE and SWP_NOOWNERZORDER."""


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

    def frame(self, window: int) -> Rect:
        """What is seen of the window, in physical pixels."""
        return seen_of(window)

    def place(self, window: int, frame: Rect) -> None:
        """Moves and sizes it so that this is what is seen of it; it is not raised or activated."""
        seen, whole = seen_of(window), whole_of(window)
        if seen != frame:
            user32().SetWindowPos(
                window,
                None,
                frame.x + whole.x - seen.x,
                frame.y + whole.y - seen.y,
                frame.width + whole.width - seen.width,
                frame.height + whole.height - seen.height,
                _IN_PLACE,
            )

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus."""
        bring_forward(window)
