"""Our own window under a window manager, clicked for real."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually

ROOT = Path(__file__).parents[3]


@pytest.fixture
def driver(x11: Desktop) -> Iterator[Program]:
    program = Program(
        x11, [sys.executable, "-m", "tests.e2e.desktop.driver"], env={"PYTHONPATH": str(ROOT)}
    )
    program.wait(ready=True)
    yield program
    program.close()


@pytest.fixture
def chat(x11: Desktop) -> Iterator[TkBox]:
    box = TkBox(x11)
    yield box
    box.close()


def click(x11: Desktop, window: int) -> None:
    x11.run("xdotool", "mousemove", "--window", str(window), "50", "50", "click", "1")


def test_click_leaves_the_focus_in_the_chat(x11: Desktop, chat: TkBox, driver: Program) -> None:
    window = driver.ask(do="show", title="OURS")
    x11.await_window("OURS")
    click(x11, window)
    driver.wait(clicked=True)
    x11.run("xdotool", "type", "typed")
    eventually(lambda: chat.text() == "typed", "the typed text in the chat")
    assert x11.active_title() == chat.title


def test_search_mode_takes_the_focus_and_gives_it_back(
    x11: Desktop, chat: TkBox, driver: Program
) -> None:
    chat_window = driver.ask(do="current")
    window = driver.ask(do="show", title="OURS")
    driver.ask(do="take_focus")
    eventually(lambda: x11.active_title() == "OURS", "our window active")
    # measured now that the window manager has surely put its frame around it
    place = x11.run("xdotool", "getwindowgeometry", str(window))
    driver.ask(do="accept", accepts=False)
    driver.ask(do="activate", window=chat_window)
    eventually(lambda: x11.active_title() == chat.title, "the chat active")
    click(x11, window)
    driver.wait(clicked=True)
    assert x11.active_title() == chat.title
    assert x11.run("xdotool", "getwindowgeometry", str(window)) == place
