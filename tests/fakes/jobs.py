"""Long work that ends when a test says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class ManualJobs:
    """The Jobs of a window, on no thread."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._waiting.append(lambda: done(work()))

    def finish(self) -> None:
        """Everything under way comes to its end."""
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            job()

    def waiting(self) -> int:
        return len(self._waiting)
