"""The entry that starts the program with the session, as Windows takes it."""

from __future__ import annotations

import ctypes
import winreg

from desktop.platform.windows.autostart import _APPROVED, _NAME, _RUN, RunKey

COMMAND = (r"C:\shop tools\100% miaohui.exe", "--it's", 'a "test"', "back\\slash %PATH%")


def test_switched_off_in_the_task_manager_is_off_until_switched_on_here() -> None:
    run_key = RunKey(COMMAND)
    run_key.enable()
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _APPROVED) as key:
        winreg.SetValueEx(key, _NAME, 0, winreg.REG_BINARY, b"\x03" + bytes(11))
    assert not run_key.enabled()
    run_key.enable()
    assert run_key.enabled()
    run_key.disable()


def test_registry_starts_the_program_with_its_arguments_as_they_are() -> None:
    RunKey(COMMAND).enable()
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
        line = winreg.QueryValueEx(key, _NAME)[0]
    count = ctypes.c_int()
    split = ctypes.windll.shell32.CommandLineToArgvW
    split.restype = ctypes.POINTER(ctypes.c_wchar_p)
    assert tuple(split(line, ctypes.byref(count))[: len(COMMAND)]) == COMMAND
    assert count.value == len(COMMAND)
    RunKey(COMMAND).disable()
