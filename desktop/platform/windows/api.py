"""The functions of Windows that we call, with their types; a library is loaded at its first use."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from ctypes import wintypes as w
from functools import cache
from typing import Any

SIZE = ctypes.c_size_t
RESULT = ctypes.c_ssize_t
POINTER = ctypes.c_void_p

_Types = Mapping[str, tuple[Any, ...]]
"""A function's name to the type of its result and those of its arguments."""

_USER: _Types = {
    # windows and messages
    "CreateWindowExW": (
        *(w.HWND, w.DWORD, w.LPCWSTR, w.LPCWSTR, w.DWORD, *[ctypes.c_int] * 4),
        *(w.HWND, w.HMENU, w.HINSTANCE, POINTER),
    ),
    "DispatchMessageW": (RESULT, POINTER),
    "PeekMessageW": (w.BOOL, POINTER, w.HWND, w.UINT, w.UINT, w.UINT),
    "DefWindowProcW": (RESULT, w.HWND, w.UINT, w.WPARAM, w.LPARAM),
    "DestroyWindow": (w.BOOL, w.HWND),
    "RegisterClassW": (w.ATOM, POINTER),
    "UnregisterClassW": (w.BOOL, w.LPCWSTR, w.HINSTANCE),
    "SendMessageTimeoutW": (RESULT, w.HWND, w.UINT, w.WPARAM, w.LPARAM, w.UINT, w.UINT, POINTER),
    "EnumChildWindows": (w.BOOL, w.HWND, POINTER, w.LPARAM),
    "GetAncestor": (w.HWND, w.HWND, w.UINT),
    "GetClassNameW": (ctypes.c_int, w.HWND, w.LPWSTR, ctypes.c_int),
    "GetCursorPos": (w.BOOL, POINTER),
    "GetForegroundWindow": (w.HWND,),
    "GetMessageTime": (w.LONG,),
    "GetMonitorInfoW": (w.BOOL, w.HMONITOR, POINTER),
    "GetTopWindow": (w.HWND, w.HWND),
    "GetWindow": (w.HWND, w.HWND, w.UINT),
    "GetWindowLongPtrW": (RESULT, w.HWND, ctypes.c_int),
    "GetWindowRect": (w.BOOL, w.HWND, POINTER),
    "GetWindowTextW": (ctypes.c_int, w.HWND, w.LPWSTR, ctypes.c_int),
    "GetWindowThreadProcessId": (w.DWORD, w.HWND, POINTER),
    "IsIconic": (w.BOOL, w.HWND),
    "IsWindow": (w.BOOL, w.HWND),
    "IsWindowVisible": (w.BOOL, w.HWND),
    "IsZoomed": (w.BOOL, w.HWND),
    "MonitorFromWindow": (w.HMONITOR, w.HWND, w.DWORD),
    "SetForegroundWindow": (w.BOOL, w.HWND),
    "SetWindowLongPtrW": (RESULT, w.HWND, ctypes.c_int, RESULT),
    "SetWinEventHook": (w.HANDLE, w.UINT, w.UINT, w.HMODULE, POINTER, w.DWORD, w.DWORD, w.UINT),
    "SetWindowPos": (w.BOOL, w.HWND, w.HWND, *[ctypes.c_int] * 4, w.UINT),
    "ShowWindowAsync": (w.BOOL, w.HWND, ctypes.c_int),
    "UnhookWinEvent": (w.BOOL, w.HANDLE),
    "WindowFromPoint": (w.HWND, w.POINT),
    # the keyboard
    "GetAsyncKeyState": (w.SHORT, ctypes.c_int),
    "GetGUIThreadInfo": (w.BOOL, w.DWORD, POINTER),
    "GetKeyboardLayout": (w.HKL, w.DWORD),
    "GetRawInputData": (w.UINT, w.HANDLE, w.UINT, POINTER, POINTER, w.UINT),
    "MapVirtualKeyW": (w.UINT, w.UINT, w.UINT),
    "RegisterHotKey": (w.BOOL, w.HWND, ctypes.c_int, w.UINT, w.UINT),
    "RegisterRawInputDevices": (w.BOOL, POINTER, w.UINT, w.UINT),
    "SendInput": (w.UINT, w.UINT, POINTER, ctypes.c_int),
    "UnregisterHotKey": (w.BOOL, w.HWND, ctypes.c_int),
    "VkKeyScanExW": (w.SHORT, w.WCHAR, w.HKL),
    # the clipboard
    "CloseClipboard": (w.BOOL,),
    "EmptyClipboard": (w.BOOL,),
    "EnumClipboardFormats": (w.UINT, w.UINT),
    "GetClipboardData": (w.HANDLE, w.UINT),
    "GetClipboardFormatNameW": (ctypes.c_int, w.UINT, w.LPWSTR, ctypes.c_int),
    "GetClipboardOwner": (w.HWND,),
    "GetOpenClipboardWindow": (w.HWND,),
    "OpenClipboard": (w.BOOL, w.HWND),
    "RegisterClipboardFormatW": (w.UINT, w.LPCWSTR),
    "SetClipboardData": (w.HANDLE, w.UINT, w.HANDLE),
}
_KERNEL: _Types = {
    "CloseHandle": (w.BOOL, w.HANDLE),
    "GetCurrentProcess": (w.HANDLE,),
    "GetTickCount": (w.DWORD,),
    "GetModuleHandleW": (w.HMODULE, w.LPCWSTR),
    "GlobalAlloc": (w.HGLOBAL, w.UINT, SIZE),
    "GlobalFree": (w.HGLOBAL, w.HGLOBAL),
    "GlobalLock": (POINTER, w.HGLOBAL),
    "GlobalSize": (SIZE, w.HGLOBAL),
    "GlobalUnlock": (w.BOOL, w.HGLOBAL),
    "OpenProcess": (w.HANDLE, w.DWORD, w.BOOL, w.DWORD),
    "QueryFullProcessImageNameW": (w.BOOL, w.HANDLE, w.DWORD, w.LPWSTR, POINTER),
}
_GDI: _Types = {
    "DeleteEnhMetaFile": (w.BOOL, w.HANDLE),
    "GetEnhMetaFileBits": (w.UINT, w.HANDLE, w.UINT, POINTER),
    "SetEnhMetaFileBits": (w.HANDLE, w.UINT, POINTER),
}
_ADVAPI: _Types = {
    "GetSidSubAuthority": (POINTER, POINTER, w.DWORD),
    "GetSidSubAuthorityCount": (POINTER, POINTER),
    "GetTokenInformation": (w.BOOL, w.HANDLE, ctypes.c_int, POINTER, w.DWORD, POINTER),
    "OpenProcessToken": (w.BOOL, w.HANDLE, w.DWORD, POINTER),
}
_DWMAPI: _Types = {
    "DwmGetWindowAttribute": (ctypes.c_long, w.HWND, w.DWORD, POINTER, w.DWORD),
}
_WTSAPI: _Types = {
    "WTSRegisterSessionNotification": (w.BOOL, w.HWND, w.DWORD),
    "WTSUnRegisterSessionNotification": (w.BOOL, w.HWND),
}


@cache
def user32() -> Any:
    """Windows, keys, the clipboard."""
    return _load("user32", _USER)


@cache
def kernel32() -> Any:
    """Memory, processes."""
    return _load("kernel32", _KERNEL)


@cache
def imm32() -> Any:
    """Input methods."""
    return _load("imm32", {"ImmGetDefaultIMEWnd": (w.HWND, w.HWND)})


@cache
def gdi32() -> Any:
    """Drawings."""
    return _load("gdi32", _GDI)


@cache
def advapi32() -> Any:
    """Rights."""
    return _load("advapi32", _ADVAPI)


@cache
def dwmapi() -> Any:
    """What is seen of windows."""
    return _load("dwmapi", _DWMAPI)


@cache
def wtsapi32() -> Any:
    """The user's session."""
    return _load("wtsapi32", _WTSAPI)


def callback(result: Any, *arguments: Any) -> Any:
    """The type of a function of ours that Windows calls."""
    return ctypes.WINFUNCTYPE(result, *arguments)  # type: ignore[attr-defined, unused-ignore]


def _load(name: str, types: _Types) -> Any:
    library = ctypes.WinDLL(name)  # type: ignore[attr-defined, unused-ignore]
    for function_name, (result, *arguments) in types.items():
        function = getattr(library, function_name)
        function.restype, function.argtypes = result, arguments
    return library
