"""What is typed, as Windows tells it: strokes, layouts, password fields, input methods."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import wintypes as w

import pytest

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.phrases.typed import BACKSPACE, Stroke
from desktop.platform.windows import input_field, strokes
from desktop.platform.windows.api import user32
from desktop.platform.windows.input import Motion, send_keys
from desktop.platform.windows.keys import WindowsKeys
from desktop.platform.windows.messages import MessageWindow
from desktop.platform.windows.typing import WindowsTyping
from desktop.services.ports import Target

SHIFT, CTRL, ALT, WINDOWS = 0x10, 0x11, 0x12, 0x5B
SPACE, ERASE, ENTER, LEFT, KEYPAD_1, PACKET = 0x20, 0x08, 0x0D, 0x25, 0x61, 0xE7
SEMICOLON, Y, ONE = 0xBA, ord("Y"), ord("1")
STROKES = {
    SEMICOLON: Stroke(";"),
    Y: Stroke("y"),
    ONE: Stroke("1"),
    KEYPAD_1: Stroke("1"),
    SPACE: Stroke(" "),
    ERASE: Stroke(BACKSPACE),
    ENTER: Stroke(),
    LEFT: Stroke(),
}
PASSWORD, MULTILINE = 0x20, 0x4
NATIVE = 1


@pytest.fixture(autouse=True)
def field(request: pytest.FixtureRequest) -> Iterator[int]:
    """A control of ours that has the keyboard: by its class name and style."""
    name, style = getattr(request, "param", ("Edit", MULTILINE))
    shown, place = 0x10000000, (0, 0, 200, 50)
    made = user32().CreateWindowExW(0, name, "", shown | style, *place, None, None, None, None)
    user32().SetForegroundWindow(made)
    ctypes.windll.user32.SetFocus(w.HWND(made))
    yield made
    user32().DestroyWindow(made)


@pytest.fixture
def typing() -> Iterator[WindowsTyping]:
    window = MessageWindow()
    made = WindowsTyping(window)
    yield made
    made.stop()
    window.close()


@pytest.fixture
def told() -> list[Stroke]:
    return []


def press(typing: WindowsTyping, *keys: int) -> None:
    for key in keys:
        send_keys([Motion(key, down=True), Motion(key, down=False)])
    typing.catch_up()


def test_every_key_is_told_in_order_with_what_it_types(
    typing: WindowsTyping, told: list[Stroke]
) -> None:
    assert typing.start(told.append) is None
    press(typing, *STROKES)
    assert told == list(STROKES.values())


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The keys that are down: Wine forgets those that were not pressed on a real keyboard."""
    down: set[int] = set()
    monkeypatch.setattr(strokes, "_is_down", down.__contains__)
    return down


@pytest.mark.parametrize(
    ("key", "stroke"),
    [
        (Y, Stroke("Y", Modifier.SHIFT)),
        (SEMICOLON, Stroke("", Modifier.SHIFT)),
        (ONE, Stroke("", Modifier.SHIFT)),
        (SPACE, Stroke(" ", Modifier.SHIFT)),
    ],
)
def test_shift_makes_capitals_and_other_signs(held: set[int], key: int, stroke: Stroke) -> None:
    read = strokes.Strokes()
    held.add(SHIFT)
    assert read.of_key(SHIFT, down=True) is None
    assert read.of_key(key, down=True) == stroke
    assert read.of_key(key, down=False) is None
    held.clear()
    assert read.of_key(SHIFT, down=False) is None
    assert read.of_key(Y, down=True) == Stroke("y")


@pytest.mark.parametrize(
    ("key", "modifier"), [(CTRL, Modifier.CTRL), (ALT, Modifier.ALT), (WINDOWS, Modifier.META)]
)
def test_held_modifiers_are_told_and_so_is_their_own_press(
    held: set[int], key: int, modifier: Modifier
) -> None:
    read = strokes.Strokes()
    held.add(key)
    assert read.of_key(key, down=True) == Stroke("", modifier)
    assert read.of_key(Y, down=True) == Stroke("y", modifier)


def test_lock_keys_say_nothing(held: set[int]) -> None:
    read = strokes.Strokes()
    assert [read.of_key(lock, down=True) for lock in (0x14, 0x90, 0x91)] == [None] * 3


def test_a_shift_that_is_up_by_the_time_we_look_still_counts_for_what_was_typed_with_it(
    held: set[int],
) -> None:
    read = strokes.Strokes()
    read.of_key(SHIFT, down=True)
    assert read.of_key(SEMICOLON, down=True) == Stroke("", Modifier.SHIFT)


def test_a_shift_whose_release_was_lost_on_the_lock_screen_does_not_count_for_ever(
    held: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = strokes.Strokes()
    read.of_key(SHIFT, down=True)
    monkeypatch.setattr(strokes, "_LAG_S", -1.0)
    assert read.of_key(SEMICOLON, down=True) == Stroke(";")


def test_a_click_is_told(typing: WindowsTyping, told: list[Stroke]) -> None:
    typing.start(told.append)
    ctypes.windll.user32.mouse_event(0x0002, 0, 0, 0, 0)
    ctypes.windll.user32.mouse_event(0x0004, 0, 0, 0, 0)
    typing.catch_up()
    assert told == [Stroke()]


def test_nothing_is_told_before_the_start_and_after_the_stop(
    typing: WindowsTyping, told: list[Stroke]
) -> None:
    press(typing, Y)
    typing.start(told.append)
    typing.catch_up()
    assert told == []
    typing.stop()
    press(typing, Y)
    assert told == []
    typing.start(told.append)
    press(typing, Y)
    assert told == [Stroke("y")]


def test_strokes_made_while_one_is_told_come_after_it(typing: WindowsTyping) -> None:
    told: list[Stroke] = []

    def hear(stroke: Stroke) -> None:
        told.append(stroke)
        if len(told) == 1:
            press(typing, ONE)
            assert told == [Stroke("y"), Stroke("1")]

    typing.start(hear)
    press(typing, Y)
    assert told == [Stroke("y"), Stroke("1")]


def test_our_own_keys_are_told_like_anybodys(
    typing: WindowsTyping, told: list[Stroke], field: int
) -> None:
    typing.start(told.append)
    assert WindowsKeys(lambda _: True).send(Hotkey(Modifier(0), "Backspace"), into=Target(field))
    typing.catch_up()
    assert told == [Stroke(BACKSPACE)]


@pytest.mark.parametrize(
    ("field", "secret"),
    [(("Edit", PASSWORD), True), (("Edit", MULTILINE), False), (("Button", PASSWORD), False)],
    indirect=["field"],
)
def test_a_password_field_is_told_from_others(field: int, secret: bool) -> None:
    assert input_field.is_password() is secret


def test_an_input_method_composes_once_it_is_open_and_set_to_its_language(field: int) -> None:
    imm = ctypes.WinDLL("imm32")
    imm.ImmGetContext.restype, imm.ImmGetContext.argtypes = w.HANDLE, (w.HWND,)
    imm.ImmSetOpenStatus.argtypes = (w.HANDLE, w.BOOL)
    imm.ImmSetConversionStatus.argtypes = (w.HANDLE, w.DWORD, w.DWORD)
    assert not input_field.composing()
    context = imm.ImmGetContext(field)
    imm.ImmSetConversionStatus(context, NATIVE, 0)
    imm.ImmSetOpenStatus(context, 1)
    assert input_field.composing()
