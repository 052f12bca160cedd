"""When prices are in doubt: signatures that ran out, and clocks that went back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.core.packs.freshness import (
    Freshness,
    after_failed_check,
    after_good_check,
    doubt,
)

START = datetime(2026, 2, 3, 10, tzinfo=UTC)
DAY = timedelta(days=1)
GOOD = after_good_check(Freshness(), START, START + 30 * DAY, index=5)


def test_what_was_checked_is_trusted_until_its_signatures_run_out() -> None:
    assert doubt(GOOD, START + 30 * DAY - timedelta(seconds=1)) is None
    told = doubt(GOOD, START + 30 * DAY)
    assert told
    assert (told.reason, told.since) == ("expired", START + 30 * DAY)


def test_a_clock_that_went_back_is_told() -> None:
    told = doubt(GOOD, START - 2 * DAY)
    assert told
    assert (told.reason, told.since) == ("clock", START)


def test_a_time_zone_set_wrong_is_no_alarm() -> None:
    assert doubt(GOOD, START - timedelta(hours=14)) is None


def test_a_clock_set_back_does_not_lengthen_a_signature_that_ran_out() -> None:
    later = after_failed_check(GOOD, START + 40 * DAY)
    assert doubt(later, START + 40 * DAY) is not None
    back = doubt(later, START + DAY)
    assert back
    assert back.reason == "clock"


def test_the_same_index_again_proves_nothing_about_the_clock() -> None:
    back = after_good_check(GOOD, START - 10 * DAY, START + 30 * DAY, index=5)
    assert back.latest_at == START
    assert doubt(back, START - 10 * DAY) is not None


def test_a_newer_index_ends_the_doubt_after_a_clock_that_ran_ahead() -> None:
    ahead = after_failed_check(GOOD, START + 9999 * DAY)
    assert doubt(ahead, START + DAY) is not None
    healed = after_good_check(ahead, START + DAY, START + 31 * DAY, index=6)
    assert doubt(healed, START + DAY) is None


def test_a_failed_check_leaves_the_time_of_the_last_good_one() -> None:
    failed = after_failed_check(GOOD, START + DAY)
    assert failed.checked_at == START
    assert after_failed_check(Freshness(), START).checked_at is None


def test_what_was_never_checked_is_not_in_doubt() -> None:
    assert doubt(Freshness(), START) is None
