"""The time of this machine."""

from __future__ import annotations

import time
from datetime import datetime


class SystemClock:
    """The wall clock and one that never goes back."""

    def now(self) -> datetime:
        """The wall clock, with its offset."""
        return datetime.fromtimestamp(time.time()).astimezone()

    def monotonic_ms(self) -> float:
        """Milliseconds that never go backwards."""
        return time.monotonic() * 1000
