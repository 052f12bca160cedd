"""What an answer is worth after how long, and how that is shown."""

from __future__ import annotations

import pytest

from desktop.core.reply_clock import Band, Day, band, day, shown


@pytest.mark.parametrize(
    ("waited_ms", "worth"),
    [
        (0, Band.QUICK),
        (19_999, Band.QUICK),
        (20_000, Band.SLOW),
        (29_999.9, Band.SLOW),
        (30_000, Band.LATE),
        (10**7, Band.LATE),
    ],
)
def test_twenty_seconds_are_quick_and_thirty_are_late(waited_ms: float, worth: Band) -> None:
    assert band(waited_ms) is worth


def test_the_day_is_told_by_its_median_which_one_long_break_does_not_move() -> None:
    assert day([]) == Day(0, 0)
    assert day([12_000, 18_000, 900_000]) == Day(3, 18_000)
    assert day([10_000, 15_001]) == Day(2, 12_500)


@pytest.mark.parametrize(
    ("waited_ms", "text"), [(0, "0s"), (12_999, "12s"), (60_000, "1:00"), (65_000, "1:05")]
)
def test_a_time_is_short_to_read(waited_ms: float, text: str) -> None:
    assert shown(waited_ms) == text
