"""The Wayland backend."""

from __future__ import annotations

from desktop.platform.copy_only import copy_only_backend
from desktop.platform.system import Backend


def wayland_backend() -> Backend:
    """Copies only: hotkeys and keys say ``unsupported``."""
    return copy_only_backend("wayland", "unsupported")
