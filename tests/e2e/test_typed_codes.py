"""A code typed in a real chat box becomes its phrase there, and nowhere and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.chatboxes import ChatBox, ChromiumBox, TkBox
from tests.e2e.desktop.codes import PHRASE, becomes, switched_on, type_keys
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return switched_on(tmp_path_factory.mktemp("codes") / "home")


@pytest.fixture(scope="module")
def miaohui(x11: Desktop, home: Path) -> Iterator[Miaohui]:
    program = Miaohui(x11, home)
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


@pytest.fixture(scope="module", params=[ChromiumBox, TkBox])
def open_box(request: pytest.FixtureRequest, x11: Desktop, miaohui: Miaohui) -> Iterator[ChatBox]:
    opened: ChatBox = request.param(x11)
    yield opened
    opened.close()


@pytest.fixture
def box(open_box: ChatBox, x11: Desktop) -> ChatBox:
    x11.activate(open_box.title)
    open_box.clear()
    return open_box


def stays(x11: Desktop, box: ChatBox, text: str) -> None:
    """After a phrase that does come, nothing else can still be on its way."""
    type_keys(x11, ";cz ")
    becomes(box, text + PHRASE)


def test_the_code_becomes_the_phrase_in_place_and_the_clipboard_stays(
    x11: Desktop, box: ChatBox
) -> None:
    picture = x11.run("convert", "-size", "64x64", "plasma:", "png:-")
    x11.copy(picture, "image/png")
    type_keys(x11, "before;cz ")
    becomes(box, "before" + PHRASE)
    type_keys(x11, "after")
    becomes(box, "before" + PHRASE + "after")
    assert box.title in x11.active_title()
    eventually(lambda: x11.pasted("image/png") == picture, "the picture on the clipboard")


def test_it_stands_in_the_middle_of_a_line(x11: Desktop, box: ChatBox) -> None:
    type_keys(x11, "ab")
    x11.press("Left")
    type_keys(x11, ";cz ")
    becomes(box, f"a{PHRASE}b")


# xdotool waits half of the delay between two keys: 20, 80 and some hundred keys a second
@pytest.mark.parametrize("delay_ms", [100, 25, 1])
def test_however_fast_it_is_typed_every_other_key_stays_and_codes_are_replaced_whole_or_not(
    x11: Desktop, box: ChatBox, delay_ms: int
) -> None:
    typed = "one;cz two;cz three;cz "
    type_keys(x11, typed, delay_ms)
    eventually(lambda: box.text().endswith(PHRASE), "the last phrase, after which nobody types")
    assert box.text().replace(PHRASE, ";cz ") == typed


def test_it_is_the_same_with_shift_with_caps_lock_and_after_a_slip(
    x11: Desktop, box: ChatBox
) -> None:
    type_keys(x11, ";CZ ")
    becomes(box, PHRASE)
    x11.press("Caps_Lock")
    try:
        x11.press("semicolon", "c", "z", "space")
        becomes(box, PHRASE * 2)
    finally:
        x11.press("Caps_Lock")
    x11.press("semicolon", "c", "x", "BackSpace", "z", "space")
    becomes(box, PHRASE * 3)


def test_it_is_the_same_in_a_second_layout_and_nothing_in_one_without_latin_letters(
    x11: Desktop, box: ChatBox
) -> None:
    try:
        x11.run("setxkbmap", "ru,us")
        # xdotool chooses the layout that has the key
        x11.press("semicolon", "c", "z", "space")
        becomes(box, PHRASE)
        x11.run("setxkbmap", "ru")
        for code in ("47", "54", "52", "65"):
            x11.press(code)
        becomes(box, PHRASE + "жся ")
    finally:
        x11.run("setxkbmap", "us")
    stays(x11, box, PHRASE + "жся ")


@pytest.mark.parametrize(
    "keys", [("Left", "Right"), ("Return", "BackSpace"), ("Home", "End"), ("ctrl+b",), ("Tab",)]
)
def test_a_key_that_types_nothing_in_between_leaves_the_code_as_it_is(
    x11: Desktop, box: ChatBox, keys: tuple[str, ...]
) -> None:
    type_keys(x11, ";c")
    x11.press(*keys)
    if keys == ("Tab",):
        x11.press("shift+Tab" if isinstance(box, ChromiumBox) else "BackSpace")
    if isinstance(box, TkBox):
        x11.press("End")  # there Ctrl+B goes a character back
    type_keys(x11, "z ")
    becomes(box, ";cz ")
    stays(x11, box, ";cz ")


def test_a_click_in_between_leaves_the_code_as_it_is(x11: Desktop, box: ChatBox) -> None:
    type_keys(x11, ";c")
    window = str(x11.active_window())
    x11.run("xdotool", "mousemove", "--window", window, "200", "120", "click", "1")
    type_keys(x11, "z ")
    becomes(box, ";cz ")
    stays(x11, box, ";cz ")


def test_a_change_of_the_window_in_between_leaves_the_code_as_it_is(
    x11: Desktop, box: ChatBox
) -> None:
    window = x11.active_window()
    other = TkBox(x11, "OTHER CHAT")
    try:
        between = x11.active_window()
        go_to(x11, window)
        type_keys(x11, ";c")
        go_to(x11, between)
        type_keys(x11, "z ")
        becomes(other, "z ")
        go_to(x11, window)
        becomes(box, ";c")
        stays(x11, box, ";c")
        assert other.text() == "z "
    finally:
        other.close()


def go_to(x11: Desktop, window: int) -> None:
    x11.run("xdotool", "windowactivate", str(window))
    eventually(lambda: x11.active_window() == window, "the window active")


def test_a_code_in_our_own_search_box_is_a_search(
    x11: Desktop, box: ChatBox, miaohui: Miaohui
) -> None:
    miaohui.come("ctrl+alt+space")
    type_keys(x11, ";cz ")
    x11.press("ctrl+a", "BackSpace", "Escape")
    eventually(lambda: box.title in x11.active_title(), "the chat has the focus again")
    stays(x11, box, "")


def test_a_phrase_with_fields_asks_first_and_takes_the_codes_place_when_it_is_pasted(
    x11: Desktop, box: ChatBox, miaohui: Miaohui
) -> None:
    type_keys(x11, "before;fh9 ")
    eventually(miaohui.has_focus, "the fields have the focus")
    becomes(box, "before;fh9 ")
    miaohui.type("Lin")
    x11.press("Return")
    becomes(box, "beforeLin您好，马上为您发货")
    assert box.title in x11.active_title()
    box.clear()
    stays(x11, box, "")


def test_fields_that_are_left_leave_the_code_as_it_is(
    x11: Desktop, box: ChatBox, miaohui: Miaohui
) -> None:
    type_keys(x11, ";fh9 ")
    eventually(miaohui.has_focus, "the fields have the focus")
    x11.press("Escape", "Escape")  # out of the field, out of the window
    eventually(lambda: box.title in x11.active_title(), "the chat has the focus again")
    stays(x11, box, ";fh9 ")


def test_nothing_that_was_typed_is_on_disk_or_in_the_output(
    x11: Desktop, box: ChatBox, miaohui: Miaohui
) -> None:
    type_keys(x11, ";secret7 ;secret ;cz ")
    becomes(box, ";secret7 ;secret " + PHRASE)
    files = [path for path in miaohui.home.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if b"secret" in path.read_bytes()] == []
    assert "secret" not in miaohui.said()


def test_the_switch_in_the_settings_works_at_once(
    x11: Desktop, box: ChatBox, miaohui: Miaohui
) -> None:
    window = x11.active_window()
    for typed, becoming in ((";cz ", ";cz "), (";cz ", ";cz " + PHRASE)):
        flip_the_switch(x11, miaohui)
        go_to(x11, window)
        type_keys(x11, typed)
        becomes(box, becoming)


def flip_the_switch(x11: Desktop, miaohui: Miaohui) -> None:
    miaohui.come("ctrl+alt+space")
    x11.press("ctrl+comma")
    eventually(lambda: "设置" in x11.active_title(), "the settings")
    x11.press("Home", *["Down"] * 4, "Tab", "space", "Escape")
    eventually(lambda: "设置" not in x11.active_title(), "the settings closed")
