"""What of the desktop works on this machine, found out without Qt and without a window."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.platform.session import session_kind
from desktop.services.doctor import Check
from desktop.services.ports import PortError


def diagnose_desktop(platform: str, environ: Mapping[str, str]) -> tuple[Check, ...]:
    """Display, hotkeys, paste key and target window.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    kind = session_kind(platform, environ)
    if kind == "none":
        return (Check("display", ok=False, code="no_display"),)
    display = Check("display", ok=True, code="display", values={"kind": kind})
    if kind != "x11":
        return (display, Check("hotkeys", ok=False, code="hotkeys_unsupported"))
    return _diagnose_x11(display, environ["DISPLAY"])


def _diagnose_x11(display: Check, name: str) -> tuple[Check, ...]:
    from desktop.platform.x11.connection import XConnection
    from desktop.platform.x11.focus import XFocus
    from desktop.platform.x11.keys import XKeys

    try:
        connection = XConnection()
    except PortError:
        return (Check("display", ok=False, code="no_x11", values={"display": name}),)
    try:
        obstacle = XKeys(connection).obstacle()
        target = XFocus(connection).current()
    finally:
        connection.close()
    program = (target.program or str(target.window)) if target else ""
    return (
        display,
        Check("hotkeys", ok=True, code="hotkeys"),
        Check("keys", ok=obstacle is None, code=obstacle or "keys"),
        Check(
            "target", target is not None, "target" if target else "no_target", {"program": program}
        ),
    )


def display_answers(environ: Mapping[str, str]) -> bool:
    """Whether Qt will find the display; it would end the whole process if not."""
    if environ.get("WAYLAND_DISPLAY") or environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return True
    if not environ.get("DISPLAY"):
        return False
    from Xlib.support.connect import get_display, get_socket

    try:
        name, protocol, host, number, _screen = get_display(environ["DISPLAY"])
        get_socket(name, protocol, host, number).close()  # type: ignore[arg-type] # the stub is wrong
    except Exception:  # noqa: BLE001 - whatever it is, there is no display to be had
        return False
    return True
