"""The Wayland backend."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.platform.copy_only import copy_only_backend
from desktop.platform.missing import NoTyping
from desktop.platform.system import Backend


def wayland_backend() -> Backend:
    """Copies only: hotkeys and keys say ``unsupported``, and no program sees what is typed."""
    backend = copy_only_backend("wayland", "unsupported")
    return replace(backend, typing=NoTyping("wayland"))
