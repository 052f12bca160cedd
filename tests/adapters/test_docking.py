"""What every WindowWatch keeps to: the fake, X11 with and without a window manager, Windows."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from desktop.core.docking.model import OtherWindow, Presence, Rect
from tests.adapters.docking_worlds import FakeWorld, World

# Wine knows nothing of dense screens
pytestmark = pytest.mark.qt_log_ignore("SetProcessDpiAwareness", "EnableNonClientDpiScaling")
MOVED = Rect(300, 120, 500, 400)
MANAGED = ["fake", "windows"] if sys.platform == "win32" else ["fake", "x11"]
"""Nobody minimises a window, or knows which one is active, without a window manager."""
BARE = [] if sys.platform == "win32" else ["bare_x11"]


def worlds(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield FakeWorld()
    elif request.param == "windows":
        from tests.adapters.docking_windows import WindowsWorld

        request.getfixturevalue("qapp")
        with WindowsWorld() as windows:
            yield windows
    else:
        from tests.adapters.docking_x11 import XWorld

        real = XWorld(request.getfixturevalue(request.param))
        yield real
        real.close()


world = pytest.fixture(worlds, params=[*MANAGED, *BARE], name="world")
managed = pytest.fixture(worlds, params=MANAGED, name="managed")


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
    assert (window.program, window.title) == (world.program, "second")
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
    number = world.open("new")
    assert world.soon(lambda: (number, "new") in seen)
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
