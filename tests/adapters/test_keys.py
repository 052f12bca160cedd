"""What every Keys keeps to, on the fake and on X11."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from Xlib import XK, X

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.pasting import PASTE_KEYS, SEND_KEYS
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.keys import XKeys
from desktop.platform.x11.xkb import Xkb
from desktop.services.ports import Keys, PortError, Target
from tests.adapters.xwindows import Stage
from tests.e2e.desktop.session import Desktop
from tests.fakes.desktop import FakeDesktop, FakeKeys

PASTE = PASTE_KEYS[0]
ERASE = Hotkey(Modifier(0), "Backspace")
OUR_NAMES = {"space": "Space"}
NAMES = {"v": "V", str(XK.XK_Insert): "Insert", "\r": "Enter", "\b": "Backspace"}
MODIFIERS = {
    X.ControlMask: Modifier.CTRL,
    X.Mod1Mask: Modifier.ALT,
    X.ShiftMask: Modifier.SHIFT,
}


class World(Protocol):
    keys: Keys
    chat: Target
    """The active window."""

    def open(self) -> Target:
        """Another window, active from then on."""

    def hold(self, key: str) -> None: ...

    def let_go(self, key: str) -> None: ...

    def got(self) -> list[Hotkey]:
        """The strokes that the chat window got since it was asked last."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.chat = self.desktop.open(frozen=True)
        self.keys: Keys = FakeKeys(self.desktop)

    def open(self) -> Target:
        return self.desktop.open(2)

    def hold(self, key: str) -> None:
        self.desktop.held.add(OUR_NAMES.get(key, key))

    def let_go(self, key: str) -> None:
        self.desktop.held.discard(OUR_NAMES.get(key, key))

    def got(self) -> list[Hotkey]:
        window = self.desktop.windows[1]
        got, window.keys = window.keys, []
        return got


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.chat = self.stage.open("chat")
        self.connection = XConnection(desktop.display)
        self.focus = XFocus(self.connection)
        held = HeldKey(self.connection)
        self.keys: Keys = XKeys(self.connection, held, self.focus.is_active)

    def open(self) -> Target:
        return self.stage.open("other")

    def hold(self, key: str) -> None:
        self.desktop.run("xdotool", "keydown", key)

    def let_go(self, key: str) -> None:
        self.desktop.run("xdotool", "keyup", key)

    def got(self) -> list[Hotkey]:
        self.stage.settle()
        got = [(NAMES[key], state) for _, key, state in self.stage.keys if key in NAMES]
        self.stage.keys.clear()
        return [
            Hotkey(sum((m for bit, m in MODIFIERS.items() if state & bit), Modifier(0)), key)
            for key, state in got
        ]

    def close(self) -> None:
        self.connection.close()
        self.stage.close()


@pytest.fixture
def x_world(x11: Desktop) -> Iterator[XWorld]:
    real = XWorld(x11)
    yield real
    real.close()


@pytest.fixture(params=["fake", "x11"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "fake":
        return FakeWorld()
    real: XWorld = request.getfixturevalue("x_world")
    return real


@pytest.mark.parametrize("stroke", [*PASTE_KEYS, *SEND_KEYS], ids=str)
def test_stroke_reaches_the_active_window_once(world: World, stroke: Hotkey) -> None:
    assert world.keys.obstacle() is None
    assert world.keys.send(stroke, into=world.chat)
    assert world.got() == [stroke]


def test_strokes_in_one_go_arrive_in_order(world: World) -> None:
    assert world.keys.send(ERASE, ERASE, PASTE, into=world.chat)
    assert world.got() == [ERASE, ERASE, PASTE]


def test_nothing_is_sent_when_another_window_would_get_it(world: World) -> None:
    other = world.open()
    assert not world.keys.send(PASTE, into=world.chat)
    assert world.got() == []
    assert world.keys.send(PASTE, into=other)


def test_if_one_of_them_is_no_key_nothing_is_sent(world: World) -> None:
    with pytest.raises(PortError, match="no_such_key"):
        world.keys.send(ERASE, Hotkey(Modifier.CTRL, "F24"), into=world.chat)
    assert world.got() == []


def test_a_key_that_may_be_held_does_not_matter_but_another_does(world: World) -> None:
    world.hold("space")
    try:
        assert not world.keys.send(ERASE, PASTE, into=world.chat)
        assert world.keys.send(ERASE, PASTE, despite="Space", into=world.chat)
        assert world.got() == [ERASE, PASTE]
        world.hold("a")
        try:
            assert not world.keys.send(ERASE, PASTE, despite="Space", into=world.chat)
        finally:
            world.let_go("a")
    finally:
        world.let_go("space")
    assert world.got().count(PASTE) == 0


def test_what_does_not_hold_any_more_when_it_is_asked_last_sends_nothing(world: World) -> None:
    assert not world.keys.send(ERASE, PASTE, provided=lambda: False, into=world.chat)
    assert world.got() == []
    assert world.keys.send(ERASE, PASTE, provided=lambda: True, into=world.chat)
    assert world.got() == [ERASE, PASTE]


def test_key_that_the_keyboard_lacks_is_told_and_nothing_is_sent(world: World) -> None:
    with pytest.raises(PortError, match="no_such_key"):
        world.keys.send(Hotkey(Modifier.CTRL, "F24"), into=world.chat)
    assert world.got() == []


@pytest.mark.parametrize("key", ["Control_L", "Alt_L", "Shift_R", "a"])
def test_nothing_is_sent_while_a_key_is_held(world: World, key: str) -> None:
    world.hold(key)
    try:
        assert not world.keys.send(PASTE, into=world.chat)
    finally:
        world.let_go(key)
    assert world.got().count(PASTE) == 0
    assert world.keys.send(PASTE, into=world.chat)
    assert world.got() == [PASTE]


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_lock_keys_do_not_matter(x_world: XWorld, lock: str) -> None:
    x_world.desktop.press(lock)
    try:
        assert x_world.keys.send(PASTE, into=x_world.chat)
        assert x_world.got() == [PASTE]
    finally:
        x_world.desktop.press(lock)


def test_no_key_stays_down(x_world: XWorld) -> None:
    for stroke in (*PASTE_KEYS, *SEND_KEYS):
        x_world.keys.send(stroke, into=x_world.chat)
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
        groups = Xkb(display)
        with groups.using(display, 1):
            assert x_world.keys.send(PASTE, into=x_world.chat)
            x_world.stage.settle()
            assert groups.locked(display) == 1
    pasted = [(key, state) for _, key, state in x_world.stage.keys if key == "v"]
    assert pasted == [("v", X.ControlMask)]
