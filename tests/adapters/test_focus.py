"""What every Focus keeps to, on the fake and on X11 with and without a window manager's help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.services.ports import Focus, Target
from tests.adapters.xwindows import Stage
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
        self.stage = Stage(desktop)
        self.connection = XConnection(desktop.display)
        self.focus: Focus = XFocus(self.connection)

    def open(self, title: str, *, ours: bool = False) -> Target:
        target = self.stage.open(title, ours=ours)
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
