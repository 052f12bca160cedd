"""Time: what it is, and being called later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

Action = Callable[[], None]


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The wall clock, with its offset."""
        ...

    def monotonic_ms(self) -> float:
        """Milliseconds that never go backwards."""
        ...


class Scheduler(Protocol):
    """Calls back later, on the same thread."""

    def call_later(self, delay_ms: int, action: Action) -> Action:
        """Runs ``action`` once after ``delay_ms``; the returned function cancels it."""
        ...
