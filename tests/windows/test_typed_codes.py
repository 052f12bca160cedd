"""A code typed in Notepad becomes its phrase there, with the program in Windows' Python."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.e2e.desktop.codes import PHRASE, switched_on
from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.edit_box import TITLE
from tests.windows.notepad import Notepad

WINDOW = "秒回"
TEXT = "#13"
"""CF_UNICODETEXT."""


@pytest.fixture(scope="module")
def open_notepad(
    windows: WindowsDesktop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Notepad]:
    """In front of a program that listens: it does some time after its window stands."""
    home = switched_on(tmp_path_factory.mktemp("codes") / "home")
    env = {"MIAOHUI_HOME": windows_path(home), "LANG": "zh_CN.UTF-8"}
    program = windows.start(windows.python("-m", "desktop"), env=env)
    windows.await_window(WINDOW)
    notepad = Notepad(windows)

    def replaced() -> bool:
        type_keys(windows, ";cz ")
        with suppress(AssertionError):
            return windows.eventually(lambda: PHRASE in notepad.text(), "a phrase", 3)
        return False

    windows.eventually(replaced, "the first phrase", 60)
    yield notepad
    notepad.close()
    windows.stop(program)
    assert "Traceback" not in windows.said()


@pytest.fixture
def notepad(open_notepad: Notepad) -> Notepad:
    open_notepad.activate()
    open_notepad.clear()
    return open_notepad


def type_keys(windows: WindowsDesktop, text: str, delay_ms: int = 40) -> None:
    windows.x11.run("xdotool", "type", "--delay", str(delay_ms), text)


def becomes(windows: WindowsDesktop, notepad: Notepad, wanted: str) -> None:
    with suppress(AssertionError):
        windows.eventually(lambda: notepad.text() == wanted, "the text in Notepad")
    assert notepad.text() == wanted


def stays(windows: WindowsDesktop, notepad: Notepad, wanted: str) -> None:
    """After a phrase that does come, nothing else can still be on its way."""
    windows.press("ctrl+End")
    type_keys(windows, ";cz ")
    becomes(windows, notepad, wanted + PHRASE)


def test_the_code_becomes_the_phrase_in_place_and_the_clipboard_stays(
    windows: WindowsDesktop, notepad: Notepad
) -> None:
    old = {TEXT: "原来的\0".encode("utf-16-le")}
    windows.copy(old)
    type_keys(windows, "before;cz ")
    becomes(windows, notepad, "before" + PHRASE)
    type_keys(windows, "after")
    becomes(windows, notepad, "before" + PHRASE + "after")
    windows.eventually(lambda: windows.pasted(TEXT) == old[TEXT], "the old clipboard")


def test_capitals_and_a_slip_do_not_matter(windows: WindowsDesktop, notepad: Notepad) -> None:
    type_keys(windows, ";CZ ")
    becomes(windows, notepad, PHRASE)
    windows.press("semicolon", "c", "x", "BackSpace", "z", "space")
    becomes(windows, notepad, PHRASE * 2)


# xdotool waits half of the delay between two keys: 20 and 80 keys a second
@pytest.mark.parametrize("delay_ms", [100, 25])
def test_however_fast_it_is_typed_every_other_key_stays_and_codes_are_replaced_whole_or_not(
    windows: WindowsDesktop, notepad: Notepad, delay_ms: int
) -> None:
    typed = "one;cz two;cz three;cz "
    type_keys(windows, typed, delay_ms)
    last = "the last phrase, after which nobody types"
    windows.eventually(lambda: notepad.text().endswith(PHRASE), last)
    assert notepad.text().replace(PHRASE, ";cz ") == typed


@pytest.mark.parametrize("keys", [("Left", "Right"), ("Return", "BackSpace"), ("Home", "End")])
def test_a_key_that_types_nothing_in_between_leaves_the_code_as_it_is(
    windows: WindowsDesktop, notepad: Notepad, keys: tuple[str, ...]
) -> None:
    type_keys(windows, ";c")
    windows.press(*keys)
    type_keys(windows, "z ")
    becomes(windows, notepad, ";cz ")
    stays(windows, notepad, ";cz ")


def test_a_click_in_between_leaves_the_code_as_it_is(
    windows: WindowsDesktop, notepad: Notepad
) -> None:
    type_keys(windows, ";c")
    windows.click(notepad.window, 150, 450)
    type_keys(windows, "z ")
    becomes(windows, notepad, ";cz ")
    stays(windows, notepad, ";cz ")


class EditBox(Notepad):
    """Windows' own edit control in a small program, clicked into."""

    title = TITLE

    def __init__(self, windows: WindowsDesktop, *args: str) -> None:
        self._windows = windows
        self._process = windows.start(windows.python("-m", "tests.windows.edit_box", *args))
        self.window = windows.await_window(TITLE)
        self.activate()
        windows.click(self.window, 150, 100)


@contextmanager
def edit_box(windows: WindowsDesktop, *args: str) -> Iterator[EditBox]:
    box = EditBox(windows, *args)
    try:
        yield box
    finally:
        box.close()


def test_a_change_of_the_window_in_between_leaves_the_code_as_it_is(
    windows: WindowsDesktop, notepad: Notepad
) -> None:
    with edit_box(windows) as other:
        type_keys(windows, ";c")
        becomes(windows, other, ";c")
        windows.click(notepad.window, 150, 450)
        windows.eventually(notepad.active, "Notepad in front")
        type_keys(windows, "z ")
        becomes(windows, notepad, "z ")
        assert other.text() == ";c"


def test_a_password_field_is_left_alone(windows: WindowsDesktop, open_notepad: Notepad) -> None:
    with edit_box(windows) as plain:
        type_keys(windows, ";cz ")
        becomes(windows, plain, PHRASE)
    with edit_box(windows, "--password") as secret:
        type_keys(windows, "x;cz ")
        becomes(windows, secret, "x;cz ")
