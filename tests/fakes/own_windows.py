"""What the system does with our own windows, on the desktop in memory."""

from __future__ import annotations

from desktop.platform.own_windows import QtWindows
from tests.fakes.desktop import FakeDesktop


class FakeOwnWindows(QtWindows):
    """Remembers which windows may take the focus; bringing one forward makes it active.

    Where they stand is Qt's business here too.
    """

    def __init__(self, desktop: FakeDesktop) -> None:
        self._desktop = desktop
        self.accepting: set[int] = set()
        self.refusing: set[int] = set()
        self.copies = True

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        self._desktop.own_windows.add(window)
        for answer, windows in ((True, self.accepting), (False, self.refusing)):
            (windows.add if answer == accepts else windows.discard)(window)

    def may_copy(self) -> bool:
        return self.copies

    def activate(self, window: int) -> None:
        self._desktop.own_windows.add(window)
        self._desktop.active = window
