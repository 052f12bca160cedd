"""Ends the program when the clipboard is the agent's own again."""

from __future__ import annotations

from desktop.services.insertion import InsertionService
from desktop.services.ports import Action, Clock, Scheduler

LEAVE_CAP_MS = 1000
"""Nobody waits longer for a program to end; what a frozen chat still needs is left to it."""
LOOK_MS = 10


class Leaving:
    """Waits for the phrase under way and for the old clipboard, then ends the program."""

    def __init__(
        self, insertion: InsertionService, scheduler: Scheduler, clock: Clock, end: Action
    ) -> None:
        """Nothing happens yet.

        Args:
            insertion: What may be under way.
            scheduler: Looks again.
            clock: For the cap.
            end: Ends the program; called once.
        """
        self._insertion = insertion
        self._scheduler = scheduler
        self._clock = clock
        self._end = end
        self._since_ms: float | None = None

    def leave(self) -> None:
        """Ends the program now, or within ``LEAVE_CAP_MS`` if a phrase is under way."""
        if self._since_ms is None:
            self._since_ms = self._clock.monotonic_ms()
            self._look(self._since_ms)

    def _look(self, since_ms: float) -> None:
        late = self._clock.monotonic_ms() - since_ms >= LEAVE_CAP_MS
        if late or self._insertion.at_rest:
            self._end()
        else:
            self._scheduler.call_later(LOOK_MS, lambda: self._look(since_ms))
