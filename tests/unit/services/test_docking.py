"""Our window does what the window it is docked to does."""

from __future__ import annotations

import pytest

from desktop.core.docking.model import Presence, Rect, Screen, Side
from desktop.core.docking.rules import PRESETS
from desktop.services.docking.model import Docking, Ended
from desktop.services.docking.service import DockingService
from desktop.services.ports import NotKeptError, PortError
from tests.fakes.other_windows import FRAME, FREE, FakeDockedWindow, FakeWindowWatch
from tests.fakes.personal import FakePersonalStore

BESIDE = Rect(FRAME.right, FRAME.y, 320, FRAME.height)


class Room:
    """The service between our window and the others."""

    def __init__(self, **settings: str) -> None:
        self.watch = FakeWindowWatch()
        self.store = FakePersonalStore(**settings)
        self.begin()

    def begin(self) -> None:
        """The program starts, with what was kept."""
        self.own = FakeDockedWindow()
        self.service = DockingService(self.watch, self.store)

    def start(self) -> None:
        self.service.start(self.own)
        self.watch.settle()

    def dock(self, number: int = 1) -> None:
        self.service.pick(lambda window: window and self.service.dock_to(window))
        self.watch.point_at(number)
        self.watch.settle()


def not_kept(*_: str) -> None:
    raise NotKeptError("full", {})


@pytest.fixture
def room() -> Room:
    room = Room()
    room.start()
    room.watch.open()
    return room


def test_ours_stands_beside_the_picked_window_and_follows_it(room: Room) -> None:
    room.dock()
    assert room.service.state is Docking.DOCKED
    assert room.own.place == BESIDE
    room.watch.change(1, frame=Rect(300, 50, 700, 500))
    assert room.own.place == Rect(1000, 50, 320, 500)


def test_ours_goes_and_comes_with_it_when_it_is_minimised_or_fills_the_screen(room: Room) -> None:
    room.dock()
    for presence in (Presence.AWAY, Presence.FULL_SCREEN):
        room.watch.change(1, presence=presence)
        assert not room.own.shown
        room.watch.change(1, presence=Presence.SHOWN, frame=FRAME)
        assert room.own.shown
        assert room.own.place == BESIDE


def test_the_other_side_is_taken_at_once_and_kept(room: Room) -> None:
    room.watch.change(1, frame=Rect(500, 100, 800, 600))
    room.dock()
    room.service.use_side(Side.LEFT)
    assert room.own.place == Rect(180, 100, 320, 600)
    room.begin()
    assert room.service.side is Side.LEFT


def test_nothing_happens_if_the_agent_thinks_better_of_picking(room: Room) -> None:
    over: list[object] = []
    room.service.pick(over.append)
    room.watch.press("Escape")
    assert over == [None]
    room.service.pick(over.append)
    room.service.stop_picking()
    room.watch.point_at(1)
    assert over == [None]
    assert room.service.state is Docking.OFF


def test_closed_window_leaves_ours_alone_until_the_program_is_started_again(room: Room) -> None:
    room.dock()
    room.watch.close(1)
    assert room.own.ended == [Ended.CLOSED]
    assert room.service.state is Docking.WAITING
    assert room.own.place == FREE
    room.watch.open("別の窓 - Mail", "Mail", 2)
    assert room.service.state is Docking.WAITING
    room.watch.open("新会话 - Chat", "Chat", 3)
    room.watch.settle()
    assert room.service.state is Docking.DOCKED
    assert room.own.place == BESIDE
    assert room.watch.listeners == []


def test_a_window_that_gets_its_title_late_is_found_too(room: Room) -> None:
    room.dock()
    room.watch.close(1)
    room.watch.open("", "Chat", 2)
    assert room.service.state is Docking.WAITING
    room.watch.change(2, title="会话 - Chat")
    assert room.service.state is Docking.DOCKED


def test_the_next_start_docks_to_the_window_that_is_there(room: Room) -> None:
    room.dock()
    room.begin()
    room.start()
    assert room.service.state is Docking.DOCKED
    assert room.own.place == BESIDE


def test_a_window_that_is_minimised_at_the_start_does_not_take_ours_away(room: Room) -> None:
    room.dock()
    room.watch.change(1, presence=Presence.AWAY)
    room.begin()
    room.start()
    assert room.own.shown
    assert room.own.place == FREE
    room.watch.change(1, presence=Presence.SHOWN)
    assert room.own.place == BESIDE


def test_undocking_leaves_ours_alone_also_at_the_next_start(room: Room) -> None:
    room.dock()
    room.service.undock()
    assert room.own.ended == [None]
    room.watch.change(1, frame=Rect(0, 0, 500, 500))
    assert room.own.place == FREE
    assert room.watch.watchers == []
    room.begin()
    room.start()
    assert room.service.state is Docking.OFF


def test_dragging_ours_away_undocks_it_and_the_agent_can_take_that_back(room: Room) -> None:
    room.dock()
    room.service.rested(BESIDE)
    room.service.rested(Rect(1300, 300, 320, 600))
    assert room.own.ended == [Ended.TAKEN_AWAY]
    assert room.service.state is Docking.OFF
    room.service.dock_again()
    room.watch.settle()
    assert room.service.state is Docking.DOCKED


def test_a_nudge_is_put_right_and_a_new_width_is_kept(room: Room) -> None:
    room.dock()
    room.service.rested(BESIDE)
    room.own.place = Rect(BESIDE.x + 20, BESIDE.y, 320, 600)
    room.service.rested(room.own.place)
    assert room.own.place == BESIDE
    room.service.rested(BESIDE)
    room.service.rested(Rect(BESIDE.x, BESIDE.y, 400, 600))
    assert room.own.place == Rect(BESIDE.x, BESIDE.y, 400, 600)
    room.begin()
    room.start()
    assert room.own.place.width == 400


def test_a_drag_right_after_docking_undocks_too(room: Room) -> None:
    room.dock()
    room.service.moved(BESIDE)
    room.service.rested(Rect(1300, 300, 320, 600))
    assert room.own.ended == [Ended.TAKEN_AWAY]


def test_where_the_window_manager_puts_ours_is_not_the_agents_doing(room: Room) -> None:
    room.dock()
    shifted = Rect(BESIDE.x - 70, BESIDE.y, 320, 600)
    room.service.rested(shifted)
    room.service.rested(shifted)
    assert room.service.state is Docking.DOCKED


def test_ours_comes_up_when_the_other_window_does(room: Room) -> None:
    room.dock()
    assert room.own.rises == 1
    room.watch.change(1, frame=Rect(0, 0, 800, 600))
    assert room.own.rises == 1
    room.watch.open("Mail", "Mail", 2)
    room.watch.change(1, active=True)
    assert room.own.rises == 2


def test_new_monitors_are_taken_into_account(room: Room) -> None:
    room.watch.change(1, frame=Rect(0, 0, 1920, 1040))
    room.dock()
    assert room.own.place == Rect(1600, 0, 320, 1040)
    room.own.monitors = (*room.own.monitors, Screen(Rect(1920, 0, 1280, 1024)))
    room.service.look_again()
    assert room.own.place == Rect(1920, 0, 320, 1024)


def test_a_preset_waits_for_its_program(room: Room) -> None:
    room.service.dock_by(PRESETS["qianniu"])
    assert room.service.state is Docking.WAITING
    room.watch.open("店:甲-接待中心", "AliWorkbench.exe", 2)
    room.watch.settle()
    assert room.service.state is Docking.DOCKED
    assert room.own.place == BESIDE


def test_docking_to_a_window_that_is_not_there_lets_go_of_the_one_that_is(room: Room) -> None:
    room.dock()
    room.service.dock_by(PRESETS["qianniu"])
    assert room.own.ended == [None]
    assert room.service.state is Docking.WAITING
    assert room.watch.watchers == []


def test_every_change_of_state_is_told(room: Room) -> None:
    states: list[Docking] = []
    room.service.on_change.append(lambda: states.append(room.service.state))
    room.dock()
    room.watch.close(1)
    room.service.undock()
    assert list(dict.fromkeys(states)) == [Docking.WAITING, Docking.DOCKED, Docking.OFF]


def test_a_system_without_docking_says_so_and_starts_nothing() -> None:
    room = Room(**{"docking.on": "yes", "docking.rule": '{"program": "Chat", "titles": []}'})
    room.watch.missing, room.watch.broken = "wayland", True
    room.start()
    assert room.service.obstacle() == "wayland"
    with pytest.raises(PortError):
        room.service.pick(lambda _: None)


def test_a_wish_that_cannot_be_kept_changes_nothing(room: Room) -> None:
    room.dock()
    room.store.set_setting = not_kept  # type: ignore[method-assign]
    for change in (room.service.undock, lambda: room.service.use_side(Side.LEFT)):
        with pytest.raises(NotKeptError):
            change()
    assert room.service.state is Docking.DOCKED
    assert room.own.place == BESIDE


def test_settings_of_a_version_that_knew_more_are_passed_over() -> None:
    room = Room(**{"docking.side": "above", "docking.width": "wide", "docking.rule": "[]"})
    room.start()
    assert room.service.side is Side.RIGHT
    assert room.service.rule is None
