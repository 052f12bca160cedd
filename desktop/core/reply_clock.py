"""How long a customer waits for an answer, and what that is worth.

Source: a shop pays a bonus for a first answer within 20 s and a penalty past 30 s.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

QUICK_S, LATE_S = 20, 30
FORGOTTEN_MS = 3_600_000
"""Past it nobody is waiting: the clock was forgotten, and its time counts for nothing."""


class Band(StrEnum):
    """What an answer after so long is worth."""

    QUICK = "quick"
    SLOW = "slow"
    LATE = "late"


class Day(Struct, frozen=True):
    """The answers of a day.

    Attributes:
        count: How many there were.
        median_ms: Half of them came sooner, half later; 0 if there were none.
    """

    count: int
    median_ms: int


def band(waited_ms: float) -> Band:
    """What an answer now would be worth."""
    if waited_ms < QUICK_S * 1000:
        return Band.QUICK
    return Band.SLOW if waited_ms < LATE_S * 1000 else Band.LATE


def day(waits_ms: Sequence[int]) -> Day:
    """The day's answers in two figures."""
    ordered = sorted(waits_ms)
    middle = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return Day(len(ordered), round(sum(middle) / len(middle)) if middle else 0)


def shown(waited_ms: float) -> str:
    """A time as the window shows it: ``12s``, ``1:05``."""
    minutes, seconds = divmod(int(waited_ms // 1000), 60)
    return f"{minutes}:{seconds:02}" if minutes else f"{seconds}s"
