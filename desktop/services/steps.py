"""One thing after the other on a timer, with errors of the world in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.services.ports import Action, Clock, PortError, Scheduler

POLL_MS = 3


class Steps:
    """At most one step waits at any time: a new one takes the place of the old one."""

    def __init__(self, scheduler: Scheduler, clock: Clock, on_error: Callable[[str], None]) -> None:
        self._scheduler = scheduler
        self._clock = clock
        self._on_error = on_error
        self._cancel: Action | None = None
        self._since_ms = 0.0

    def run(self, step: Action) -> None:
        """Runs it now; a PortError goes to ``on_error`` as its code."""
        try:
            step()
        except PortError as error:
            self._on_error(error.code)

    def later(self, delay_ms: int, step: Action) -> None:
        """Runs it after ``delay_ms`` instead of what was waiting."""
        self.stop()
        self._cancel = self.apart(delay_ms, step)

    def apart(self, delay_ms: int, step: Action) -> Action:
        """Runs it after ``delay_ms`` beside the others; the returned function cancels it."""
        return self._scheduler.call_later(delay_ms, partial(self.run, step))

    def attempt(self, action: Action, again: Action, cap_ms: int) -> bool:
        """Does it, or sees to it that ``again`` runs soon; past ``cap_ms`` from ``mark`` it raises.

        For the clipboard: who holds it lets go soon.
        """
        try:
            action()
        except PortError:
            if self.since_mark_ms() > cap_ms:
                raise
            self.later(POLL_MS, again)
            return False
        return True

    def stop(self) -> None:
        """Nothing waits any more."""
        if self._cancel:
            self._cancel()
            self._cancel = None

    def mark(self) -> None:
        """From now on ``since_mark_ms`` counts."""
        self._since_ms = self._clock.monotonic_ms()

    def since_mark_ms(self) -> float:
        """Milliseconds since ``mark``."""
        return self._clock.monotonic_ms() - self._since_ms


def refusal(action: Action) -> str | None:
    """Does it; None, or the code of why the world did not let us."""
    try:
        action()
    except PortError as error:
        return error.code
    return None
