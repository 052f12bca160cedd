"""What a full run measures, and in which company."""

from __future__ import annotations

import shutil
from typing import Any

from bench.programs import ours, windows

Step = tuple[str, list[str], dict[str, Any]]
"""A measure, the programs in turns, and the options that differ."""

NEEDS = {"copyq-command": "copyq", "copyq-restore": "copyq", "autokey-ctrlv": "autokey-qt"}


def plan() -> list[Step]:
    """Our program with its floor, its bundles, and the peers, as far as this machine has them."""
    pasting = ["ours-hotkeys", *(name for name, needed in NEEDS.items() if shutil.which(needed))]
    pairs = ((ours.BUNDLE, "ours"), (windows.BUNDLE, "ours-windows"))
    bundled: list[Step] = [
        ("start", [name, f"{name}-bundle"], {}) for bundle, name in pairs if bundle.is_dir()
    ]
    return [
        *bundled,
        ("start", ["qt-floor", "ours"], {}),
        ("start", ["qt-floor-10k", "ours-10k"], {}),
        ("inside", ["ours-10k"], {}),
        ("search", ["ours-10k"], {}),
        ("following", ["ours"], {}),
        ("hotkey", pasting, {}),
        ("hotkey", pasting, {"box": "qt"}),
        ("hotkey", pasting, {"clip": "image"}),
        ("hotkey", pasting, {"freeze_ms": 500}),
        ("burst", pasting, {}),
        ("burst", pasting, {"box": "qt"}),
    ]
