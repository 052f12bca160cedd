"""What of the desktop works on this machine, found out without Qt and without a window."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.core.hotkeys import Hotkey
from desktop.platform.session import session_kind
from desktop.services.doctor import Check
from desktop.services.ports import Hotkeys, PortError

if TYPE_CHECKING:
    from desktop.platform.x11.focus import XFocus


def diagnose_desktop(platform: str, environ: Mapping[str, str]) -> tuple[Check, ...]:
    """Display, paste key and target window.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    kind = session_kind(platform, environ)
    if kind in {"none", "macos"}:
        return (Check("display", ok=False, code="macos" if kind == "macos" else "no_display"),)
    display = Check("display", ok=True, code="display", values={"kind": kind})
    if kind == "x11":
        return _diagnose_x11(display, environ["DISPLAY"])
    return _diagnose_wayland(display) if kind == "wayland" else _diagnose_windows(display)


def _diagnose_wayland(display: Check) -> tuple[Check, ...]:
    from desktop.platform.wayland.diagnosis import keys_obstacle

    obstacle = keys_obstacle()
    keys = Check("keys", ok=obstacle is None, code=obstacle or "keys_by_portal")
    return display, keys, Check("target", ok=True, code="target_in_front")


def _diagnose_windows(display: Check) -> tuple[Check, ...]:
    from desktop.platform.windows.diagnosis import check_keys, check_target

    return display, check_keys(), check_target()


def _diagnose_x11(display: Check, name: str) -> tuple[Check, ...]:
    from desktop.platform.x11.connection import XConnection
    from desktop.platform.x11.focus import XFocus
    from desktop.platform.x11.held_key import HeldKey
    from desktop.platform.x11.keys import XKeys

    try:
        connection = XConnection()
    except PortError:
        return (Check("display", ok=False, code="no_x11", values={"display": name}),)
    try:
        focus = XFocus(connection)
        obstacle = XKeys(connection, HeldKey(connection), focus.is_active).obstacle()
        keys = Check("keys", ok=obstacle is None, code=obstacle or "keys")
        return display, keys, _check_target(focus)
    finally:
        connection.close()


def _check_target(focus: XFocus) -> Check:
    target = focus.current()
    if target is None:
        told = focus.managed()
        return Check("target", told, "nothing_active" if told else "no_target")
    program = target.program or str(target.window)
    return Check("target", ok=True, code="target", values={"program": program})


def try_hotkeys(
    platform: str, environ: Mapping[str, str], wanted: Mapping[str, Hotkey]
) -> dict[str, str]:
    """Takes each hotkey and gives it back; why not, for each command that cannot have its own.

    Where the desktop's user grants them, nobody is asked: only whether they could be.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
        wanted: Command to its hotkey.
    """
    kind = session_kind(platform, environ)
    if kind == "x11":
        return _try_x11(wanted)
    if kind == "wayland":
        from desktop.platform.wayland.diagnosis import hotkeys_obstacle

        obstacle = hotkeys_obstacle()
        return dict.fromkeys(wanted, obstacle) if obstacle else {}
    if kind == "windows":
        from desktop.platform.windows.diagnosis import borrowed_hotkeys

        with borrowed_hotkeys() as hotkeys:
            return refused_by(hotkeys, wanted)
    return dict.fromkeys(wanted, "no_desktop")


def typing_obstacle(platform: str, environ: Mapping[str, str]) -> str | None:
    """None, or why what is typed cannot be seen here, as a short code.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    kind = session_kind(platform, environ)
    if kind == "x11":
        return _record_obstacle()
    return {"windows": None, "wayland": "wayland"}.get(kind, "no_desktop")


def docking_obstacle(platform: str, environ: Mapping[str, str]) -> str | None:
    """None, or why the window cannot stand beside others here, as a short code.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    kind = session_kind(platform, environ)
    missing = {"none": "no_desktop", "macos": "no_desktop", "wayland": "wayland"}
    return missing.get(kind)


def _record_obstacle() -> str | None:
    from desktop.platform.x11.connection import XConnection

    try:
        connection = XConnection()
    except PortError as error:
        return error.code
    try:
        with connection.talking() as display:
            return None if display.has_extension("RECORD") else "no_record"
    finally:
        connection.close()


def clipboard_holder(platform: str) -> str | None:
    """The program that keeps the clipboard from all others, where the system tells; else None.

    Args:
        platform: ``sys.platform``.
    """
    if platform != "win32":
        return None
    from desktop.platform.windows.diagnosis import clipboard_holder

    return clipboard_holder()


def starts_with_session(platform: str) -> bool:
    """Whether the program starts when the agent logs in.

    Args:
        platform: ``sys.platform``.
    """
    if platform == "win32":
        from desktop.platform.launch import command
        from desktop.platform.windows.autostart import RunKey

        return RunKey(command()).enabled()
    from desktop.platform.autostart import xdg_autostart

    return xdg_autostart().enabled()


def _try_x11(wanted: Mapping[str, Hotkey]) -> dict[str, str]:
    from desktop.platform.x11.connection import XConnection
    from desktop.platform.x11.held_key import HeldKey
    from desktop.platform.x11.hotkeys import XHotkeys

    try:
        connection = XConnection()
    except PortError as error:
        return dict.fromkeys(wanted, error.code)
    try:
        return refused_by(XHotkeys(connection, HeldKey(connection)), wanted)
    finally:
        connection.close()


def refused_by(hotkeys: Hotkeys, wanted: Mapping[str, Hotkey]) -> dict[str, str]:
    """Takes each hotkey and gives it back; the reason for each that cannot be had."""
    refused = {}
    for command, hotkey in wanted.items():
        reason = hotkeys.bind(hotkey, lambda: None)
        if reason:
            refused[command] = reason
        else:
            hotkeys.release(hotkey)
    return refused


def window_obstacle(platform: str, environ: Mapping[str, str]) -> str | None:
    """Why no window can be opened here, as a short code: ``macos`` or ``no_display``; else None.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    if platform == "darwin":
        return "macos"
    return "no_display" if platform == "linux" and not _display_answers(environ) else None


def _display_answers(environ: Mapping[str, str]) -> bool:
    """Whether Qt will find the display; it would end the whole process if not."""
    if environ.get("WAYLAND_DISPLAY") or environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return True
    name = environ.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", name)
    return _listens(local[1]) if local else bool(name)  # Qt asks other machines itself


def _listens(number: str) -> bool:
    """Whether an X server of this machine answers at its socket, abstract or in the file system."""
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    for address in (f"\0{path}", path):
        with suppress(OSError), socket.socket(socket.AF_UNIX) as asked:
            asked.connect(address)
            return True
    return False
