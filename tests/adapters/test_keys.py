"""What every Keys keeps to, on the fake and on X11."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from Xlib import X

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keys import XKeys
from desktop.platform.x11.xkb import XkbGroups
from desktop.services.ports import Keys
from tests.adapters.xwindows import Stage
from tests.e2e.desktop.session import Desktop
from tests.fakes.desktop import FakeDesktop, FakeKeys


class World(Protocol):
    keys: Keys

    def hold(self, key: str) -> None: ...

    def let_go(self, key: str) -> None: ...

    def paste_keys(self) -> int:
        """How many paste keys the chat window got since it was asked last."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.desktop.open(frozen=True)
        self.keys: Keys = FakeKeys(self.desktop)

    def hold(self, key: str) -> None:
        self.desktop.held.add(key)

    def let_go(self, key: str) -> None:
        self.desktop.held.discard(key)

    def paste_keys(self) -> int:
        window = self.desktop.windows[1]
        got, window.paste_keys = window.paste_keys, 0
        return got


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.stage.open("chat")
        self.connection = XConnection(desktop.display)
        self.keys: Keys = XKeys(self.connection)

    def hold(self, key: str) -> None:
        self.desktop.run("xdotool", "keydown", key)

    def let_go(self, key: str) -> None:
        self.desktop.run("xdotool", "keyup", key)

    def paste_keys(self) -> int:
        self.stage.settle()
        got = [
            (key, state & (X.ControlMask | X.Mod1Mask | X.ShiftMask))
            for _, key, state in self.stage.keys
        ]
        self.stage.keys.clear()
        return got.count(("v", X.ControlMask))

    def close(self) -> None:
        self.connection.close()
        self.stage.close()


@pytest.fixture
def x_world(x11: Desktop, shot: None) -> Iterator[XWorld]:
    real = XWorld(x11)
    yield real
    real.close()


@pytest.fixture(params=["fake", "x11"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "fake":
        return FakeWorld()
    real: XWorld = request.getfixturevalue("x_world")
    return real


def test_paste_key_reaches_the_active_window_once(world: World) -> None:
    assert world.keys.obstacle() is None
    assert world.keys.send_paste()
    assert world.paste_keys() == 1


@pytest.mark.parametrize("key", ["Control_L", "Alt_L", "Shift_R", "a"])
def test_nothing_is_sent_while_a_key_is_held(world: World, key: str) -> None:
    world.hold(key)
    try:
        assert not world.keys.send_paste()
    finally:
        world.let_go(key)
    assert world.paste_keys() == 0
    assert world.keys.send_paste()
    assert world.paste_keys() == 1


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_lock_keys_do_not_matter(x_world: XWorld, lock: str) -> None:
    x_world.desktop.press(lock)
    try:
        assert x_world.keys.send_paste()
        assert x_world.paste_keys() == 1
    finally:
        x_world.desktop.press(lock)


def test_no_key_stays_down(x_world: XWorld) -> None:
    x_world.keys.send_paste()
    with x_world.connection.talking() as display:
        assert not any(display.query_keymap())


@pytest.fixture
def two_layouts(x11: Desktop) -> Iterator[None]:
    x11.run("setxkbmap", "us,ru", "-option", "grp:alt_shift_toggle")
    yield
    x11.run("setxkbmap", "us", "-option", "")


def test_cyrillic_layout_pastes_and_stays_chosen(
    two_layouts: None, x_world: XWorld, x11: Desktop
) -> None:
    with x_world.connection.talking() as display:
        groups = XkbGroups(display)
        with groups.using(display, 1):
            assert x_world.keys.send_paste()
            x_world.stage.settle()
            assert groups.locked(display) == 1
    pasted = [(key, state) for _, key, state in x_world.stage.keys if key == "v"]
    assert pasted == [("v", X.ControlMask)]
