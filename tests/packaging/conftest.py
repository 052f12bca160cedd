"""The built wheel, installed into an environment far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Installed:
    """A virtual environment with the wheel in it, and the empty folder commands run in."""

    python: Path
    miaohui: Path
    folder: Path

    def run(self, *argv: str | Path) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment as a user would: nothing of the checkout in sight."""
        return subprocess.run(
            [str(part) for part in argv],
            cwd=self.folder,
            env={"PATH": os.defpath, "HOME": str(self.folder), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )


def tool(*argv: str | Path) -> None:
    """Runs a build tool; its output is the failure's text."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, argv)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    tool("hatchling", "build", "--target", "wheel", "--directory", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def names(wheel: Path) -> list[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Its dependencies are those of uv.lock, from the cache that made this environment."""
    folder = tmp_path_factory.mktemp("elsewhere")
    needed, venv = folder / "needed.txt", folder / "venv"
    tool("uv", "export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "-o", needed)
    tool("uv", "venv", "--quiet", "--python", sys.executable, venv)
    scripts = venv / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    tool("uv", "pip", "install", "--quiet", "--python", python, "-r", needed, wheel)
    return Installed(python, scripts / "miaohui", folder)
