"""What every WindowWatch keeps to, on the fake and on X11 with and without a window manager."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from desktop.core.docking.model import OtherWindow, Presence, Rect
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.watch import XWindowWatch
from desktop.services.ports import Action, Target, WindowWatch
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.session import Desktop
from tests.fakes.other_windows import FakeWindowWatch

MOVED = Rect(300, 120, 500, 400)


class World(Protocol):
    watch: WindowWatch

    def open(self, title: str, *, ours: bool = False) -> int: ...

    def move(self, number: int, frame: Rect) -> None: ...

    def minimise(self, number: int) -> None: ...

    def restore(self, number: int) -> None: ...

    def fill_the_screen(self, number: int) -> None: ...

    def name(self, number: int, title: str) -> None: ...

    def close_window(self, number: int) -> None: ...

    def click(self, number: int) -> None: ...

    def click_outside(self) -> None: ...

    def press(self, key: str) -> None: ...

    def soon(self, look: Callable[[], object]) -> bool:
        """Whether it is true now or soon."""


class FakeWorld:
    def __init__(self) -> None:
        self.fake = FakeWindowWatch()
        self.watch: WindowWatch = self.fake
        self._opened = 0

    def open(self, title: str, *, ours: bool = False) -> int:
        self._opened += 1
        if not ours:
            self.fake.open(title, number=self._opened)
        return self._opened

    def move(self, number: int, frame: Rect) -> None:
        self.fake.change(number, frame=frame)

    def minimise(self, number: int) -> None:
        self.fake.change(number, presence=Presence.AWAY)

    def restore(self, number: int) -> None:
        self.fake.change(number, presence=Presence.SHOWN)

    def fill_the_screen(self, number: int) -> None:
        self.fake.change(number, presence=Presence.FULL_SCREEN)

    def name(self, number: int, title: str) -> None:
        self.fake.change(number, title=title)

    def close_window(self, number: int) -> None:
        self.fake.close(number)

    def click(self, number: int) -> None:
        self.fake.point_at(number)

    def click_outside(self) -> None:
        self.fake.point_at(0)

    def press(self, key: str) -> None:
        self.fake.press(key)

    def soon(self, look: Callable[[], object]) -> bool:
        self.fake.settle()
        return bool(look())


class Loop:
    """A scheduler whose moment has come whenever it is asked."""

    def __init__(self) -> None:
        self._due: list[Action] = []

    def call_later(self, delay_ms: int, action: Action) -> Action:
        self._due.append(action)
        return lambda: self._due.remove(action)

    def run(self) -> None:
        due, self._due = self._due, []
        for action in due:
            action()


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.connection = XConnection(desktop.display)
        self.loop = Loop()
        self.focus = XFocus(self.connection)
        self.watch: WindowWatch = XWindowWatch(self.connection, self.loop, self.focus.current)

    def open(self, title: str, *, ours: bool = False) -> int:
        number = self.stage.open(title, ours=ours).window
        self.focus.current()
        return number

    def move(self, number: int, frame: Rect) -> None:
        place, size = (frame.x, frame.y), (frame.width, frame.height)
        self.desktop.run("xdotool", "windowsize", str(number), *map(str, size))
        self.desktop.run("xdotool", "windowmove", str(number), *map(str, place))

    def minimise(self, number: int) -> None:
        self.desktop.run("xdotool", "windowminimize", str(number))

    def restore(self, number: int) -> None:
        self.desktop.run("xdotool", "windowactivate", str(number))

    def fill_the_screen(self, number: int) -> None:
        self.stage.ask_state(Target(number), "_NET_WM_STATE_FULLSCREEN")

    def name(self, number: int, title: str) -> None:
        self.desktop.run("xdotool", "set_window", "--name", title, str(number))

    def close_window(self, number: int) -> None:
        self.stage.close_window(Target(number))

    def click(self, number: int) -> None:
        self.desktop.run("xdotool", "mousemove", "--window", str(number), "20", "20", "click", "1")

    def click_outside(self) -> None:
        self.desktop.run("xdotool", "mousemove", "1200", "780", "click", "1")

    def press(self, key: str) -> None:
        self.desktop.press(key)

    def soon(self, look: Callable[[], object]) -> bool:
        def look_once_more() -> object:
            self.loop.run()
            return look()

        return bool(pumped(self.connection, look_once_more, "what was to come"))

    def close(self) -> None:
        self.connection.close()
        self.stage.close()


def worlds(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield FakeWorld()
        return
    request.getfixturevalue("shot")
    real = XWorld(request.getfixturevalue(request.param))
    yield real
    real.close()


world = pytest.fixture(worlds, params=["fake", "x11", "bare_x11"], name="world")
managed = pytest.fixture(worlds, params=["fake", "x11"], name="managed")
"""Nobody minimises a window, or knows which one is active, without a window manager."""


class Follower:
    """Hears what is told of a window."""

    def __init__(self, world: World, number: int) -> None:
        self.heard: list[OtherWindow] = []
        self.stop = world.watch.watch(number, self.heard.append)
        assert world.soon(lambda: self.heard)

    @property
    def now(self) -> OtherWindow:
        return self.heard[-1]


def numbers(world: World) -> list[int]:
    return [window.window for window in world.watch.windows()]


def test_windows_of_other_programs_are_listed_topmost_first(world: World) -> None:
    first, second = world.open("first"), world.open("second")
    own = world.open("own", ours=True)
    assert world.soon(lambda: numbers(world)[:2] == [second, first])
    assert own not in numbers(world)
    window = world.watch.windows()[0]
    assert (window.program, window.title) == ("Chat", "second")
    assert window.presence is Presence.SHOWN


def test_moves_and_sizes_are_told_frame_included(world: World) -> None:
    number = world.open("chat")
    follower = Follower(world, number)
    before = follower.now.frame
    world.move(number, MOVED)
    assert world.soon(lambda: (follower.now.frame.x, follower.now.frame.y) == (MOVED.x, MOVED.y))
    assert world.soon(lambda: follower.now.frame.width != before.width)
    follower.stop()
    heard = len(follower.heard)
    world.move(number, Rect(10, 10, 200, 100))
    world.open("another")
    assert len(follower.heard) == heard


def test_minimised_and_restored_is_told(managed: World) -> None:
    number = managed.open("chat")
    follower = Follower(managed, number)
    frame = follower.now.frame
    managed.minimise(number)
    assert managed.soon(lambda: follower.now.presence is Presence.AWAY)
    assert number in numbers(managed)
    managed.restore(number)
    assert managed.soon(lambda: follower.now.presence is Presence.SHOWN)
    assert managed.soon(lambda: follower.now.frame == frame)


def test_full_screen_is_told(managed: World) -> None:
    number = managed.open("chat")
    follower = Follower(managed, number)
    managed.fill_the_screen(number)
    assert managed.soon(lambda: follower.now.presence is Presence.FULL_SCREEN)


def test_the_end_of_a_window_is_told_last(world: World) -> None:
    number = world.open("chat")
    follower = Follower(world, number)
    world.close_window(number)
    assert world.soon(lambda: follower.now.presence is Presence.GONE)
    assert number not in numbers(world)
    follower.stop()


def test_a_window_that_is_gone_when_the_watch_begins_is_told_so(world: World) -> None:
    number = world.open("chat")
    world.close_window(number)
    assert Follower(world, number).now.presence is Presence.GONE


def test_which_window_is_active_is_told(managed: World) -> None:
    number = managed.open("chat")
    follower = Follower(managed, number)
    assert follower.now.active
    managed.open("another")
    assert managed.soon(lambda: not follower.now.active)


def test_new_windows_and_new_titles_are_told(world: World) -> None:
    seen: list[tuple[int, str]] = []
    stop = world.watch.listen(
        lambda: seen.extend((w.window, w.title) for w in world.watch.windows())
    )
    number = world.open("")
    assert world.soon(lambda: (number, "") in seen)
    world.name(number, "chat")
    assert world.soon(lambda: (number, "chat") in seen)
    stop()
    seen.clear()
    Follower(world, world.open("another")).stop()
    assert seen == []


def test_the_clicked_window_is_picked_and_the_click_is_not_the_windows(world: World) -> None:
    number = world.open("chat")
    another = world.open("another")
    for window, frame in ((number, MOVED), (another, Rect(10, 10, 200, 100))):
        follower = Follower(world, window)
        world.move(window, frame)
        assert world.soon(lambda: follower.now.frame.x == frame.x)  # noqa: B023 - asked at once
    picked: list[OtherWindow | None] = []
    world.watch.pick(picked.append)
    world.click(number)
    assert world.soon(lambda: picked)
    assert [window and window.window for window in picked] == [number]
    world.click(number)
    Follower(world, number).stop()
    assert len(picked) == 1


def test_esc_picks_nothing_and_enter_the_window_that_was_used_last(world: World) -> None:
    number = world.open("chat")
    picked: list[OtherWindow | None] = []
    world.watch.pick(picked.append)
    world.press("Escape")
    assert world.soon(lambda: picked)
    world.watch.pick(picked.append)
    world.press("Return")
    assert world.soon(lambda: len(picked) == 2)
    assert [window and window.window for window in picked] == [None, number]


def test_a_click_beside_all_windows_or_on_ours_leaves_the_choice_open(world: World) -> None:
    number = world.open("chat")
    own = world.open("own", ours=True)
    picked: list[OtherWindow | None] = []
    stop = world.watch.pick(picked.append)
    world.click_outside()
    world.click(own)
    world.press("Return")
    assert world.soon(lambda: picked)
    assert [window and window.window for window in picked] == [number]
    stop()
    again: list[OtherWindow | None] = []
    world.watch.pick(again.append)()
    world.press("Escape")
    Follower(world, number).stop()
    assert again == []
