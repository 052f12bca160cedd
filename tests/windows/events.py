"""Has Wine tell what Windows tells of every window: that it was moved, minimised, shown, named.

Wine 8 tells of windows that are made or get the focus, and of nothing else.
"""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Callable
from ctypes import wintypes as w
from pathlib import Path

_SOURCE = Path(__file__).with_name("window_events.c")
_DLL = "window_events.dll"
_AFTER_MESSAGES = 12


def build_window_events(prefix: Path) -> None:
    """Puts the hook on a prefix's C: drive."""
    dll = prefix / "drive_c" / _DLL
    subprocess.run(
        ["x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-o", dll, _SOURCE, "-luser32"],
        check=True,
        capture_output=True,
    )


def tell_window_events() -> Callable[[], object]:
    """Hooks every program; the returned function ends that. Nothing to do on a real Windows."""
    path = Path("C:/") / _DLL
    if not path.exists():
        return lambda: None
    dll = ctypes.WinDLL(str(path))  # type: ignore[attr-defined, unused-ignore]
    user = ctypes.WinDLL("user32")  # type: ignore[attr-defined, unused-ignore]
    user.SetWindowsHookExW.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, w.DWORD)
    user.SetWindowsHookExW.restype = ctypes.c_void_p
    user.UnhookWindowsHookEx.argtypes = (ctypes.c_void_p,)
    procedure = ctypes.cast(dll.after_message, ctypes.c_void_p)
    hook = user.SetWindowsHookExW(_AFTER_MESSAGES, procedure, dll._handle, 0)
    return lambda: user.UnhookWindowsHookEx(hook)
