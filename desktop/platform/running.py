"""Whether the window of a data folder is open, told by its lock file and without Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

LOCK = "window.lock"
_SYNCHRONIZE = 0x0010_0000


def window_runs(folder: Path) -> bool:
    """Whether a window holds the data in this folder.

    Source: QLockFile writes the process id into the first line.
    """
    try:
        with (folder / LOCK).open("rb") as file:
            pid = int(file.readline())
    except (OSError, ValueError):
        return False
    return _on_windows(pid) if sys.platform == "win32" else _on_unix(pid)


def _on_unix(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
    process = kernel.OpenProcess(_SYNCHRONIZE, False, pid)  # noqa: FBT003 - no inheritance
    if process:
        kernel.CloseHandle(process)
    return bool(process)
