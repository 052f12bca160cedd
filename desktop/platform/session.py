"""Which kind of desktop session this is, told without Qt so that ``doctor`` can ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Session = Literal["x11", "wayland", "windows", "macos", "none"]


def session_kind(platform: str, environ: Mapping[str, str]) -> Session:
    """The kind of session.

    A Wayland session counts as one even where X11 programs run in it (XWayland): hotkeys taken
    there would fire only while an X11 program has the focus.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    if platform == "win32":
        return "windows"
    if platform == "darwin":
        return "macos"
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if environ.get("DISPLAY") else "none"
