"""The main job on Windows: the real program beside the real Notepad, with real keys and clicks."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.miaohui import WINDOW, prepare
from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.notepad import Notepad

PRICE, GREETING = "default/price.quote/1", "default/greet.first/1"
TEXT, BITMAP = "#13", "#8"
SECOND_ROW, INSIDE = (100, 242), (100, 100)
"""The second pin in our window, and the text in Notepad's, in pixels from the window's corner."""


class Miaohui:
    """The program with the price phrase and a greeting pinned, once it hears its hotkeys."""

    def __init__(self, windows: WindowsDesktop, home: Path) -> None:
        self.windows = windows
        prepare(home, (PRICE, GREETING), settings={"agent.name": "小林"})
        env = {"MIAOHUI_HOME": windows_path(home), "LANG": "zh_CN.UTF-8"}
        self.process = windows.start(windows.python("-m", "desktop"), env=env)
        self.window = windows.await_window(WINDOW)
        windows.eventually(self._painted, "the phrases in the window")

    def come(self, hotkey: str) -> None:
        """Presses a hotkey that brings the window here with the focus."""
        self.windows.press(hotkey)
        self.windows.eventually(self.active, "the window has the focus")

    def active(self) -> bool:
        return bool(self.windows.ask(do="foreground") == self.window)

    def paste(self, text: str) -> None:
        """The agent copies something elsewhere and pastes it here."""
        self.windows.copy({TEXT: (text + "\0").encode("utf-16-le")})
        self.windows.press("ctrl+v")

    def type(self, text: str) -> None:
        self.windows.x11.run("xdotool", "type", "--delay", "50", text)

    def _painted(self) -> bool:
        """Whether something is seen in it: by then it has its hotkeys, too."""
        left, top, right, bottom = self.windows.ask(do="place", window=self.window)
        inside = f"{right - left - 20}x{bottom - top - 100}+{left + 10}+{top + 80}"
        colours = ("import", "-window", "root", "-crop", inside, "-format", "%k", "info:")
        return int(self.windows.x11.run(*colours)) > 10


@pytest.fixture
def notepad(windows: WindowsDesktop) -> Iterator[Notepad]:
    opened = Notepad(windows)
    yield opened
    opened.close()


@pytest.fixture
def miaohui(windows: WindowsDesktop, notepad: Notepad, tmp_path: Path) -> Iterator[Miaohui]:
    program = Miaohui(windows, tmp_path / "home")
    turn_to(windows, notepad)
    yield program
    windows.stop(program.process)
    assert "Traceback" not in windows.said()


def bitmap(side: int) -> bytes:
    """A picture as CF_DIB."""
    header = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + bytes(n % 251 for n in range(side * side * 4))


def turn_to(windows: WindowsDesktop, notepad: Notepad) -> None:
    """Clicks into it, and again if the window was still coming forward."""

    def clicked() -> bool:
        windows.click(notepad.window, *INSIDE)
        return notepad.active()

    windows.eventually(clicked, "Notepad in front")


def quote_the_shoes(miaohui: Miaohui) -> None:
    """Types the order of the training exam: Shanghai, 749 spent before, shoes at 499."""
    miaohui.come("ctrl+alt+o")
    miaohui.paste("上海市静安区示例路1号")
    miaohui.windows.press("Tab", "Tab")
    miaohui.type("749")
    miaohui.windows.press("Tab", "Tab", "Tab", "Tab")
    miaohui.type("499")


def test_a_hotkey_in_notepad_puts_the_filled_price_phrase_there(
    windows: WindowsDesktop, notepad: Notepad, miaohui: Miaohui
) -> None:
    quote_the_shoes(miaohui)
    windows.press("Escape")
    turn_to(windows, notepad)
    picture = bitmap(64)
    windows.copy({BITMAP: picture})

    windows.press("ctrl+alt+1")

    text = windows.eventually(notepad.text, "the phrase in Notepad")
    assert "一共应付492.60元" in text
    assert "{{" not in text
    assert notepad.active()
    windows.eventually(lambda: windows.pasted(BITMAP) == picture, "the picture is back")


def test_search_takes_the_focus_and_gives_it_back_with_the_phrase(
    windows: WindowsDesktop, notepad: Notepad, miaohui: Miaohui
) -> None:
    miaohui.come("ctrl+alt+space")
    miaohui.type("fhsj")
    windows.press("Return")
    windows.eventually(lambda: "发" in notepad.text(), "the phrase in Notepad")
    windows.eventually(notepad.active, "Notepad has the focus again")


def test_a_click_on_a_phrase_puts_it_into_notepad_which_keeps_the_focus(
    windows: WindowsDesktop, notepad: Notepad, miaohui: Miaohui
) -> None:
    windows.click(miaohui.window, *SECOND_ROW)
    text = windows.eventually(notepad.text, "the phrase in Notepad")
    assert "欢迎光临示例代购店" in text
    assert notepad.active()
