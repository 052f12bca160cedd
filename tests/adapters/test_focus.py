"""What every Focus keeps to, on the fake and on X11 with and without a window manager's help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.services.ports import Focus, Target
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.session import Desktop, eventually
from tests.fakes.desktop import FakeDesktop, FakeFocus


class World(Protocol):
    focus: Focus

    def open(self, title: str, *, ours: bool = False) -> Target: ...

    def close_window(self, target: Target) -> None: ...

    def active(self, target: Target) -> bool:
        """Whether it is active now or soon."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.focus: Focus = FakeFocus(self.desktop)

    def open(self, title: str, *, ours: bool = False) -> Target:
        number = len(self.desktop.windows) + 1
        if ours:
            self.desktop.own_windows.add(number)
        target = self.desktop.open(number)
        self.focus.current()
        return target

    def close_window(self, target: Target) -> None:
        self.desktop.close(target.window)

    def active(self, target: Target) -> bool:
        self.desktop.time.pass_ms(100)
        return self.focus.is_active(target)


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.connection = XConnection(desktop.display)
        self.focus: Focus = XFocus(self.connection)

    def open(self, title: str, *, ours: bool = False) -> Target:
        target = self.stage.open(title, ours=ours)
        self.connection.pump()
        self.focus.current()
        return target

    def close_window(self, target: Target) -> None:
        self.stage.close_window(target)

    def active(self, target: Target) -> bool:
        return eventually(lambda: self.focus.is_active(target), "the window active")

    def close(self) -> None:
        self.connection.close()
        self.stage.close()


@pytest.fixture(params=["fake", "x11", "bare_x11"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield FakeWorld()
        return
    real = XWorld(request.getfixturevalue(request.param))
    yield real
    real.close()


def test_active_window_of_another_program_is_the_target(world: World) -> None:
    chat = world.open("chat")
    found = world.focus.current()
    assert found
    assert found.window == chat.window
    assert found.program.lower() == "chat"
    assert world.focus.is_active(chat)


def test_our_own_window_does_not_become_the_target(world: World) -> None:
    chat = world.open("chat")
    own = world.open("own", ours=True)
    assert world.focus.is_active(own)
    assert not world.focus.is_active(chat)
    found = world.focus.current()
    assert found
    assert found.window == chat.window


def test_activated_window_becomes_active(world: World) -> None:
    first = world.open("first")
    world.open("second")
    world.focus.activate(first)
    assert world.active(first)


def test_closed_window_is_known_to_be_gone(world: World) -> None:
    chat = world.open("chat")
    assert world.focus.exists(chat)
    world.close_window(chat)
    assert not world.focus.exists(chat)
    assert not world.focus.is_active(chat)
    found = world.focus.current()
    assert found is None or found.window != chat.window


def test_activating_a_window_that_is_gone_does_nothing(world: World) -> None:
    other = world.open("other")
    chat = world.open("chat")
    world.close_window(chat)
    world.focus.activate(chat)
    world.focus.activate(other)
    assert world.active(other)


@pytest.fixture
def x_world(x11: Desktop) -> Iterator[XWorld]:
    real = XWorld(x11)
    yield real
    real.close()


def test_window_that_no_window_manager_knows_is_the_target_while_it_has_the_focus(
    x_world: XWorld,
) -> None:
    chat = x_world.open("chat")
    popup = x_world.stage.open("popup", bare=True)
    assert x_world.focus.current() == popup
    assert x_world.focus.is_active(popup)
    assert not x_world.focus.is_active(chat)
    x_world.focus.activate(chat)
    assert x_world.active(chat)
    assert x_world.focus.current() == chat
    x_world.focus.activate(popup)
    assert x_world.active(popup)


def test_window_that_says_nothing_of_itself_is_a_target_without_a_name(bare_x11: Desktop) -> None:
    real = XWorld(bare_x11)
    try:
        window = real.stage.open("nameless", bare=True)
        assert real.focus.current() == window
        assert real.focus.is_active(window)
    finally:
        real.close()


class Pressed:
    """Notes the current window at each press of a hotkey."""

    def __init__(self, world: XWorld) -> None:
        self._world = world
        self._targets: list[Target | None] = []
        hotkey = parse_hotkey("Ctrl+Alt+1")
        refused = XHotkeys(world.connection, HeldKey(world.connection)).bind(
            hotkey, lambda: self._targets.append(world.focus.current())
        )
        assert refused is None

    def press(self) -> None:
        """While we are busy: nothing is told of it yet, nor of what happens after it."""
        self._world.desktop.press("ctrl+alt+1")

    def targets(self, count: int) -> list[Target | None]:
        """We are free again, and are told of so many presses."""
        pumped(self._world.connection, lambda: len(self._targets) == count, "hotkeys told of")
        return self._targets


@pytest.fixture
def pressed(x_world: XWorld) -> Pressed:
    return Pressed(x_world)


def test_hotkey_means_the_window_it_was_pressed_in_though_another_is_active_since(
    x_world: XWorld, pressed: Pressed
) -> None:
    chat = x_world.open("chat")
    pressed.press()
    other = x_world.stage.open("other")
    pressed.press()
    assert pressed.targets(2) == [chat, other]


def test_hotkey_in_a_window_that_is_closed_since_means_no_other(
    x_world: XWorld, pressed: Pressed
) -> None:
    other = x_world.open("other")
    chat = x_world.open("chat")
    pressed.press()
    x_world.close_window(chat)
    assert x_world.active(other)
    pressed.press()
    assert pressed.targets(2) == [None, other]


def test_hotkey_in_a_window_that_was_active_while_we_were_busy_means_no_other(
    x_world: XWorld, pressed: Pressed
) -> None:
    x_world.open("chat")
    x_world.stage.open("passed by")
    pressed.press()
    last = x_world.stage.open("last")
    pressed.press()
    assert pressed.targets(2) == [None, last]


def test_whoever_asks_without_a_hotkey_means_the_window_that_is_active_now(
    x_world: XWorld, pressed: Pressed
) -> None:
    x_world.open("chat")
    pressed.press()
    other = x_world.stage.open("other")
    assert x_world.focus.current() == other
