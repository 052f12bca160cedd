"""The reply clock: started when a customer asks, stopped by the answer."""

from __future__ import annotations

from desktop.core.reply_clock import FORGOTTEN_MS, Day, day
from desktop.services.ports import Action, Clock, Replies


class ReplyClock:
    """Runs for one customer at a time; of a day it keeps how long each answer took, no more.

    Attributes:
        on_change: Called whenever it starts or stops.
    """

    def __init__(self, clock: Clock, replies: Replies) -> None:
        self.on_change: list[Action] = []
        self._clock = clock
        self._replies = replies
        self._since_ms: float | None = None

    def start(self) -> None:
        """Starts it, anew if it runs: the last customer to ask counts."""
        self._run_since(self._clock.monotonic_ms())

    def cancel(self) -> None:
        """Stops it without an answer."""
        self._run_since(None)

    def stop(self) -> None:
        """The answer stands in the chat; nothing happens if it does not run.

        Raises:
            NotKeptError: It has stopped, but the time is not in the day's.
        """
        waited_ms = self.waited_ms()
        if waited_ms is None:
            return
        self.cancel()
        if waited_ms < FORGOTTEN_MS:
            self._replies.record_reply(self._today(), round(waited_ms))

    def waited_ms(self) -> float | None:
        """How long the customer has waited; None if it does not run."""
        return None if self._since_ms is None else self._clock.monotonic_ms() - self._since_ms

    def day(self) -> Day:
        """Today's answers."""
        return day(self._replies.replies(self._today()))

    def _run_since(self, since_ms: float | None) -> None:
        self._since_ms = since_ms
        for heard in self.on_change:
            heard()

    def _today(self) -> str:
        return self._clock.now().date().isoformat()
