"""Time that stands still until a test moves it."""

from __future__ import annotations

import heapq
from datetime import datetime, timedelta, timezone
from itertools import count

from desktop.services.ports import Action


class ManualTime:
    """A Clock and a Scheduler in one."""

    def __init__(self) -> None:
        self._now_ms = 0.0
        self._order = count()
        self._due: list[tuple[float, int, Action]] = []
        self._cancelled: set[int] = set()

    def now(self) -> datetime:
        start = datetime(2026, 2, 3, 10, 0, tzinfo=timezone(timedelta(hours=8)))
        return start + timedelta(milliseconds=self._now_ms)

    def monotonic_ms(self) -> float:
        return self._now_ms

    def call_later(self, delay_ms: int, action: Action) -> Action:
        number = next(self._order)
        heapq.heappush(self._due, (self._now_ms + delay_ms, number, action))
        return lambda: self._cancelled.add(number)

    def pass_ms(self, span_ms: float) -> None:
        """Moves on, running everything that falls due on the way at its own moment."""
        end_ms = self._now_ms + span_ms
        while self._due and self._due[0][0] <= end_ms:
            self._now_ms, number, action = heapq.heappop(self._due)
            if number not in self._cancelled:
                action()
        self._now_ms = end_ms

    def waiting(self) -> int:
        """How many calls are still to come."""
        return sum(number not in self._cancelled for _, number, _ in self._due)
