"""A hotkey changed in the settings window with real keys works; ``doctor`` tells of conflicts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop.platform.clock import SystemClock
from desktop.platform.paths import Paths
from desktop.platform.running import LOCK, window_runs
from desktop.services.typed_codes import TYPED_CODES
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually

PHRASE = "default/greet.are_you_there/1"
SETTINGS = "秒回设置"


@pytest.fixture
def miaohui(x11: Desktop, tmp_path: Path) -> Iterator[Miaohui]:
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
        assert doctor(x11, tmp_path / "second")["clipboard"]["ok"], "xclip is there"
        assert "Ctrl+Alt+Space (Show the window and search): Another program" in found["detail"]
        assert doctor(x11, tmp_path / "first")["hotkeys"]["ok"], "its own are no conflict"
    finally:
        x11.stop(program.process)
    eventually(lambda: doctor(x11, tmp_path / "second")["hotkeys"]["ok"], "the keys are free again")


def test_going_back_to_a_backup_starts_the_program_again_with_it_and_loses_nothing(
    x11: Desktop, miaohui: Miaohui
) -> None:
    backups = miaohui.home / "backups"
    eventually(lambda: list(backups.glob("*.db")), "the first backup", 20)
    [first] = backups.glob("*.db")
    miaohui.come("ctrl+alt+space")
    miaohui.type("fhsj")
    x11.press("ctrl+d")
    eventually(lambda: len(pins(database(miaohui))) == 2, "the pin is on disk")

    x11.press("ctrl+comma")
    eventually(lambda: SETTINGS in x11.active_title(), "the settings window")
    x11.press("End", "Up")  # to the data
    x11.press(*["Tab"] * 4, "space")  # past the folder, the list and the backup button
    eventually(lambda: "恢复备份" in x11.active_title(), "the question")
    x11.press("alt+y")

    assert miaohui.process.wait(20) == 0
    eventually(lambda: window_runs(miaohui.home), "the program runs again")
    eventually(lambda: pins(database(miaohui)) == [PHRASE], "the pins of the backup")
    kept = [path for path in backups.glob("*.db") if path != first]
    assert [len(pins(path)) for path in kept] == [2], "what was there before is backed up"
    again = int((miaohui.home / LOCK).read_bytes().split()[0])
    os.kill(again, signal.SIGTERM)
    eventually(lambda: not window_runs(miaohui.home), "it has ended")


def database(miaohui: Miaohui) -> Path:
    return Paths(miaohui.home, miaohui.home).database


def pins(path: Path) -> list[str]:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return [phrase_id for (phrase_id,) in db.execute("SELECT phrase_id FROM pin")]
    finally:
        db.close()


def test_doctor_says_whether_typed_codes_that_are_switched_on_can_be_seen(
    x11: Desktop, tmp_path: Path
) -> None:
    assert doctor(x11, tmp_path)["typed_codes"]["detail"] == "typed codes are switched off"
    db = Database(Paths(tmp_path, tmp_path).database, SystemClock().now)
    TYPED_CODES.keep(SqlitePersonalStore(db), value=True)
    db.close()
    assert "can be seen" in doctor(x11, tmp_path)["typed_codes"]["detail"]
