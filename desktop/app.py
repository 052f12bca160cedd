"""The composition root: decides what is started; it builds and connects the rooms with its parts.

``window`` and ``furnish`` put the window together, ``commands`` the command line.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from desktop.platform.language import system_language
from desktop.services.words import Words


def main() -> int:
    """Runs the program with the arguments of the process; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed build has neither
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    words = Words(system_language(sys.platform, os.environ))
    args = sys.argv[1:]
    match args:  # the ways agents start it, without the time the command line takes to load
        case []:
            return _open_window(words, None)
        case ["--pack", place]:
            return _open_window(words, Path(place))
        case ["--keep-clipboard"]:  # started by ourselves when we end
            from desktop.platform.x11.keeper import keep

            return keep()
        case _:
            from desktop.commands import run_command

            return run_command(words, args, lambda place: _open_window(words, place))


def _open_window(words: Words, place: Path | None) -> int:
    """Opens the window with the pack that lies there, or with the default pack."""
    from desktop.platform.diagnosis import window_obstacle

    obstacle = window_obstacle(sys.platform, os.environ)
    if obstacle:
        print(words.text(f"cli.{obstacle}"), file=sys.stderr)  # noqa: T201 - there is no window
        return 1
    gc.disable()  # nothing made before the window stands is garbage
    # digests by Python's own code: OpenSSL's would take 3 MB
    sys.modules["_hashlib"] = None  # type: ignore[assignment]
    from desktop.platform.qt import load_qt

    load_qt()
    from desktop.window import run_window

    return run_window(words, place)
