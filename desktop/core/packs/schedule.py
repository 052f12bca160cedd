"""When packs are checked: often enough for a supervisor, spread out enough for a server."""

from __future__ import annotations

EVERY_S = 15 * 60
"""Seconds from one check to the next, on average."""


def next_check_s(chance: float) -> float:
    """Seconds until the next check: ``EVERY_S`` ± 50 %, by a chance of 0 to 1.

    Agents start in the morning together; so their checks do not stay together.
    """
    return EVERY_S * (0.5 + chance)
