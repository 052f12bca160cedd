"""What every Typing keeps to, on the fake and on X11."""

from __future__ import annotations

import select
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from Xlib import X
from Xlib.ext import xtest

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.pasting import PASTE_KEYS
from desktop.core.phrases.typed import BACKSPACE, Stroke
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.platform.x11.keys import XKeys
from desktop.platform.x11.typing import XTyping
from desktop.platform.x11.xkb import Xkb
from desktop.services.ports import Action, PortError, Target, Typing
from tests.adapters.xwindows import Stage
from tests.e2e.desktop.session import Desktop, desktop, eventually
from tests.fakes.desktop import FakeDesktop, FakeTyping

STROKES = {
    "semicolon": Stroke(";"),
    "y": Stroke("y"),
    "7": Stroke("7"),
    "space": Stroke(" "),
    "BackSpace": Stroke(BACKSPACE),
    "Return": Stroke(),
    "Left": Stroke(),
    "Tab": Stroke(),
    "shift+y": Stroke("Y", Modifier.SHIFT),
    "shift+space": Stroke(" ", Modifier.SHIFT),
}
"""What xdotool calls a key, and the stroke that it is."""


SEMICOLON, Y, SPACE, ERASE, KEYPAD_1 = 47, 29, 65, 22, 87
"""Keys by their place."""


class World(Protocol):
    typing: Typing

    def press(self, *keys: str) -> None:
        """Presses keys, by xdotool's names, in another program's window."""

    def click(self) -> None: ...


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.desktop.open()
        self.typing: Typing = FakeTyping(self.desktop)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.desktop.make(STROKES[key])

    def click(self) -> None:
        self.desktop.make(Stroke())


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.stage.open("chat")
        self.connection = XConnection(desktop.display)
        XHotkeys(self.connection, HeldKey(self.connection))  # keeps the keymap up to date
        self.composing = False
        self.opened: list[XConnection] = []
        self.watched: list[Action] = []
        self.typing: Typing = XTyping(
            self.connection, self._connect, self._watch, lambda: self.composing
        )

    def press(self, *keys: str) -> None:
        self.desktop.press(*keys)
        self.settle()

    def press_codes(self, *codes: int) -> None:
        """Presses keys by their place; xdotool would choose the layout too."""
        with self.connection.talking() as display:
            for code in codes:
                xtest.fake_input(display, X.KeyPress, code)
                xtest.fake_input(display, X.KeyRelease, code)
        self.settle()

    def click(self) -> None:
        self.desktop.run("xdotool", "mousemove", "60", "60", "click", "1")
        self.settle()

    def settle(self) -> None:
        """The server has told everything: it answers in order."""
        with self.connection.talking() as display:
            display.sync()
        self.connection.pump()

    def close(self) -> None:
        self.typing.stop()
        self.connection.close()
        self.stage.close()

    def _connect(self) -> XConnection:
        self.opened.append(XConnection(self.desktop.display))
        return self.opened[-1]

    def _watch(self, connection: XConnection, readable: Action) -> Action:
        self.watched.append(readable)
        return lambda: self.watched.remove(readable)


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
def told() -> list[Stroke]:
    return []


def test_every_key_is_told_in_order_with_what_it_types(world: World, told: list[Stroke]) -> None:
    assert world.typing.start(told.append) is None
    # a modifier's own press is told where it means something by itself, and then types nothing
    world.press(*STROKES)
    world.typing.catch_up()
    assert told == list(STROKES.values())


def test_a_click_is_told(world: World, told: list[Stroke]) -> None:
    world.typing.start(told.append)
    world.click()
    world.typing.catch_up()
    assert told == [Stroke()]


def test_nothing_is_told_before_the_start_and_after_the_stop(
    world: World, told: list[Stroke]
) -> None:
    world.press("y")
    world.typing.start(told.append)
    world.typing.catch_up()
    assert told == []
    world.press("7")
    world.typing.stop()
    world.press("y")
    world.typing.catch_up()
    assert told == []


def test_it_starts_again_after_a_stop_and_only_once_if_it_is_started_twice(
    world: World, told: list[Stroke]
) -> None:
    world.typing.start(told.append)
    world.typing.stop()
    world.typing.stop()
    for _ in range(2):
        assert world.typing.start(told.append) is None
    world.press("y")
    world.typing.catch_up()
    assert told == [Stroke("y")]


def test_strokes_made_while_one_is_told_come_after_it(world: World, told: list[Stroke]) -> None:
    def hear(stroke: Stroke) -> None:
        told.append(stroke)
        if len(told) == 1:
            world.press("7")
            world.typing.catch_up()
            assert told == [Stroke("y"), Stroke("7")]

    world.typing.start(hear)
    world.press("y")
    world.typing.catch_up()
    assert told == [Stroke("y"), Stroke("7")]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("ctrl+y", Modifier.CTRL),
        ("alt+y", Modifier.ALT),
        ("super+y", Modifier.META),
        ("ctrl+alt+y", Modifier.CTRL | Modifier.ALT),
    ],
)
def test_held_modifiers_are_told(
    x_world: XWorld, told: list[Stroke], key: str, held: Modifier
) -> None:
    x_world.typing.start(told.append)
    x_world.press(key)
    x_world.typing.catch_up()
    assert told[-1] == Stroke("y", held)
    assert all(stroke.text == "" for stroke in told[:-1])


def test_it_reads_from_a_loop_that_watches_its_connection(
    x_world: XWorld, told: list[Stroke]
) -> None:
    x_world.typing.start(told.append)
    x_world.desktop.press("y")
    [readable] = x_world.watched

    def turn() -> list[Stroke]:
        if select.select([x_world.opened[-1].fileno()], [], [], 0)[0]:
            readable()
        return told

    assert eventually(turn, "the stroke") == [Stroke("y")]


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock", "Scroll_Lock"])
def test_lock_keys_say_nothing_and_change_only_the_case(
    x_world: XWorld, told: list[Stroke], lock: str
) -> None:
    x_world.typing.start(told.append)
    x_world.press(lock)
    try:
        x_world.press("semicolon", "y", "space")
    finally:
        x_world.press(lock)
    x_world.typing.catch_up()
    assert "".join(stroke.text for stroke in told).lower() == ";y "
    assert {stroke.held for stroke in told} == {Modifier(0)}


def test_digits_of_the_keypad_are_digits(x_world: XWorld, told: list[Stroke]) -> None:
    x_world.typing.start(told.append)
    x_world.desktop.press("Num_Lock")
    try:
        x_world.press_codes(KEYPAD_1)
    finally:
        x_world.desktop.press("Num_Lock")
    x_world.settle()
    x_world.typing.catch_up()
    assert told == [Stroke("1")]


@pytest.fixture
def layouts(x11: Desktop) -> Iterator[None]:
    yield
    x11.run("setxkbmap", "us", "-option", "")


@pytest.mark.parametrize(
    ("group", "typed"),
    [(0, [";", "y", " ", BACKSPACE]), (1, ["", "z", " ", BACKSPACE]), (2, [""] * 4)],
)
def test_keys_mean_what_they_mean_in_the_layout_of_the_moment(
    layouts: None, x_world: XWorld, told: list[Stroke], group: int, typed: list[str]
) -> None:
    x_world.desktop.run("setxkbmap", "us,de,fr")
    x_world.settle()
    x_world.typing.start(told.append)
    with x_world.connection.talking() as display:
        groups = Xkb(display)
        with groups.using(display, group):
            x_world.press_codes(SEMICOLON, Y, SPACE, ERASE)
            x_world.typing.catch_up()
    assert [stroke.text for stroke in told] == typed


def test_a_layout_without_latin_letters_types_none(
    layouts: None, x_world: XWorld, told: list[Stroke]
) -> None:
    x_world.desktop.run("setxkbmap", "ru")
    x_world.settle()
    x_world.typing.start(told.append)
    x_world.press_codes(SEMICOLON, Y, SPACE)
    x_world.typing.catch_up()
    assert [stroke.text for stroke in told] == ["", "", " "]


def test_a_layout_that_changes_is_followed_on_a_connection_that_also_has_hotkeys(
    layouts: None, x_world: XWorld, told: list[Stroke]
) -> None:
    # the connection uses XKB now and hears of changes by it alone
    XHotkeys(x_world.connection, HeldKey(x_world.connection))
    Xkb(x_world.connection._display)
    x_world.typing.start(told.append)
    x_world.press_codes(SEMICOLON)
    x_world.typing.catch_up()
    x_world.desktop.run("setxkbmap", "ru")
    x_world.settle()
    x_world.press_codes(SEMICOLON)
    x_world.typing.catch_up()
    assert [stroke.text for stroke in told] == [";", ""]


def test_a_full_width_semicolon_of_the_layout_is_told(
    layouts: None, x_world: XWorld, told: list[Stroke]
) -> None:
    with x_world.connection.talking() as display:
        display.change_keyboard_mapping(SEMICOLON, [(0x0100FF1B, ord(":"))])
        display.sync()
    x_world.settle()
    x_world.typing.start(told.append)
    x_world.press_codes(SEMICOLON)
    x_world.typing.catch_up()
    assert told == [Stroke("；")]


def test_our_own_keys_are_told_like_anybodys(x_world: XWorld, told: list[Stroke]) -> None:
    x_world.typing.start(told.append)
    keys = XKeys(x_world.connection, HeldKey(x_world.connection), lambda _: True)
    assert keys.send(Hotkey(Modifier(0), "Backspace"), PASTE_KEYS[0], into=Target(0))
    x_world.settle()
    x_world.typing.catch_up()
    assert told == [Stroke(BACKSPACE), Stroke(), Stroke("v", Modifier.CTRL)]


def test_the_input_methods_word_is_asked_for(x_world: XWorld) -> None:
    assert not x_world.typing.off_limits()
    x_world.composing = True
    assert x_world.typing.off_limits()


def test_nothing_is_left_on_the_server_after_the_stop(x_world: XWorld, told: list[Stroke]) -> None:
    def clients() -> int:
        with x_world.connection.talking() as display:
            return len(display.res_query_clients().clients)

    before = clients()
    x_world.typing.start(told.append)
    assert clients() == before + 1
    x_world.typing.stop()
    eventually(lambda: clients() == before, "its connection gone, and what it recorded with it")


def test_a_server_that_cannot_record_says_so(x11: Desktop, tmp_path: Path) -> None:
    with desktop(tmp_path / "plain", manager="", without="RECORD") as plain:
        connection = XConnection(plain.display)
        typing = XTyping(
            connection,
            lambda: XConnection(plain.display),
            lambda *_: lambda: None,
            lambda: False,
        )
        assert typing.start(lambda _: None) == "no_record"
        connection.close()


def test_without_a_server_it_says_so(x_world: XWorld) -> None:
    def refuse() -> XConnection:
        raise PortError("no_x11")

    typing = XTyping(x_world.connection, refuse, lambda *_: lambda: None, lambda: False)
    assert typing.start(lambda _: None) == "no_x11"
