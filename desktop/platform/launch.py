"""How this program is started once more."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def command() -> list[str]:
    """The program and its first arguments: a bundle is the program itself, else Python runs it."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")  # on Windows: without a console
    return [str(windowed if windowed.exists() else python), "-m", "desktop"]


def environment() -> dict[str, str]:
    """The environment in which ``command`` finds the program, wherever it is called from."""
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path}


def start_again(arguments: Sequence[str]) -> None:
    """Starts the program with these arguments, to live on when this process ends."""
    import subprocess  # not at start-up, where it takes a while

    subprocess.Popen([*command(), *arguments], env=environment(), start_new_session=True)
