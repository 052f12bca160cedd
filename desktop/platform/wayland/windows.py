"""Our own windows on Wayland."""

from __future__ import annotations

from desktop.platform.own_windows import QtWindows


class WaylandWindows(QtWindows):
    """As Qt does it; the clipboard wants a window of ours in front."""

    def copies_behind(self) -> bool:
        """No: only the window with the keyboard may use the clipboard."""
        return False
