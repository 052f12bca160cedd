"""What Windows tells about the control that gets the keys: a password field, an input method."""

from __future__ import annotations

import ctypes
from ctypes import wintypes as w

from desktop.platform.windows.api import imm32, user32

_STYLE = -16
_PASSWORD = 0x20
_IME_CONTROL, _GET_CONVERSION_MODE, _GET_OPEN_STATUS = 0x0283, 1, 5
_NATIVE = 1
_NOT_IF_HUNG = 2
_CAP_MS = 50


class _ThreadState(ctypes.Structure):
    """Source: GUITHREADINFO."""

    _fields_ = (
        ("size", w.DWORD),
        ("flags", w.DWORD),
        ("active", w.HWND),
        ("focus", w.HWND),
        ("capture", w.HWND),
        ("menu_owner", w.HWND),
        ("move_size", w.HWND),
        ("caret", w.HWND),
        ("caret_place", w.RECT),
    )


def is_password() -> bool:
    """Whether it is one of Windows' edit controls and hides what is typed.

    Programs that draw their own fields, browsers above all, do not tell.
    """
    control = _focused()
    name = ctypes.create_unicode_buffer(256)
    user32().GetClassNameW(control, name, len(name))
    # elsewhere this bit of the style means something else
    return "edit" in name.value.lower() and bool(
        user32().GetWindowLongPtrW(control, _STYLE) & _PASSWORD
    )


def composing() -> bool:
    """Whether an input method is set to its own language there, or the program does not answer.

    That is asked of the input method's window in the program, since what it composes at the moment
    is nobody else's to know. In its English mode keys are characters.
    """
    window = imm32().ImmGetDefaultIMEWnd(_focused())
    if not window:
        return False
    is_open, mode = (_ask(window, what) for what in (_GET_OPEN_STATUS, _GET_CONVERSION_MODE))
    return is_open is None or mode is None or bool(is_open and mode & _NATIVE)


def takes_keys(window: int) -> bool:
    """Whether its program has taken up the keyboard, if it is in front; True if nobody tells."""
    state = _state_of(window)
    return state is None or bool(state.focus)


def _focused() -> int:
    """The control that gets the keys; the foreground window if that is not told."""
    window = user32().GetForegroundWindow()
    state = _state_of(window)
    return int((state and state.focus) or window or 0)


def _state_of(window: int) -> _ThreadState | None:
    state = _ThreadState(size=ctypes.sizeof(_ThreadState))
    thread = user32().GetWindowThreadProcessId(window, None)
    return state if user32().GetGUIThreadInfo(thread, ctypes.byref(state)) else None


def _ask(window: int, what: int) -> int | None:
    answer = ctypes.c_size_t()
    answered = user32().SendMessageTimeoutW(
        window, _IME_CONTROL, what, 0, _NOT_IF_HUNG, _CAP_MS, ctypes.byref(answer)
    )
    return answer.value if answered else None
