"""How this program is started once more."""

from __future__ import annotations

import sys
from pathlib import Path


def command() -> list[str]:
    """The program and its first arguments: a bundle is the program itself, else Python runs it."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")  # on Windows: without a console
    return [str(windowed if windowed.exists() else python), "-m", "desktop"]
