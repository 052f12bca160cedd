"""What every Hotkeys keeps to, on the fake and on X11."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.services.ports import Hotkeys
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.session import Desktop
from tests.fakes.desktop import FakeDesktop, FakeHotkeys

ONE = parse_hotkey("Ctrl+Alt+1")
TWO = parse_hotkey("Ctrl+Alt+2")


class World(Protocol):
    hotkeys: Hotkeys
    other: Hotkeys
    """Those of another program."""

    def press(self, hotkey: Hotkey) -> None:
        """Presses it and waits until everything it causes has happened."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.hotkeys: Hotkeys = FakeHotkeys(self.desktop)
        self.other: Hotkeys = FakeHotkeys(self.desktop, "other")

    def press(self, hotkey: Hotkey) -> None:
        self.desktop.press(hotkey)


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.stage.open("chat")
        self.connection = XConnection(desktop.display)
        self.hotkeys: Hotkeys = XHotkeys(self.connection)
        self.other_connection = XConnection(desktop.display)
        self.other: Hotkeys = XHotkeys(self.other_connection)

    def press(self, hotkey: Hotkey) -> None:
        self.desktop.press(xdotool_name(hotkey))
        self.settle()

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
    names = {"Space": "space", "Enter": "Return", ";": "semicolon", "META": "super"}
    *held, key = str(hotkey).split("+")
    return "+".join(
        [
            *(names.get(m.upper(), m.lower()) for m in held),
            names.get(key, key.lower() if len(key) == 1 else key),
        ]
    )


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
