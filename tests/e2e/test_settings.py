"""A hotkey changed in the settings window with real keys works; ``doctor`` tells of conflicts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually

PHRASE = "default/greet.are_you_there/1"
SETTINGS = "秒回设置"


@pytest.fixture
def miaohui(x11: Desktop, shot: None, tmp_path: Path) -> Iterator[Miaohui]:
    program = Miaohui(x11, tmp_path / "home", pins=(PHRASE,))
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


def doctor(desktop: Desktop, home: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "doctor", "--json"],
        env=desktop.env | {"MIAOHUI_HOME": str(home), "LANG": "en_US.UTF-8"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b""
    return {check["check"]: check for check in json.loads(done.stdout)}


def test_a_hotkey_recorded_in_the_settings_pastes_from_then_on(
    x11: Desktop, miaohui: Miaohui
) -> None:
    box = TkBox(x11)
    try:
        miaohui.come("ctrl+alt+space")
        x11.press("ctrl+comma")
        eventually(lambda: SETTINGS in x11.active_title(), "the settings window")
        x11.press("Down", *["Tab"] * 4)  # to the hotkeys, and there to pinned phrase 1
        x11.press("ctrl+alt+j")
        x11.press("Escape")
        eventually(lambda: SETTINGS not in x11.active_title(), "the settings window is closed")
        x11.activate(box.title)
        eventually(lambda: tried(x11, box), "the phrase in the chat box")
        assert doctor(x11, miaohui.home)["hotkeys"]["ok"]
    finally:
        box.close()


def tried(x11: Desktop, box: TkBox) -> bool:
    x11.press("ctrl+alt+j")
    x11.run("xdotool", "sleep", "0.3")
    return "在" in box.text()


def test_doctor_names_the_hotkey_that_another_program_has(x11: Desktop, tmp_path: Path) -> None:
    program = Miaohui(x11, tmp_path / "first")
    try:
        found = doctor(x11, tmp_path / "second")["hotkeys"]
        assert not found["ok"]
        assert "Ctrl+Alt+Space (Show the window and search): Another program" in found["detail"]
        assert doctor(x11, tmp_path / "first")["hotkeys"]["ok"], "its own are no conflict"
    finally:
        x11.stop(program.process)
    eventually(lambda: doctor(x11, tmp_path / "second")["hotkeys"]["ok"], "the keys are free again")
