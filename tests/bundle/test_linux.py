"""What is handed on for Linux: made here, and used where no Python of ours is."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from bundle.build import build_linux
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.miaohui import WINDOW, listens
from tests.e2e.desktop.session import desktop, eventually

SHOES = {
    "placed_at": "2026-02-03T10:00:00+08:00",
    "customer": {"history": [{"paid": "755", "postage_included": "6"}]},
    "ship_to": {"province": "上海"},
    "lines": [{"unit_price": "499"}],
}


@pytest.fixture(scope="module")
def program() -> Path:
    return build_linux() / "miaohui"


def test_the_command_line_works(program: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.json"
    order.write_text(json.dumps(SHOES), encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    said = subprocess.check_output([program, "quote", "--json", order], env=env, cwd=tmp_path)
    assert json.loads(said)["due"] == "492.60"
    assert subprocess.check_output([program, "search", "包邮"], env=env, cwd=tmp_path)


def test_the_window_opens_and_hears_its_hotkeys(program: Path, tmp_path: Path) -> None:
    need_programs()
    home = tmp_path / "home"
    with desktop(tmp_path / "x11") as shown:
        process = shown.start(
            [str(program)], env={"MIAOHUI_HOME": str(home), "LANG": "zh_CN.UTF-8"}
        )
        shown.await_window(WINDOW)
        eventually(lambda: listens(home), "the program hears its hotkeys")
        shown.press("ctrl+alt+space")
        eventually(lambda: WINDOW in shown.active_title(), "the window came")
        shown.stop(process)
