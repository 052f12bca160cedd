"""What agents on Windows install: made here, started, used, replaced by a newer one, removed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.build import DIST, NAME, build_windows
from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.test_program import SHOES, WINDOW

OWN = b"the agent's own"


@pytest.fixture(scope="module")
def bundle() -> Path:
    return build_windows()


@pytest.fixture
def installed(windows: WindowsDesktop, bundle: Path) -> Iterator[Path]:
    """Where the program lies once it is installed; it is removed again."""
    users = windows.session.prefix / "drive_c" / "users"
    set_up(windows)
    (folder,) = users.glob("*/AppData/Local/Programs/miaohui")
    yield folder
    if (folder / "uninstall.exe").exists():
        uninstall(windows, folder)


def set_up(windows: WindowsDesktop) -> None:
    done = windows.run(*windows.wine(windows_path(DIST / f"{NAME}-setup.exe"), "/S"))
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def uninstall(windows: WindowsDesktop, folder: Path) -> None:
    # it goes on from a copy of itself: the folder it removes is its own
    windows.run(*windows.wine(windows_path(folder / "uninstall.exe"), "/S"))
    windows.eventually(lambda: not folder.exists(), "the program is gone")


def due(windows: WindowsDesktop, program: Path, tmp_path: Path) -> str:
    """What the program, started in a console, says is to be collected for the shoes."""
    order = tmp_path / "order.json"
    order.write_text(json.dumps(SHOES), encoding="utf-8")
    argv = windows.wine(windows_path(program), "quote", "--json", windows_path(order))
    done = windows.run(*argv)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return str(json.loads(done.stdout)["due"])


def with_data(installed: Path) -> Path:
    """What an agent has kept, where the program keeps it."""
    data = installed.parents[1] / "miaohui" / "miaohui.db"
    data.parent.mkdir(exist_ok=True)
    data.write_bytes(OWN)
    return data


def shows_its_window(windows: WindowsDesktop, program: Path, home: Path | None) -> None:
    env = {"LANG": "zh_CN.UTF-8"} | ({"MIAOHUI_HOME": windows_path(home)} if home else {})
    process = windows.start(windows.wine(windows_path(program)), env=env)
    try:
        windows.await_window(WINDOW)
    finally:
        windows.stop(process)


def test_an_installed_program_works_and_carries_the_licences(
    windows: WindowsDesktop, installed: Path, tmp_path: Path
) -> None:
    assert due(windows, installed / "miaohui.com", tmp_path) == "492.60"
    shows_its_window(windows, installed / "miaohui.exe", tmp_path / "home")
    licences = {path.name for path in (installed / "licences").iterdir()}
    assert {"LICENSE", "THIRD-PARTY-NOTICES.md", "LGPL-3.txt", "Python.txt"} <= licences


def test_a_newer_version_replaces_the_program_and_keeps_the_data(
    windows: WindowsDesktop, installed: Path, tmp_path: Path
) -> None:
    left_over = installed / "_internal" / "of-an-older-version.txt"
    left_over.write_text("old")
    data = with_data(installed)
    set_up(windows)
    assert not left_over.exists()
    assert data.read_bytes() == OWN
    assert due(windows, installed / "miaohui.com", tmp_path) == "492.60"


def test_removing_it_leaves_the_data_and_nothing_of_the_program(
    windows: WindowsDesktop, installed: Path
) -> None:
    data = with_data(installed)
    uninstall(windows, installed)
    assert data.read_bytes() == OWN


def test_the_zip_works_without_installation_and_keeps_everything_beside_itself(
    windows: WindowsDesktop, bundle: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(DIST / f"{NAME}-portable.zip") as archive:
        archive.extractall(tmp_path)
    shows_its_window(windows, tmp_path / "miaohui" / "miaohui.exe", None)
    assert (tmp_path / "miaohui" / "data" / "miaohui.db").exists()
