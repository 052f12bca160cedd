"""Who we are to the portal: desktops grant hotkeys only to programs they know by name.

Source: XDG Desktop Portal documentation, org.freedesktop.host.portal.Registry; since 1.21 the
portal refuses hotkeys to a program that has not said its name, and the name must be that of a
desktop entry.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.platform.desktop_entry import write_entry
from desktop.platform.wayland.portal import Portal

APP_ID = "miaohui.Miaohui"
_REGISTRY = "org.freedesktop.host.portal.Registry"


def say_who_we_are(portal: Portal, command: Sequence[str], environ: Mapping[str, str]) -> None:
    """Gives the portal our name, and the desktop the entry that belongs to it.

    A portal that is older than the registry does without.

    Args:
        portal: Must not have been asked for anything yet.
        command: What starts the program.
        environ: ``os.environ``.
    """
    with suppress(OSError):  # then the desktop may refuse, and that is said
        if not _known(environ):
            write_entry(_folder(environ) / f"{APP_ID}.desktop", command)
    portal.call(_REGISTRY, "Register", "sa{sv}", (APP_ID, {}), lambda _: None)


def _folder(environ: Mapping[str, str]) -> Path:
    data = environ.get("XDG_DATA_HOME") or Path(environ.get("HOME", "~"), ".local", "share")
    return Path(data).expanduser() / "applications"


def _known(environ: Mapping[str, str]) -> bool:
    """Whether an installer has put the entry where desktops look, or we ourselves have."""
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [_folder(environ), *(Path(d) / "applications" for d in shared.split(os.pathsep))]
    return any((folder / f"{APP_ID}.desktop").exists() for folder in folders)
