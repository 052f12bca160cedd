"""The real program in Windows' Python."""

from __future__ import annotations

import json
from pathlib import Path

from tests.windows.desktop import WindowsDesktop, windows_path

WINDOW = "秒回"
SHOES = {
    "placed_at": "2026-02-03T10:00:00+08:00",
    "customer": {"history": [{"paid": "755", "postage_included": "6"}]},
    "ship_to": {"province": "上海"},
    "lines": [{"unit_price": "499"}],
}


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


def test_doctor_finds_display_keys_hotkeys_and_clipboard_well(
    windows: WindowsDesktop, tmp_path: Path
) -> None:
    found = diagnosed(windows, tmp_path)
    assert {name: ok for name, (ok, _) in found.items() if not ok} == {}
    assert {"display", "keys", "hotkeys", "target", "clipboard", "autostart"} <= set(found)
    assert "收得到" in found["keys"][1]


def test_doctor_names_the_program_that_keeps_the_clipboard(
    windows: WindowsDesktop, tmp_path: Path
) -> None:
    windows.ask(do="hold_clipboard", milliseconds=60_000)
    try:
        ok, detail = diagnosed(windows, tmp_path)["clipboard"]
    finally:
        windows.ask(do="let_clipboard_go")
    assert not ok
    assert detail.startswith("python ")


def test_doctor_names_the_hotkey_that_another_program_has(
    windows: WindowsDesktop, tmp_path: Path
) -> None:
    assert windows.ask(do="take_hotkey", modifiers=3, key=0x31)
    try:
        ok, detail = diagnosed(windows, tmp_path)["hotkeys"]
    finally:
        windows.ask(do="give_hotkey_back", key=0x31)
    assert not ok
    assert "Ctrl+Alt+1" in detail
    assert detail.count("Ctrl+") == 1


def diagnosed(windows: WindowsDesktop, tmp_path: Path) -> dict[str, tuple[bool, str]]:
    env = {"MIAOHUI_HOME": windows_path(tmp_path / "home"), "LANG": "zh_CN.UTF-8"}
    done = windows.run(*windows.python("-m", "desktop", "doctor", "--json"), env=env)
    assert not done.stderr, done.stderr.decode()
    return {c["check"]: (c["ok"], c["detail"]) for c in json.loads(done.stdout)}
