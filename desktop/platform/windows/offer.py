"""Who may read what is on offer, and what a reading means."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from desktop.platform.windows.api import user32
from desktop.platform.windows.programs import process_of, processes_of
from desktop.services.ports import Target

_FOR_THE_TARGET_S = 1.0


class Offer:
    """A content that one window is to read.

    Windows asks for a format once and gives it to everybody from then on, so the first reading is
    the only one that is seen. It has to be the target's: readers that come before the paste key was
    sent, and other programs until the target has had a second for itself, get nothing. Those are
    histories that do not mind our marks, and programs that look at whatever is copied.

    Attributes:
        target: The window.
        read: Whether it has read.
        turned_away: The processes that asked and got nothing.
    """

    def __init__(self, target: Target, on_read: Callable[[bool], None], *, key_sent: bool) -> None:
        """``key_sent``: the window was sent the paste key before and has not read since."""
        self.target = target
        self.read = False
        self.turned_away: set[int] = set()
        self._on_read = on_read
        self._own = os.getpid()
        self._awaited_since_s: float | None = time.monotonic() if key_sent else None

    def await_reader(self) -> None:
        """The paste key goes out now."""
        self._awaited_since_s = time.monotonic()

    def serve(self) -> bool:
        """Whether who has the clipboard open gets the content; tells ``on_read`` if so."""
        reader = process_of(user32().GetOpenClipboardWindow() or 0)
        if reader == self._own:
            return True
        by_target = not reader or reader in processes_of(self.target.window)
        if not self._may_read(by_target=by_target):
            if not by_target:
                self.turned_away.add(reader)
            return False
        self.read = self.read or by_target
        self._on_read(by_target)
        return True

    def _may_read(self, *, by_target: bool) -> bool:
        since_s = self._awaited_since_s
        if since_s is None:
            return False
        return by_target or time.monotonic() - since_s >= _FOR_THE_TARGET_S
