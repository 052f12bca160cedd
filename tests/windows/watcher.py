"""Another program on the same Windows, which tells a test what Windows says and does things there.

Speaks JSON lines: each names a public function of this module under ``do`` with its arguments; the
answer holds its value. Formats of the clipboard are named as Windows names them, the standard ones
by their number, as ``#8``.
"""

from __future__ import annotations

import ctypes
import json
import queue
import sys
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from ctypes import wintypes as w

from tests.windows.events import tell_window_events

user = ctypes.WinDLL("user32")
kernel = ctypes.WinDLL("kernel32")
ntdll = ctypes.WinDLL("ntdll")
for function in (kernel.GlobalAlloc, kernel.GlobalLock, user.GetClipboardData):
    function.restype = ctypes.c_void_p
kernel.GlobalLock.argtypes = kernel.GlobalUnlock.argtypes = (ctypes.c_void_p,)
kernel.GlobalSize.argtypes, kernel.GlobalSize.restype = (ctypes.c_void_p,), ctypes.c_size_t
user.SetClipboardData.argtypes = (w.UINT, ctypes.c_void_p)
user.SendMessageTimeoutW.argtypes = (
    *(w.HWND, w.UINT, w.WPARAM, ctypes.c_void_p, w.UINT, w.UINT, ctypes.c_void_p),
)
WM_SETTEXT, WM_GETTEXT, EM_SETSEL, WM_COPY = 0x0C, 0x0D, 0xB1, 0x0301
WM_CLIPBOARDUPDATE = 0x031D
ANSWER_CAP_MS = 5000
reading: list[bool] = []
let_go = threading.Event()
tell_no_longer: list[Callable[[], object]] = []


class _GuiThread(ctypes.Structure):
    _fields_ = (
        *((name, w.DWORD) for name in ("cbSize", "flags")),
        *((name, w.HWND) for name in ("hwndActive", "hwndFocus", "hwndCapture", "hwndMenuOwner")),
        *((name, w.HWND) for name in ("hwndMoveSize", "hwndCaret")),
        ("rcCaret", w.RECT),
    )


def find_all(title: str) -> list[int]:
    """Every such window, from the front to the back."""
    return [window for window in _shown() if title in _title(window)]


def foreground() -> int:
    """The window that has the keyboard; 0 for none."""
    return user.GetForegroundWindow() or 0


def focused() -> int:
    """The window that keys go to: the one in front may not have taken them up yet; 0 for none."""
    found = _GuiThread(cbSize=ctypes.sizeof(_GuiThread))
    user.GetGUIThreadInfo(0, ctypes.byref(found))
    return found.hwndFocus or 0


def activate(window: int) -> None:
    """What the agent's click on its title bar does."""
    user.SetForegroundWindow(window)


def minimise(window: int) -> None:
    """What a click on its minimise button does."""
    user.ShowWindow(window, 6)  # SW_MINIMIZE


def minimised(window: int) -> bool:
    """Whether it is in the task bar alone."""
    return bool(user.IsIconic(window))


def restore(window: int) -> None:
    """Brings it back from the task bar, in front."""
    user.ShowWindow(window, 9)  # SW_RESTORE


def move(window: int, left: int, top: int, width: int, height: int) -> None:
    """What dragging a window and its edges does."""
    user.SetWindowPos(window, None, left, top, width, height, 0x14)  # SWP_NOZORDER, SWP_NOACTIVATE


def end(window: int) -> None:
    """What a click on its cross does."""
    user.PostMessageW(window, 0x10, 0, 0)  # WM_CLOSE


def tell_of_windows() -> None:
    """Has Windows tell of every window, as Wine does not; until ``tell_no_more``."""
    tell_no_longer.append(tell_window_events())


def tell_no_more() -> None:
    """Leaves it as Wine has it."""
    tell_no_longer.pop()()


def place(window: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a window."""
    found = w.RECT()
    user.GetWindowRect(window, ctypes.byref(found))
    return found.left, found.top, found.right, found.bottom


def text(window: int) -> str:
    """What stands in a window's text box."""
    found = ctypes.create_unicode_buffer(1 << 16)
    _send(user.FindWindowExW(window, None, "Edit", None), WM_GETTEXT, len(found), found)
    return found.value


def clear(window: int) -> None:
    """Empties a window's text box."""
    _write(window, "")


def copy_from(window: int, text: str) -> None:
    """Has a window copy a text out of its text box."""
    box = _write(window, text)
    _send(box, EM_SETSEL, 0, -1)
    _send(box, WM_COPY, 0, None)


def _write(window: int, text: str) -> int:
    box: int = user.FindWindowExW(window, None, "Edit", None)
    _send(box, WM_SETTEXT, 0, ctypes.create_unicode_buffer(text))
    return box


def copy(formats: dict[str, str]) -> None:
    """Copies something, with every format given in base64."""
    _open()
    user.EmptyClipboard()
    for name, content in formats.items():
        user.SetClipboardData(_number(name), _memory(b64decode(content)))
    user.CloseClipboard()


def clipboard() -> list[str]:
    """The names of what is on the clipboard."""
    _open()
    numbers = []
    while number := user.EnumClipboardFormats(numbers[-1] if numbers else 0):
        numbers.append(number)
    user.CloseClipboard()
    return [_name(number) for number in numbers]


def read(name: str) -> str | None:
    """A format's bytes in base64; None if its owner does not give them."""
    _open()
    handle = user.GetClipboardData(_number(name))
    found = None
    if handle:
        size = kernel.GlobalSize(handle)
        found = b64encode(ctypes.string_at(kernel.GlobalLock(handle), size)).decode()
        kernel.GlobalUnlock(handle)
    user.CloseClipboard()
    return found


def hold_clipboard(milliseconds: int) -> None:
    """Keeps it open for so long, as a history that is slow does; returns when it is open."""
    opened = threading.Event()
    let_go.clear()

    def hold() -> None:
        _open()
        opened.set()
        let_go.wait(milliseconds / 1000)
        user.CloseClipboard()

    threading.Thread(target=hold, daemon=True).start()
    opened.wait()


def let_clipboard_go() -> None:
    """Ends that sooner."""
    let_go.set()


def read_along() -> None:
    """Reads every text the moment it is copied, as a history does that minds no marks."""
    user.AddClipboardFormatListener(own_window)
    reading.append(True)


def read_no_more() -> None:
    """Reads no longer."""
    user.RemoveClipboardFormatListener(own_window)
    reading.clear()


def take_hotkey(modifiers: int, key: int) -> bool:
    """Takes a hotkey by its Windows numbers; whether Windows gave it."""
    return bool(user.RegisterHotKey(None, key, modifiers, key))


def give_hotkey_back(key: int) -> None:
    """Gives it back."""
    user.UnregisterHotKey(None, key)


def tell_hidden(program: int, message: int, first: int, second: int) -> None:
    """Tells the hidden window of a process something, as Windows would."""
    window = 0
    while window := user.FindWindowExW(None, window, None, ""):
        owner = w.DWORD()
        user.GetWindowThreadProcessId(window, ctypes.byref(owner))
        if owner.value == program and _class(window).startswith("miaohui-"):
            _send(window, message, first, ctypes.c_void_p(second))


def press(keys: list[int]) -> None:
    """Presses keys together, as a keyboard would: X keys reach Wine through the active program."""
    for flags, chord in ((0, keys), (2, reversed(keys))):  # KEYEVENTF_KEYUP
        for key in chord:
            user.keybd_event(key, 0, flags, None)


def held() -> list[int]:
    """The keys that are down, by their Windows numbers; mouse buttons are not among them."""
    return [key for key in range(7, 255) if user.GetAsyncKeyState(key) & 0x8000]


def freeze(window: int) -> None:
    """Lets a window's program stand still until it is thawed."""
    ntdll.NtSuspendProcess(_process(window))


def thaw(window: int) -> None:
    """Lets it go on."""
    ntdll.NtResumeProcess(_process(window))


def _process(window: int) -> int:
    number = w.DWORD()
    user.GetWindowThreadProcessId(window, ctypes.byref(number))
    return kernel.OpenProcess(0x0800, False, number)  # PROCESS_SUSPEND_RESUME


def _shown() -> list[int]:
    found: list[int] = []
    window = user.GetTopWindow(None)
    while window:
        if user.IsWindowVisible(window):
            found.append(window)
        window = user.GetWindow(window, 2)  # GW_HWNDNEXT
    return found


def _title(window: int) -> str:
    found = ctypes.create_unicode_buffer(1024)
    user.GetWindowTextW(window, found, len(found))
    return found.value


def _class(window: int) -> str:
    found = ctypes.create_unicode_buffer(256)
    user.GetClassNameW(window, found, len(found))
    return found.value


def _send(window: int, message: int, first: int, second: object) -> None:
    result = ctypes.c_size_t()
    user.SendMessageTimeoutW(window, message, first, second, 0, ANSWER_CAP_MS, ctypes.byref(result))


def _open() -> None:
    while not user.OpenClipboard(own_window):
        time.sleep(0.002)


def _number(name: str) -> int:
    return int(name[1:]) if name.startswith("#") else user.RegisterClipboardFormatW(name)


def _name(number: int) -> str:
    found = ctypes.create_unicode_buffer(256)
    user.GetClipboardFormatNameW(number, found, len(found))
    return found.value or f"#{number}"


def _memory(content: bytes) -> int:
    handle = kernel.GlobalAlloc(2, len(content))
    ctypes.memmove(kernel.GlobalLock(handle), content, len(content))
    kernel.GlobalUnlock(handle)
    return handle


def _answer(line: str) -> None:
    message = json.loads(line)
    do = message.pop("do")
    print(json.dumps({"answer": do, "value": globals()[do](**message)}), flush=True)


def _work_off_messages() -> None:
    message = w.MSG()
    while user.PeekMessageW(ctypes.byref(message), None, 0, 0, 1):
        if message.message == WM_CLIPBOARDUPDATE and reading:
            read("#13")
        user.DispatchMessageW(ctypes.byref(message))


def main() -> None:
    # Wine starts its desktop now, with our pipes and not with those of a program that shall end
    user.GetDesktopWindow()
    print(json.dumps({"ready": True}), flush=True)
    lines: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        for line in sys.stdin:
            lines.put(line)
        lines.put("")

    threading.Thread(target=listen, daemon=True).start()
    while True:
        _work_off_messages()
        with suppress(queue.Empty):
            line = lines.get(timeout=0.001)
            if not line:
                return
            _answer(line)


if __name__ == "__main__":
    own_window = user.CreateWindowExW(0, "STATIC", None, 0, 0, 0, 0, 0, None, None, None, None)
    main()
