from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.validity import CHINA, Validity, next_end, read_moment

DAY = datetime(2026, 11, 11, tzinfo=CHINA)
MOMENTS = st.builds(
    lambda minutes, zone: (DAY + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(-500_000, 500_000),
    st.sampled_from([UTC, CHINA]),
)
SPANS = st.builds(Validity, st.none() | MOMENTS, st.none() | MOMENTS)


def test_it_counts_from_its_first_moment_and_ends_before_its_last() -> None:
    span, tick = Validity(DAY, DAY + timedelta(days=1)), timedelta(microseconds=1)
    assert not span.holds(DAY - tick)
    assert span.holds(DAY)
    assert span.holds(DAY + timedelta(days=1) - tick)
    assert not span.holds(DAY + timedelta(days=1))


def test_the_same_moment_counts_wherever_the_clock_hangs() -> None:
    assert Validity(DAY).holds(DAY.astimezone(UTC))
    assert not Validity(DAY).holds(DAY.astimezone(UTC) - timedelta(seconds=1))


@given(SPANS, SPANS, MOMENTS)
def test_within_holds_where_both_do(one: Validity, other: Validity, moment: datetime) -> None:
    assert one.within(other).holds(moment) == (one.holds(moment) and other.holds(moment))
    if one.empty:
        assert not one.holds(moment)


@given(st.lists(SPANS), MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_nothing_changes_before_the_next_end(
    spans: list[Validity], moment: datetime, later: timedelta
) -> None:
    end = next_end(spans, moment)
    assert end is None or end > moment
    if end is None or moment + later < end:
        assert [s.holds(moment) for s in spans] == [s.holds(moment + later) for s in spans]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-11", DAY),
        ("2026-11-11 20:00", DAY + timedelta(hours=20)),
        ("2026-11-11T20:00:30", DAY + timedelta(hours=20, seconds=30)),
        ("2026-11-10T16:00Z", DAY),
        ("2026-11-11 01:00:00+09:00", DAY),
        ("2028-02-29", datetime(2028, 2, 29, tzinfo=CHINA)),
    ],
)
def test_moment_is_chinas_unless_it_says_where(text: str, meant: datetime) -> None:
    assert read_moment(text) == meant
    assert read_moment(text).tzinfo is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-11 24:00",
        "2026-02-29",
        "2026-13-01",
        "26-11-11",
        "20261111",
        "2026-W46-3",
        "2026-11-11 20",
        "2026-11-11 20:00:00.5",
        "2026-11-11 20:00 +08:00",
        "２０２６-11-11",
        "11.11",
        "明天",
        "1999-12-31",
        "9999-12-31",
        "2026-11-11T20:00+24:00",
    ],
)
def test_anything_else_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_moment(text)
