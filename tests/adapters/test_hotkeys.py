"""What every Hotkeys keeps to, on the fake and on X11."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest
from Xlib import X

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.platform.x11.xkb import Xkb
from desktop.services.ports import Hotkeys
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.session import Desktop
from tests.fakes.desktop import FakeDesktop, FakeHotkeys

ONE = parse_hotkey("Ctrl+Alt+1")
TWO = parse_hotkey("Ctrl+Alt+2")
QWERTY_Q = 24
"""The number of the key that is Q on most keyboards."""


class World(Protocol):
    hotkeys: Hotkeys
    other: Hotkeys
    """Those of another program."""

    def press(self, hotkey: Hotkey) -> None:
        """Presses it and waits until everything it causes has happened."""

    def layout_without_grave(self) -> AbstractContextManager[None]:
        """The keyboard has another layout meanwhile."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.hotkeys: Hotkeys = FakeHotkeys(self.desktop)
        self.other: Hotkeys = FakeHotkeys(self.desktop, "other")

    def press(self, hotkey: Hotkey) -> None:
        self.desktop.press(hotkey)

    @contextmanager
    def layout_without_grave(self) -> Iterator[None]:
        before = self.desktop.missing_keys
        self.desktop.change_keyboard(before | {"`"})
        yield
        self.desktop.change_keyboard(before)


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.stage.open("chat")
        self.connection = XConnection(desktop.display)
        self.hotkeys: Hotkeys = XHotkeys(self.connection, HeldKey(self.connection))
        self.other_connection = XConnection(desktop.display)
        self.other: Hotkeys = XHotkeys(self.other_connection, HeldKey(self.other_connection))

    def press(self, hotkey: Hotkey) -> None:
        self.desktop.press(xdotool_name(hotkey))
        self.settle()

    def layout_without_grave(self) -> AbstractContextManager[None]:
        return self.layout("ru")

    @contextmanager
    def layout(self, *names: str) -> Iterator[None]:
        self.desktop.run("setxkbmap", *names)
        self.settle()
        yield
        self.desktop.run("setxkbmap", "us", "-option", "")
        self.settle()

    @contextmanager
    def group(self, number: int) -> Iterator[None]:
        with self.other_connection.talking() as display:
            groups = Xkb(display)
            with groups.using(display, number):
                display.sync()
                yield

    def settle(self) -> None:
        for connection in (self.connection, self.other_connection):
            with connection.talking() as display:
                display.sync()
            connection.pump()

    def close(self) -> None:
        self.connection.close()
        self.other_connection.close()
        self.stage.close()


def xdotool_name(hotkey: Hotkey) -> str:
    names = {"Space": "space", "Enter": "Return", ";": "semicolon", "`": "grave", "META": "super"}
    *held, key = str(hotkey).split("+")
    return "+".join(
        [
            *(names.get(m.upper(), m.lower()) for m in held),
            names.get(key, key.lower() if len(key) == 1 else key),
        ]
    )


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


@pytest.fixture
def presses() -> list[str]:
    return []


def test_bound_hotkey_calls_at_each_press(world: World, presses: list[str]) -> None:
    assert world.hotkeys.bind(ONE, lambda: presses.append("one")) is None
    assert world.hotkeys.bind(TWO, lambda: presses.append("two")) is None
    for hotkey in (ONE, TWO, ONE):
        world.press(hotkey)
    assert presses == ["one", "two", "one"]


@pytest.mark.parametrize("text", ["F9", "Ctrl+Space", "Meta+J", "Ctrl+Shift+Alt+Enter", "Ctrl+;"])
def test_all_kinds_of_keys_work(world: World, presses: list[str], text: str) -> None:
    hotkey = parse_hotkey(text)
    assert world.hotkeys.bind(hotkey, lambda: presses.append(text)) is None
    world.press(hotkey)
    assert presses == [text]


def test_other_modifiers_are_another_hotkey(world: World, presses: list[str]) -> None:
    world.hotkeys.bind(ONE, lambda: presses.append("one"))
    world.press(parse_hotkey("Ctrl+Alt+Shift+1"))
    world.press(parse_hotkey("Ctrl+1"))
    assert presses == []


def test_hotkey_of_another_program_is_taken_and_stays_its_own(
    world: World, presses: list[str]
) -> None:
    assert world.other.bind(ONE, lambda: presses.append("other")) is None
    assert world.hotkeys.bind(ONE, lambda: presses.append("ours")) == "taken"
    world.press(ONE)
    assert presses == ["other"]
    world.other.release(ONE)
    assert world.hotkeys.bind(ONE, lambda: presses.append("ours")) is None


def test_released_hotkey_is_silent_and_free_for_others(world: World, presses: list[str]) -> None:
    world.hotkeys.bind(ONE, lambda: presses.append("ours"))
    world.hotkeys.release(ONE)
    world.press(ONE)
    assert presses == []
    assert world.other.bind(ONE, lambda: presses.append("other")) is None


def test_giving_back_what_is_not_ours_changes_nothing(world: World, presses: list[str]) -> None:
    world.other.bind(ONE, lambda: presses.append("other"))
    world.hotkeys.release(ONE)
    world.press(ONE)
    assert presses == ["other"]


def test_binding_again_replaces_the_action(world: World, presses: list[str]) -> None:
    world.hotkeys.bind(ONE, lambda: presses.append("old"))
    assert world.hotkeys.bind(ONE, lambda: presses.append("new")) is None
    world.press(ONE)
    assert presses == ["new"]


def test_key_that_the_keyboard_lacks_is_told(world: World) -> None:
    assert world.hotkeys.bind(parse_hotkey("F24"), lambda: None) == "no_such_key"


def test_hotkey_that_another_layout_takes_away_is_told_and_asked_for_again(
    world: World, presses: list[str]
) -> None:
    hotkey = parse_hotkey("Ctrl+`")
    told: list[str | None] = []

    def ask_again() -> None:
        told.append(world.hotkeys.bind(hotkey, lambda: presses.append("again")))

    world.hotkeys.tell_changes(ask_again)
    world.hotkeys.bind(hotkey, lambda: presses.append("first"))
    with world.layout_without_grave():
        assert told[-1] == "no_such_key"
    assert told[-1] is None
    world.press(hotkey)
    assert presses == ["again"]


def test_hotkeys_move_with_their_keys_when_the_layout_changes(
    x_world: XWorld, presses: list[str]
) -> None:
    hotkey = parse_hotkey("Ctrl+Alt+Q")
    assert x_world.hotkeys.bind(hotkey, lambda: presses.append("q")) is None
    with x_world.layout("us", "-variant", "dvorak"):
        reached = x_world.stage.key_after(lambda: x_world.desktop.press_code("ctrl+alt", QWERTY_Q))
        x_world.press(hotkey)
        assert presses == ["q"]
        # the chat has what was our key before; the stage still calls it by its first name
        assert "q" in [key for _, key, _ in reached]
    x_world.press(hotkey)
    assert presses == ["q", "q"]


@pytest.mark.parametrize("group", [0, 1])
def test_hotkeys_work_in_each_of_several_layouts(
    x_world: XWorld, presses: list[str], group: int
) -> None:
    x_world.hotkeys.bind(parse_hotkey("Ctrl+Alt+Q"), lambda: presses.append("q"))
    with x_world.layout("us,ru"), x_world.group(group):
        x_world.desktop.press_code("ctrl+alt", QWERTY_Q)
        x_world.settle()
    assert presses == ["q"]


def test_two_hotkeys_on_one_key_are_told_and_the_first_goes_on(
    x_world: XWorld, presses: list[str]
) -> None:
    with x_world.layout("de"):  # / is Shift+7 there
        x_world.hotkeys.bind(parse_hotkey("Ctrl+Alt+7"), lambda: presses.append("7"))
        slash = parse_hotkey("Ctrl+Alt+/")
        assert x_world.hotkeys.bind(slash, lambda: presses.append("/")) == "no_such_key"
        x_world.hotkeys.release(slash)
        x_world.press(parse_hotkey("Ctrl+Alt+7"))
    assert presses == ["7"]


@pytest.mark.parametrize("locks", [["Caps_Lock"], ["Num_Lock"], ["Caps_Lock", "Num_Lock"]])
def test_lock_keys_do_not_silence_a_hotkey(
    x_world: XWorld, presses: list[str], locks: list[str]
) -> None:
    x_world.hotkeys.bind(ONE, lambda: presses.append("one"))
    x_world.desktop.press(*locks)
    try:
        x_world.press(ONE)
    finally:
        x_world.desktop.press(*locks)
    assert presses == ["one"]


def test_refused_hotkey_is_not_half_ours(x_world: XWorld) -> None:
    with x_world.other_connection.talking() as display:
        code = display.keysym_to_keycode(ord("1"))
        # another program that forgot the lock keys: one state is its, the others are free
        x_world.other_connection.root().grab_key(code, 4 | 8, False, 1, 1)
        display.sync()
    assert x_world.hotkeys.bind(ONE, lambda: None) == "taken"
    x_world.desktop.press("Caps_Lock")
    try:
        reached = x_world.stage.key_after(lambda: x_world.press(ONE))
    finally:
        x_world.desktop.press("Caps_Lock")
    assert "1" in [key for _, key, _ in reached]


def test_held_hotkey_fires_once(x_world: XWorld, presses: list[str]) -> None:
    x_world.hotkeys.bind(ONE, lambda: presses.append("one"))
    # the X server repeats a held key after 0.66 s, 25 times a second
    x_world.desktop.run("xdotool", "keydown", "ctrl+alt+1", "sleep", "1", "keyup", "ctrl+alt+1")
    x_world.settle()
    assert presses == ["one"]


def test_a_locker_that_had_the_whole_keyboard_leaves_the_hotkey_as_it_was(
    x_world: XWorld, presses: list[str]
) -> None:
    x_world.hotkeys.bind(ONE, lambda: presses.append("one"))
    locker = XConnection(x_world.desktop.display)
    with locker.talking() as display:
        alone = (True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
        assert locker.root().grab_keyboard(*alone) == X.GrabSuccess
        x_world.desktop.run("xdotool", "keydown", "ctrl", "keydown", "alt", "key", "1")
        x_world.settle()
        assert presses == []
        display.ungrab_keyboard(X.CurrentTime)
        display.sync()
    x_world.desktop.run("xdotool", "keyup", "alt", "keyup", "ctrl")
    locker.close()
    x_world.press(ONE)
    assert presses == ["one"]


def test_press_that_arrives_during_another_request_is_not_left_lying(
    x_world: XWorld, presses: list[str]
) -> None:
    soon: list[bool] = []
    x_world.connection.on_events = lambda: soon.append(True)
    x_world.hotkeys.bind(ONE, lambda: presses.append("one"))
    x_world.desktop.press("ctrl+alt+1")
    x_world.hotkeys.bind(TWO, lambda: None)
    assert soon
    pumped(x_world.connection, lambda: presses, "the press")
