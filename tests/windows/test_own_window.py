"""Our own window on Windows, clicked for real."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.desktop.program import Program
from tests.windows.desktop import WindowsDesktop
from tests.windows.notepad import Notepad


@pytest.fixture(scope="module")
def open_notepad(windows: WindowsDesktop) -> Iterator[Notepad]:
    opened = Notepad(windows)
    yield opened
    opened.close()


@pytest.fixture
def driver(windows: WindowsDesktop) -> Iterator[Program]:
    program = Program(windows, windows.python("-m", "tests.e2e.desktop.driver"))
    program.wait(ready=True, within_s=60)
    yield program
    program.close()


@pytest.fixture
def notepad(open_notepad: Notepad, driver: Program) -> Notepad:
    open_notepad.activate()
    open_notepad.clear()
    return open_notepad


def test_shown_and_clicked_it_leaves_the_keyboard_in_the_chat(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    window = driver.ask(do="show", title="OURS")
    windows.await_window("OURS")
    assert notepad.active()
    windows.click(window, 60, 60)
    driver.wait(clicked=True)
    windows.x11.run("xdotool", "type", "typed")
    windows.eventually(lambda: notepad.text() == "typed", "the typed text in the chat")
    assert notepad.active()


def test_hidden_and_shown_again_it_still_leaves_the_keyboard(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    for _ in range(3):
        window = driver.ask(do="show", title="OURS")
        windows.click(window, 60, 60)
        driver.wait(clicked=True)
        assert notepad.active()
        driver.ask(do="hide")


def test_search_mode_takes_the_keyboard_and_gives_it_back(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    window = driver.ask(do="show", title="OURS")
    driver.ask(do="take_focus")
    windows.eventually(lambda: windows.ask(do="foreground") == window, "our window in front")
    assert driver.ask(do="current") == notepad.window
    driver.ask(do="accept", accepts=False)
    driver.ask(do="activate", window=notepad.window)
    windows.eventually(notepad.active, "the chat in front")
    windows.click(window, 60, 60)
    driver.wait(clicked=True)
    assert notepad.active()


def test_chat_that_was_active_when_ours_was_chosen_from_the_task_bar_stays_the_target(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    window = driver.ask(do="show", title="OURS")
    other = Notepad(windows)
    notepad.activate()
    driver.ask(do="accept", accepts=True)
    windows.ask(do="activate", window=window)
    windows.eventually(lambda: windows.ask(do="foreground") == window, "our window in front")
    assert driver.ask(do="current") == notepad.window
    other.close()


def test_minimised_chat_comes_back_to_get_the_phrase(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    windows.ask(do="minimise", window=notepad.window)
    driver.tell(do="insert", text="亲，在的", window=notepad.window)
    assert driver.wait(text="亲，在的")["outcome"] == "Inserted"
    assert notepad.text() == "亲，在的"
