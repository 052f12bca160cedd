"""The Wayland backend."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from desktop.platform.copy_only import copy_only_backend
from desktop.platform.later import later
from desktop.platform.missing import NoTyping
from desktop.platform.system import Backend
from desktop.platform.wayland.attention import Attention
from desktop.platform.wayland.clipboard import FocusedClipboard
from desktop.platform.wayland.focus import FrontFocus
from desktop.platform.wayland.windows import WaylandWindows
from desktop.services.ports import Clipboard, Settings

if TYPE_CHECKING:
    from desktop.platform.wayland.parts import Parts
    from desktop.platform.wayland.portal_clipboard import PortalClipboard


def wayland_backend(settings: Settings) -> Backend:
    """Hotkeys and keys through the desktop portal, which is looked for when first needed.

    Args:
        settings: Keeps what the user has allowed.
    """
    backend = copy_only_backend("wayland", "wayland")
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    attention = Attention(application)
    focused = FocusedClipboard(attention)

    @cache
    def parts() -> Parts:
        from desktop.platform.wayland.parts import connect

        return connect(backend.scheduler, backend.clock, settings)

    def portal_clipboard() -> PortalClipboard | None:
        found = parts().clipboard if parts.cache_info().currsize else None
        return found if found and found.granted() else None

    def clipboard() -> Clipboard:
        return portal_clipboard() or focused

    def may_copy() -> bool:
        return attention.given or portal_clipboard() is not None

    def close() -> None:
        if parts.cache_info().currsize:
            parts().close()

    return replace(
        backend,
        hotkeys=later(lambda: parts().hotkeys),
        keys=later(lambda: parts().keys),
        typing=NoTyping("wayland"),
        focus=FrontFocus(backend.scheduler),
        clipboard=later(clipboard),
        windows=WaylandWindows(backend.scheduler, may_copy),
        close=close,
    )
