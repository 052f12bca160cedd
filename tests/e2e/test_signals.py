"""Ctrl+C in the terminal, and a session that ends: the program leaves as if by its menu."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop.session import Desktop


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_program_at_once_and_without_a_trace(
    x11: Desktop, tmp_path: Path, number: signal.Signals
) -> None:
    env = {"MIAOHUI_HOME": str(tmp_path / "home")}
    program = x11.start([sys.executable, "-m", "desktop"], env=env)
    x11.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "^miaohui$")

    program.send_signal(number)

    assert program.wait(10) == 0
    said = "".join(log.read_text(encoding="utf-8") for log in x11.folder.glob("*-python*.log"))
    assert "Traceback" not in said
