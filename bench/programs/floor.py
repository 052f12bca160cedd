"""The floor: a bare PySide6 list window with as many rows as our program has phrases."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.programs.program import Place, Program

SCRIPT = Path(__file__).parent.parent / "floor_window.py"
VERSION = (sys.executable, "-c", "import PySide6; print('PySide6', PySide6.__version__)")


def _floor(place: Place, rows: int) -> Program:
    return Program(
        [sys.executable, str(SCRIPT), str(place.lines(rows))], "^QTFLOOR$", version=VERSION
    )


def as_many_as_default_pack(place: Place) -> Program:
    return _floor(place, 200)


def ten_thousand(place: Place) -> Program:
    return _floor(place, 10_000)
