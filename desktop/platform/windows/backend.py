"""The Windows backend."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.platform.copy_only import copy_only_backend
from desktop.platform.launch import command
from desktop.platform.system import Backend
from desktop.platform.windows.autostart import RunKey


def windows_backend() -> Backend:
    """Copies only: hotkeys and keys say ``unsupported``."""
    return replace(copy_only_backend("windows", "unsupported"), autostart=RunKey(command()))
