"""Which program a window belongs to, and whether Windows lets us send keys to it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes as w
from functools import cache
from pathlib import PureWindowsPath

from desktop.platform.windows.api import advapi32, callback, kernel32, user32

_QUERY_LIMITED = 0x1000
_TOKEN_QUERY = 0x8
_INTEGRITY_LEVEL = 25
_FRAME_OF_STORE_APPS = "ApplicationFrameHost"


def process_of(window: int) -> int:
    """The process a window belongs to; 0 if it is gone."""
    process = w.DWORD()
    user32().GetWindowThreadProcessId(window, ctypes.byref(process))
    return process.value


def processes_of(window: int) -> frozenset[int]:
    """All processes with a part in a window: store apps and web views draw inside another's."""
    found = {process_of(window)}

    def add(child: int, _: int) -> bool:
        found.add(process_of(child))
        return True

    adder = callback(w.BOOL, w.HWND, w.LPARAM)(add)
    user32().EnumChildWindows(window, adder, 0)
    return frozenset(found - {0})


def program_of(window: int) -> str:
    """The program's file name without ``.exe``; empty if Windows does not tell."""
    name = program_name(process_of(window))
    if name == _FRAME_OF_STORE_APPS:
        inner = processes_of(window) - {process_of(window)}
        return next(filter(None, map(program_name, inner)), name)
    return name


def program_name(process: int) -> str:
    """A process's file name without ``.exe``; empty if Windows does not tell."""
    size = w.DWORD(32768)
    path = ctypes.create_unicode_buffer(size.value)
    with _opened(process) as handle:
        if handle and kernel32().QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(size)):
            return PureWindowsPath(path.value).stem
    return ""


def out_of_reach(window: int) -> bool:
    """Whether its program runs with higher rights than ours, so that Windows drops our keys.

    Source: Microsoft, "User Interface Privilege Isolation".
    """
    process = process_of(window)
    level = _integrity(process)
    return process != 0 and (level is None or level > _own_integrity())


@cache
def _own_integrity() -> int:
    return _level(kernel32().GetCurrentProcess()) or 0


def _integrity(process: int) -> int | None:
    """How trusted a process is; None if Windows does not even let us ask."""
    with _opened(process) as handle:
        return _level(handle) if handle else None


def _level(process: int) -> int | None:
    token = w.HANDLE()
    if not advapi32().OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        return None
    try:
        label = ctypes.create_string_buffer(128)
        size = w.DWORD()
        if not advapi32().GetTokenInformation(
            token, _INTEGRITY_LEVEL, label, len(label), ctypes.byref(size)
        ):
            return 0
        sid = ctypes.c_void_p.from_buffer(label).value
        last = ctypes.c_ubyte.from_address(advapi32().GetSidSubAuthorityCount(sid)).value - 1
        return w.DWORD.from_address(advapi32().GetSidSubAuthority(sid, last)).value
    finally:
        kernel32().CloseHandle(token)


@contextmanager
def _opened(process: int) -> Iterator[int | None]:
    handle = kernel32().OpenProcess(_QUERY_LIMITED, 0, process)
    try:
        yield handle
    finally:
        if handle:
            kernel32().CloseHandle(handle)
