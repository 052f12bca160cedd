"""Starting with the agent's session on Windows: an entry of the user's own in the registry."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from desktop.services.ports import PortError

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what the user has switched off; an odd first byte says off."""
_NAME = "miaohui"


class RunKey:
    """Source: Microsoft, "Run and RunOnce Registry Keys"; no rights of an administrator needed."""

    def __init__(self, command: Sequence[str]) -> None:
        """Nothing is looked at or changed yet; ``command`` is what starts the program."""
        self._command = command

    def enabled(self) -> bool:
        """Whether the entry is there and was not switched off in the Task Manager."""
        return bool(_value(_RUN)) and not _switched_off(_value(_APPROVED))

    def enable(self) -> None:
        """Writes the entry, also over a switch in the Task Manager.

        Raises:
            PortError: ``refused``, the registry does not let us.
        """
        winreg = _registry()
        try:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                line = subprocess.list2cmdline(self._command)
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
        except OSError:
            raise PortError("refused") from None
        _delete(_APPROVED)

    def disable(self) -> None:
        """Takes the entry away.

        Raises:
            PortError: ``refused``, the registry does not let us.
        """
        _delete(_RUN)
        _delete(_APPROVED)


def _value(path: str) -> object:
    winreg = _registry()
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            return winreg.QueryValueEx(key, _NAME)[0]
    except OSError:
        return None


def _switched_off(value: object) -> bool:
    return isinstance(value, bytes) and bool(value[:1]) and value[0] % 2 == 1


def _delete(path: str) -> None:
    winreg = _registry()
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, access=winreg.KEY_SET_VALUE) as key:
            winreg.DeleteValue(key, _NAME)
    except FileNotFoundError:
        return
    except OSError:
        raise PortError("refused") from None


def _registry() -> ModuleType:
    """Python's door to it, which other systems do not have."""
    return import_module("winreg")
