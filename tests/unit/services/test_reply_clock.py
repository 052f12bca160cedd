"""The reply clock runs from the question to the answer, and keeps the day's times alone."""

from __future__ import annotations

from desktop.core.reply_clock import FORGOTTEN_MS, Day
from desktop.services.reply_clock import ReplyClock
from tests.fakes.personal import FakePersonalStore
from tests.fakes.time import ManualTime

DAY_MS = 24 * 3_600_000


def running() -> tuple[ReplyClock, ManualTime]:
    time = ManualTime()
    clock = ReplyClock(time, FakePersonalStore())
    clock.start()
    return clock, time


def test_an_answer_stops_it_and_counts_for_the_day() -> None:
    clock, time = running()
    time.pass_ms(12_000)
    assert clock.waited_ms() == 12_000
    clock.stop()
    assert clock.waited_ms() is None
    assert clock.day() == Day(1, 12_000)


def test_a_paste_while_it_does_not_run_counts_for_nothing() -> None:
    clock, _ = running()
    clock.cancel()
    clock.stop()
    assert clock.day() == Day(0, 0)


def test_started_again_it_counts_from_the_last_question() -> None:
    clock, time = running()
    time.pass_ms(50_000)
    clock.start()
    time.pass_ms(5_000)
    clock.stop()
    assert clock.day() == Day(1, 5_000)


def test_one_forgotten_over_lunch_does_not_spoil_the_day() -> None:
    clock, time = running()
    time.pass_ms(FORGOTTEN_MS)
    clock.stop()
    assert clock.day().count == 0


def test_yesterdays_answers_are_forgotten() -> None:
    clock, time = running()
    clock.stop()
    time.pass_ms(DAY_MS)
    assert clock.day() == Day(0, 0)
    clock.start()
    time.pass_ms(9_000)
    clock.stop()
    assert clock.day() == Day(1, 9_000)


def test_who_shows_it_hears_of_every_start_and_stop() -> None:
    clock, _ = running()
    heard = list[bool]()
    clock.on_change.append(lambda: heard.append(clock.waited_ms() is not None))
    clock.start()
    clock.stop()
    clock.start()
    clock.cancel()
    assert heard == [True, False, True, False]
