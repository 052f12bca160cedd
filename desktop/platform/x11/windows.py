"""Our own windows on X11."""

from __future__ import annotations

from PySide6.QtGui import QCursor

from desktop.platform.own_windows import QtWindows
from desktop.services.ports import Focus, Target


class XWindows(QtWindows):
    """As Qt does it, but brought to the front with the time of the hotkey.

    Qt's connection has seen no key since the agent works in another program: its own request looks
    old, and window managers that prevent focus stealing turn it down.
    """

    def __init__(self, focus: Focus) -> None:
        self._focus = focus

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus.

        Raises:
            PortError: The X server is gone.
        """
        # a question to the server on Qt's connection: what Qt has done to the window is there
        # before we speak of it on ours
        QCursor.pos()
        self._focus.activate(Target(window))
