"""The Windows backend."""

from __future__ import annotations

from desktop.platform.copy_only import copy_only_backend
from desktop.platform.system import Backend


def windows_backend() -> Backend:
    """Copies only: hotkeys and keys say ``unsupported``."""
    return copy_only_backend("windows", "unsupported")
