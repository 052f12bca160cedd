"""Hotkeys among other programs, after a lock and a sleep, and when they are held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.desktop.program import Program
from tests.windows.desktop import WindowsDesktop
from tests.windows.notepad import Notepad

CTRL_ALT, ONE = 3, 0x31
WM_POWERBROADCAST, RESUME_AUTOMATIC = 0x0218, 0x12
WM_WTSSESSION_CHANGE, UNLOCK, LOCK = 0x02B1, 0x8, 0x7


@pytest.fixture(scope="module")
def notepad(windows: WindowsDesktop) -> Iterator[Notepad]:
    opened = Notepad(windows)
    yield opened
    opened.close()


@pytest.fixture
def driver(windows: WindowsDesktop, notepad: Notepad) -> Iterator[Program]:
    program = Program(windows, windows.python("-m", "tests.e2e.desktop.driver"))
    program.wait(ready=True, within_s=60)
    notepad.activate()
    yield program
    program.close()


def test_hotkey_of_another_program_is_taken_until_it_is_given_back(
    windows: WindowsDesktop, driver: Program
) -> None:
    assert windows.ask(do="take_hotkey", modifiers=CTRL_ALT, key=ONE)
    try:
        assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="x") == "taken"
    finally:
        windows.ask(do="give_hotkey_back", key=ONE)
    assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="x") is None
    assert not windows.ask(do="take_hotkey", modifiers=CTRL_ALT, key=ONE)
    driver.ask(do="release", hotkey="Ctrl+Alt+1")
    assert windows.ask(do="take_hotkey", modifiers=CTRL_ALT, key=ONE)
    windows.ask(do="give_hotkey_back", key=ONE)


@pytest.mark.parametrize(
    ("message", "event"), [(WM_WTSSESSION_CHANGE, UNLOCK), (WM_POWERBROADCAST, RESUME_AUTOMATIC)]
)
def test_hotkeys_that_windows_dropped_are_back_after_unlock_and_resume(
    windows: WindowsDesktop, driver: Program, message: int, event: int
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="back")
    driver.ask(do="lose_hotkeys")
    assert windows.ask(do="take_hotkey", modifiers=CTRL_ALT, key=ONE)
    windows.ask(do="give_hotkey_back", key=ONE)
    windows.ask(
        do="tell_hidden", program=driver.ask(do="process"), message=message, first=event, second=0
    )
    windows.press("ctrl+alt+1")
    driver.wait(pressed="Ctrl+Alt+1")


def test_hotkey_that_another_program_took_meanwhile_is_told(
    windows: WindowsDesktop, driver: Program
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="lost")
    driver.ask(do="lose_hotkeys")
    assert windows.ask(do="take_hotkey", modifiers=CTRL_ALT, key=ONE)
    try:
        program = driver.ask(do="process")
        windows.ask(
            do="tell_hidden", program=program, message=WM_WTSSESSION_CHANGE, first=UNLOCK, second=0
        )
        driver.wait(hotkeys_changed=True)
        assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="lost") == "taken"
    finally:
        windows.ask(do="give_hotkey_back", key=ONE)


def test_locking_changes_nothing(windows: WindowsDesktop, driver: Program) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="kept")
    program = driver.ask(do="process")
    windows.ask(
        do="tell_hidden", program=program, message=WM_WTSSESSION_CHANGE, first=LOCK, second=0
    )
    windows.press("ctrl+alt+1")
    driver.wait(pressed="Ctrl+Alt+1")
