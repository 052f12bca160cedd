"""How far a pack's prices can be trusted: what was signed runs out, and clocks can be wrong.

A repository that is cut off can hide a new edition, but only until what it signed last has run
out. A clock set back would undo that: so the highest time ever seen counts, until the repository
shows something newer than all before. That cannot be a replay, and ends the doubt also after a
clock that ran ahead.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

CLOCK_SLACK = timedelta(days=1)
"""A clock may go back this far: time-zone mistakes of two systems on one machine do that."""


class Freshness(Struct, frozen=True):
    """What is known of the last checks.

    Attributes:
        checked_at: The last check that found everything signed and in order; None for never.
        good_until: When the first of what was signed then runs out.
        latest_at: The highest time the clock ever showed at a check.
        index: Number of the newest index seen; a repository counts it up at each signing.
    """

    checked_at: datetime | None = None
    good_until: datetime | None = None
    latest_at: datetime | None = None
    index: int = 0


class Doubt(Struct, frozen=True):
    """Why prices are to be verified before they are told.

    Attributes:
        reason: ``expired``: nothing newer was seen in time. ``clock``: the clock went back.
        since: The moment from which that holds.
    """

    reason: Literal["expired", "clock"]
    since: datetime


def doubt(known: Freshness, now: datetime) -> Doubt | None:
    """Whether the prices of the last good pack are in doubt."""
    if known.latest_at and now < known.latest_at - CLOCK_SLACK:
        return Doubt("clock", known.latest_at)
    if known.good_until and now >= known.good_until:
        return Doubt("expired", known.good_until)
    return None


def after_good_check(
    known: Freshness, now: datetime, good_until: datetime, index: int
) -> Freshness:
    """What is known after everything was found signed and in order."""
    newer = index > known.index
    latest = now if newer or known.latest_at is None else max(now, known.latest_at)
    return Freshness(now, good_until, latest, max(index, known.index))


def after_failed_check(known: Freshness, now: datetime) -> Freshness:
    """What is known after a check that came to nothing."""
    latest = now if known.latest_at is None else max(now, known.latest_at)
    return replace(known, latest_at=latest)
