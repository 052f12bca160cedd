"""Chooses the backend of the session we are in."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.platform.session import session_kind
from desktop.platform.system import Backend
from desktop.services.ports import Settings

__all__ = ["Backend", "select_backend"]


def select_backend(platform: str, environ: Mapping[str, str], settings: Settings) -> Backend:
    """The backend for this session; needs a ``QGuiApplication``.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
        settings: Keeps what the system's user has allowed us.
    """
    from PySide6.QtGui import QGuiApplication

    kind = session_kind(platform, environ)
    qt = QGuiApplication.platformName()
    if kind == "x11" and qt == "xcb":
        from desktop.platform.x11.backend import x11_backend

        return x11_backend()
    if kind == "wayland" and qt in {"wayland", "xcb"}:
        from desktop.platform.wayland.backend import wayland_backend

        return wayland_backend(settings)
    if kind == "windows" and qt == "windows":
        from desktop.platform.windows.backend import windows_backend

        return windows_backend()
    from desktop.platform.copy_only import copy_only_backend

    return copy_only_backend("none", "no_desktop")
