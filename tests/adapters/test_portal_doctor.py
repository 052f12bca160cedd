"""What ``doctor`` tells of a Wayland desktop, as a whole process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Processes
from tests.portal.world import STUB, STUB_ENV

ROOT = Path(__file__).parents[2]


def checks(bus: Processes, home: Path, **env: str) -> dict[str, dict[str, Any]]:
    wayland = {"WAYLAND_DISPLAY": "wayland-9", "LANG": "en_US.UTF-8", "MIAOHUI_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "doctor", "--json"],
        cwd=ROOT,
        env=bus.env | wayland | env,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b""
    return {check["check"]: check for check in json.loads(done.stdout)}


@pytest.fixture
def portal(bus: Processes) -> Program:
    program = Program(bus, STUB, env=STUB_ENV)
    program.wait(ready=True)
    return program


def test_a_desktop_with_both_portals_is_told_and_nobody_is_asked(
    bus: Processes, portal: Program, tmp_path: Path
) -> None:
    found = checks(bus, tmp_path / "home")
    for check in ("display", "hotkeys", "keys", "target"):
        assert found[check]["ok"], found[check]
    assert "asks when the window opens" in found["hotkeys"]["detail"]
    assert "asks at the first paste" in found["keys"]["detail"]
    assert "no program which window is in front" in found["target"]["detail"]
    portal.ask(do="set")
    assert {message["called"] for message in portal.said if "called" in message} == {"Get"}


def test_a_desktop_without_remote_desktop_copies_only(
    bus: Processes, portal: Program, tmp_path: Path
) -> None:
    portal.ask(do="set", lacks=["RemoteDesktop"])
    found = checks(bus, tmp_path / "home")
    assert found["hotkeys"]["ok"]
    assert not found["keys"]["ok"]
    assert "only copied" in found["keys"]["detail"]


def test_a_desktop_without_a_portal_is_told(bus: Processes, tmp_path: Path) -> None:
    found = checks(bus, tmp_path / "home")
    assert "no portal for global hotkeys" in found["hotkeys"]["detail"]
    assert "only copied" in found["keys"]["detail"]


def test_a_session_without_a_bus_is_told(bus: Processes, tmp_path: Path) -> None:
    address = f"unix:path={tmp_path}/nobody"
    found = checks(bus, tmp_path / "home", DBUS_SESSION_BUS_ADDRESS=address)
    assert "session bus cannot be reached" in found["hotkeys"]["detail"]
    assert "session bus cannot be reached" in found["keys"]["detail"]
