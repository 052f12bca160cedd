"""The programs that can be measured: each function here and beside makes one ``Program``.

To add one, write a function that takes a ``Place`` and give it to ``PROGRAMS`` below.
"""

from __future__ import annotations

from collections.abc import Callable

from bench.programs import autokey, copyq, floor, ours, rofi, windows
from bench.programs.program import Place, Program

PROGRAMS: dict[str, Callable[[Place], Program]] = {
    "ours": ours.default_pack,
    "ours-bundle": ours.bundle,
    "ours-windows": windows.checkout,
    "ours-windows-bundle": windows.bundle,
    "ours-10k": ours.ten_thousand,
    "ours-hotkeys": ours.with_hotkeys,
    "qt-floor": floor.as_many_as_default_pack,
    "qt-floor-10k": floor.ten_thousand,
    "copyq": copyq.fresh,
    "copyq-10k": copyq.ten_thousand,
    "copyq-command": copyq.command,
    "copyq-restore": copyq.restore,
    "autokey-1k": autokey.with_window,
    "autokey-ctrlv": autokey.paste,
    "autokey-typed": autokey.typed,
    "autokey-typed-ascii": autokey.typed_ascii,
    "rofi-10k": rofi.ten_thousand,
    "rofi-100k": rofi.hundred_thousand,
}
