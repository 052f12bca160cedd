"""A window with Windows' own edit control; with ``--password`` it hides what is typed."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes as w

TITLE = "EDIT BOX"
SHOWN_WINDOW, SHOWN_CHILD = 0x10CF0000, 0x50000000
MULTILINE, PASSWORD = 0x4, 0x20


def main() -> None:
    user = ctypes.WinDLL("user32")
    user.CreateWindowExW.restype = w.HWND
    user.CreateWindowExW.argtypes = (
        *(w.DWORD, w.LPCWSTR, w.LPCWSTR, w.DWORD, *[ctypes.c_int] * 4),
        *(w.HWND, w.HMENU, w.HINSTANCE, ctypes.c_void_p),
    )
    place = (50, 50, 400, 200)
    window = user.CreateWindowExW(0, "#32770", TITLE, SHOWN_WINDOW, *place, None, None, None, None)
    kind = PASSWORD if "--password" in sys.argv else MULTILINE
    inside = (0, 0, 390, 150)
    box = user.CreateWindowExW(0, "Edit", "", SHOWN_CHILD | kind, *inside, window, None, None, None)
    user.SetFocus(box)
    message = w.MSG()
    while user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
        user.TranslateMessage(ctypes.byref(message))
        user.DispatchMessageW(ctypes.byref(message))


if __name__ == "__main__":
    main()
