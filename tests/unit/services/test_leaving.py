"""The program ends when the clipboard is the agent's own again, or soon."""

from __future__ import annotations

from desktop.services.leaving import LEAVE_CAP_MS, Leaving
from tests.fakes.insertion_room import PICTURE, Room


class Door:
    """A room that can be left; ``ends`` says when that happened."""

    def __init__(self) -> None:
        self.room = Room()
        self.ends: list[float] = []
        time = self.room.time
        self.leave = Leaving(
            self.room.service, time, time, lambda: self.ends.append(time.monotonic_ms())
        ).leave


def test_with_nothing_under_way_it_ends_at_once() -> None:
    door = Door()
    door.leave()
    assert door.ends == [0]


def test_right_after_a_paste_it_waits_for_the_old_clipboard() -> None:
    door = Door()
    door.room.insert("亲，在的", door.room.desktop.open())
    door.room.time.pass_ms(50)
    assert door.room.text() == "亲，在的"
    door.leave()
    assert door.ends == []
    door.room.time.pass_ms(LEAVE_CAP_MS / 2)
    assert len(door.ends) == 1
    assert door.room.desktop.content == PICTURE


def test_behind_a_frozen_window_it_ends_at_the_cap_and_leaves_the_phrase() -> None:
    door = Door()
    door.room.insert("亲，在的", door.room.desktop.open(frozen=True))
    door.room.time.pass_ms(50)
    door.leave()
    door.room.time.pass_ms(60_000)
    assert door.ends == [50 + LEAVE_CAP_MS]
    assert door.room.copied() == "亲，在的"


def test_leaving_twice_ends_it_once() -> None:
    door = Door()
    door.room.insert("亲，在的", door.room.desktop.open())
    door.leave()
    door.leave()
    door.room.time.pass_ms(60_000)
    assert len(door.ends) == 1
