"""The one way off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Jobs(Protocol):
    """Runs work that takes long; tests hand in one of their own."""

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs ``work``, which must not touch a widget, then ``done`` with what it returned.

        ``done`` is called on the thread that called this; what ``work`` raises is raised there.
        """
        ...
