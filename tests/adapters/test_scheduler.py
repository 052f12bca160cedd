"""What every Scheduler keeps to, on the fake and on Qt's loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from desktop.platform.scheduler import QtScheduler
from desktop.services.ports import Scheduler
from tests.fakes.time import ManualTime


class World(NamedTuple):
    scheduler: Scheduler
    until: Callable[[Callable[[], bool]], None]
    """Lets time pass until something has happened."""


@pytest.fixture(params=["fake", "qt"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "fake":
        time = ManualTime()
        return World(time, lambda _: time.pass_ms(1000))
    qtbot = request.getfixturevalue("qtbot")
    return World(QtScheduler(), lambda happened: qtbot.waitUntil(happened, timeout=5000))


def test_calls_come_once_and_in_order_of_time(world: World) -> None:
    calls: list[str] = []
    world.scheduler.call_later(20, lambda: calls.append("late"))
    world.scheduler.call_later(0, lambda: calls.append("early"))
    world.until(lambda: len(calls) == 2)
    assert calls == ["early", "late"]


def test_nothing_is_called_before_the_caller_has_returned(world: World) -> None:
    calls: list[str] = []
    world.scheduler.call_later(0, lambda: calls.append("call"))
    assert calls == []
    world.until(lambda: bool(calls))


def test_cancelled_call_never_comes(world: World) -> None:
    calls: list[str] = []
    cancel = world.scheduler.call_later(5, lambda: calls.append("cancelled"))
    world.scheduler.call_later(30, lambda: calls.append("other"))
    cancel()
    world.until(lambda: bool(calls))
    assert calls == ["other"]


def test_cancelling_after_the_call_does_nothing(world: World) -> None:
    calls: list[str] = []
    cancel = world.scheduler.call_later(0, lambda: calls.append("one"))
    world.until(lambda: bool(calls))
    world.scheduler.call_later(20, lambda: calls.append("two"))
    cancel()
    world.until(lambda: len(calls) == 2)
    assert calls == ["one", "two"]


def test_call_may_ask_for_another(world: World) -> None:
    calls: list[str] = []
    world.scheduler.call_later(
        0, lambda: world.scheduler.call_later(0, lambda: calls.append("second")) and None
    )
    world.until(lambda: bool(calls))
    assert calls == ["second"]
