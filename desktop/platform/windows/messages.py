"""A hidden window of ours, for what Windows tells windows: hotkeys, the session, the clipboard.

Qt's loop hands its messages out with all others, also while a menu is open or a window is dragged.
A native event filter of Qt would run our Python for every message of every window instead.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes as w

from desktop.platform.windows.api import RESULT, callback, kernel32, user32

Handler = Callable[[int, int], int | None]
"""Gets a message's two parameters; returns the answer, or None for that of Windows."""

_TOOL_WINDOW = 0x80
_POPUP = 0x80000000


class _Class(ctypes.Structure):
    """Source: WNDCLASSW."""

    _fields_ = (
        ("style", w.UINT),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", w.HINSTANCE),
        ("icon", w.HICON),
        ("cursor", w.HANDLE),
        ("background", w.HBRUSH),
        ("menu_name", w.LPCWSTR),
        ("name", w.LPCWSTR),
    )


class MessageWindow:
    """Never shown, but a top-level window: others are not told that the machine wakes up.

    Attributes:
        handle: Its HWND.
    """

    def __init__(self) -> None:
        """Makes the window."""
        self._handlers: dict[int, Handler] = {}
        self._name = f"miaohui-{id(self)}"
        self._instance = kernel32().GetModuleHandleW(None)
        procedure = callback(RESULT, w.HWND, w.UINT, w.WPARAM, w.LPARAM)(self._receive)
        self._procedure = procedure  # Windows does not keep it alive
        address = ctypes.cast(procedure, ctypes.c_void_p)
        kind = _Class(procedure=address, instance=self._instance, name=self._name)
        user32().RegisterClassW(ctypes.byref(kind))
        self.handle: int = (
            user32().CreateWindowExW(
                _TOOL_WINDOW, self._name, "", _POPUP, 0, 0, 0, 0, None, None, self._instance, None
            )
            or 0
        )
        assert self.handle, "Windows has no room for a window"

    def listen(self, message: int, handler: Handler) -> None:
        """Has ``handler`` called for a message."""
        self._handlers[message] = handler

    def close(self) -> None:
        """Ends the window; it still answers what Windows asks of it until then."""
        user32().DestroyWindow(self.handle)
        user32().UnregisterClassW(self._name, self._instance)

    def _receive(self, window: int, message: int, first: int, second: int) -> int:
        handler = self._handlers.get(message)
        answer = handler(first, second) if handler else None
        if answer is None:
            answer = int(user32().DefWindowProcW(window, message, first, second))
        return answer
