"""The real program in Windows' Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.windows.desktop import WindowsDesktop, windows_path

WINDOW = "秒回"
SHOES = {
    "placed_at": "2026-02-03T10:00:00+08:00",
    "customer": {"history": [{"paid": "755", "postage_included": "6"}]},
    "ship_to": {"province": "上海"},
    "lines": [{"unit_price": "499"}],
}


@pytest.mark.usefixtures("shot")
def test_the_window_stands_and_speaks_chinese(windows: WindowsDesktop, tmp_path: Path) -> None:
    home = {"MIAOHUI_HOME": windows_path(tmp_path / "home"), "LANG": "zh_CN.UTF-8"}
    program = windows.start(windows.python("-m", "desktop"), env=home)
    try:
        windows.await_window(WINDOW)
        assert program.poll() is None
        assert "Traceback" not in windows.said()
    finally:
        windows.stop(program)


def test_a_quote_on_the_command_line_comes_out_as_everywhere(
    windows: WindowsDesktop, tmp_path: Path
) -> None:
    order = tmp_path / "order.json"
    order.write_text(json.dumps(SHOES), encoding="utf-8")
    argv = windows.python("-m", "desktop", "quote", "--json", windows_path(order))
    done = windows.run(*argv)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["due"] == "492.60"
