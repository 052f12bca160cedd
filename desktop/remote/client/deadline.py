"""A moment by which a fetch must be done, however slowly the other side drips."""

from __future__ import annotations

import time
from collections.abc import Callable

from desktop.services.repository import RemoteError


class Deadline:
    """Asked wherever a fetch waits."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._until = time.monotonic() + seconds
        self._cancelled = cancelled

    def left_s(self) -> float:
        """Seconds left, more than none.

        Raises:
            RemoteError: ``deadline``: there are none; ``cancelled``: nobody waits any more.
        """
        if self._cancelled():
            raise RemoteError("cancelled")
        left_s = self._until - time.monotonic()
        if left_s <= 0:
            raise RemoteError("deadline")
        return left_s
