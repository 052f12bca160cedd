"""Keeps the library in step with the dates its phrases have."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from typing import Protocol

from desktop.services.ports import Action, Clock, Scheduler

_LOOK_MS = 60_000
"""A timer may stand still while the computer sleeps, and somebody may set the clock."""


class Dated(Protocol):
    """What changes by itself at known moments."""

    def next_change(self) -> datetime | None:
        """When it changes next; None for never again."""
        ...

    def keep_up(self) -> None:
        """Takes on what counts now."""
        ...


class Calendar:
    """Wakes what has dates when one of them has come."""

    def __init__(self, dated: Dated, scheduler: Scheduler, clock: Clock) -> None:
        self._dated = dated
        self._scheduler = scheduler
        self._clock = clock
        self._cancel: Action | None = None

    def plan(self) -> None:
        """Waits for the next date from now on; to be called again when the dates are others."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        due = self._dated.next_change()
        if due is not None:
            wait_ms = (due - self._clock.now()).total_seconds() * 1000
            self._cancel = self._scheduler.call_later(min(_LOOK_MS, ceil(wait_ms)), self._look)

    def _look(self) -> None:
        self._cancel = None
        self._dated.keep_up()
        self.plan()
