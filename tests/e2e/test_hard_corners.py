"""X servers and window managers that lack what others take for granted, with the real program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, desktop, eventually

ROOT = Path(__file__).parents[2]
PLAIN = "default/greet.are_you_there/1"


@pytest.fixture
def twm(tmp_path: Path) -> Iterator[Desktop]:
    """A window manager from before the hints: it does not tell which window is active."""
    need_programs("twm")
    with desktop(tmp_path / "x11", manager="twm") as shown:
        yield shown


def test_an_old_window_manager_is_no_hindrance(twm: Desktop, tmp_path: Path) -> None:
    box = TkBox(twm)
    program = Miaohui(twm, tmp_path / "home", pins=(PLAIN,))
    twm.activate(box.title)
    twm.copy(b"old")
    twm.press("ctrl+alt+1")
    eventually(box.text, "the pinned phrase in the chat box")
    eventually(lambda: twm.pasted() == b"old", "the old clipboard")
    box.clear()
    program.come("ctrl+alt+space")
    program.type("fhsj")
    twm.press("Return")
    eventually(lambda: "发" in box.text(), "the phrase that was searched in the chat box")


def test_without_xtest_the_phrase_is_copied_and_doctor_says_why(tmp_path: Path) -> None:
    need_programs()
    with desktop(tmp_path / "x11", without="XTEST") as shown:
        box = TkBox(shown)
        driver = Program(
            shown, [sys.executable, "-m", "tests.e2e.desktop.driver"], env={"PYTHONPATH": str(ROOT)}
        )
        driver.wait(ready=True)
        driver.tell(do="insert", text=PLAIN, window=driver.ask(do="current"))
        assert driver.wait(text=PLAIN)["reason"] == "no_xtest"
        assert shown.pasted() == PLAIN.encode()
        assert box.text() == ""
        doctor = subprocess.run(
            [sys.executable, "-m", "desktop", "doctor", "--json"],
            cwd=ROOT,
            env=shown.env | {"MIAOHUI_HOME": str(tmp_path / "home"), "LANG": "en_US.UTF-8"},
            capture_output=True,
            check=False,
            timeout=60,
        )
        checks = {check["check"]: check for check in json.loads(doctor.stdout)}
        assert checks["keys"]["ok"] is False
        assert "XTEST" in checks["keys"]["detail"]
        assert checks["hotkeys"]["ok"] is True
