"""Leaving in the middle of things: the clipboard is the agent's own again, and one line at most."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, desktop, eventually

PLAIN = "default/greet.are_you_there/1"


@pytest.fixture
def box(x11: Desktop) -> Iterator[TkBox]:
    opened = TkBox(x11)
    yield opened
    opened.close()


def test_quitting_right_after_a_paste_still_puts_the_old_clipboard_back(
    x11: Desktop, box: TkBox, tmp_path: Path
) -> None:
    program = Miaohui(x11, tmp_path / "home", pins=(PLAIN,))
    x11.activate(box.title)
    picture = x11.run("convert", "-size", "256x256", "plasma:", "png:-")
    x11.copy(picture, "image/png")
    x11.press("ctrl+alt+1")
    eventually(box.text, "the phrase in the chat box")

    program.process.send_signal(signal.SIGTERM)

    assert program.process.wait(10) == 0
    assert x11.pasted("image/png") == picture
    assert not x11.pasted()
    assert "Traceback" not in program.said()


def test_quitting_behind_a_frozen_chat_ends_soon_and_keeps_the_phrase_for_it(
    x11: Desktop, box: TkBox, tmp_path: Path
) -> None:
    program = Miaohui(x11, tmp_path / "home", pins=(PLAIN,))
    x11.activate(box.title)
    x11.copy(b"old")
    box.process.send_signal(signal.SIGSTOP)
    try:
        x11.press("ctrl+alt+1")
        phrase = eventually(lambda: _other_than(x11.pasted(), b"old"), "the phrase on offer")
        program.process.send_signal(signal.SIGTERM)
        assert program.process.wait(10) == 0
        assert x11.pasted() == phrase
    finally:
        box.process.send_signal(signal.SIGCONT)
    eventually(lambda: box.text() == phrase.decode(), "the phrase in the chat box")


def test_when_the_x_server_dies_the_program_ends_with_one_line(tmp_path: Path) -> None:
    with desktop(tmp_path / "x11") as shown:
        program = Miaohui(shown, tmp_path / "home")
        shown.kill_x_server()
        assert program.process.wait(15) == 1
        said = program.said()
        end = said[said.index("The X11 connection broke") :].splitlines()
        # where Xlib notices it before Qt does, it says so in two lines of its own
        own = [line for line in end if not re.search(r"XIO: |after \d+ requests", line)]
        assert len(own) == 1, said


def _other_than(found: bytes | None, old: bytes) -> bytes | None:
    return found if found != old else None
