"""What every Autostart keeps to: the fake, and the one of the system the tests run on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.platform.autostart import XdgAutostart
from desktop.platform.windows.autostart import RunKey
from desktop.services.ports import Autostart, PortError
from tests.fakes.autostart import FakeAutostart

COMMAND = ("/opt/shop tools/100% miaohui", "--it's", 'a "test"', "back\\slash $HOME `x`")
on_linux = pytest.mark.skipif(sys.platform == "win32", reason="desktop entries are of Linux")


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return tmp_path / "autostart" / "miaohui.desktop"


@pytest.fixture
def xdg(tmp_path: Path) -> XdgAutostart:
    return XdgAutostart(COMMAND, {"XDG_CONFIG_HOME": str(tmp_path)})


@pytest.fixture(params=["fake", "real"])
def autostart(request: pytest.FixtureRequest) -> Autostart:
    if request.param == "fake":
        return FakeAutostart()
    if sys.platform == "win32":
        return RunKey(COMMAND)
    real: Autostart = request.getfixturevalue("xdg")
    return real


def test_it_is_off_until_switched_on_and_can_be_switched_again_and_again(
    autostart: Autostart,
) -> None:
    assert not autostart.enabled()
    autostart.disable()
    for _ in range(2):
        autostart.enable()
        autostart.enable()
        assert autostart.enabled()
        autostart.disable()
        assert not autostart.enabled()


@on_linux
def test_entry_starts_the_program_with_its_arguments_as_they_are(
    xdg: XdgAutostart, entry: Path
) -> None:
    xdg.enable()
    (line,) = (line for line in entry.read_text().splitlines() if line.startswith("Exec="))
    # the file's own escapes go first, then the quoting of the Exec key, which is that of a shell
    words = line.removeprefix("Exec=").replace("\\\\", "\\")
    split = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {words}"], capture_output=True, text=True, check=True
    )
    assert tuple(split.stdout.replace("%%", "%").splitlines()) == COMMAND


@on_linux
@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_switched_off_in_the_desktops_settings_is_off_until_switched_on_here(
    xdg: XdgAutostart, entry: Path, line: str
) -> None:
    xdg.enable()
    entry.write_text(f"{entry.read_text()}{line}\n")
    assert not xdg.enabled()
    xdg.enable()
    assert xdg.enabled()


@on_linux
def test_folder_that_cannot_be_written_is_told(tmp_path: Path, xdg: XdgAutostart) -> None:
    (tmp_path / "autostart").write_text("a file is in the way")
    with pytest.raises(PortError, match="refused"):
        xdg.enable()
    assert not xdg.enabled()


@on_linux
def test_without_a_folder_of_its_own_the_entry_is_below_home(tmp_path: Path) -> None:
    XdgAutostart(COMMAND, {"HOME": str(tmp_path)}).enable()
    assert (tmp_path / ".config" / "autostart" / "miaohui.desktop").exists()
