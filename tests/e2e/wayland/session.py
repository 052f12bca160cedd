"""A Wayland desktop of our own: sway without a screen, a keyboard that wtype plays."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop.session import Processes, eventually, required

SETTINGS = """output * bg #334455 solid_color
output * resolution 1280x800
focus_follows_mouse no
default_border none
for_window [title=".*"] floating enable
"""
PROGRAMS = ("sway", "swaymsg", "wtype", "grim", "wl-copy", "wl-paste", "dbus-daemon")
NOBODY = 65534
FOR_EVER_MS = "86400000"


class WaylandDesktop(Processes):
    """Its programs are on a session bus; nothing of X11 is there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.env |= {"XDG_SESSION_TYPE": "wayland", "QT_QPA_PLATFORM": "wayland"}
        try:
            self.start_bus()
            self._start_sway()
        except BaseException:
            self.close()
            raise

    def _start_sway(self) -> None:
        runtime = Path(self.env["XDG_RUNTIME_DIR"])
        settings = self.folder / "sway"
        settings.write_text(SETTINGS, encoding="utf-8")
        as_nobody: list[str] = []
        if os.geteuid() == 0:  # sway refuses to run as root
            as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            os.chown(runtime, NOBODY, NOBODY)
            for folder in (self.folder, *self.folder.parents):
                with contextlib.suppress(OSError):
                    folder.chmod(folder.stat().st_mode | 0o055)
        no_screen = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman"}
        self.start(
            [*as_nobody, "sway", "-c", str(settings)],
            env={**no_screen, "WLR_LIBINPUT_NO_DEVICES": "1", "HOME": str(self.folder)},
        )
        sockets = (("WAYLAND_DISPLAY", "wayland-?"), ("SWAYSOCK", "sway-ipc.*"))
        for name, pattern in sockets:
            found = eventually(lambda p=pattern: list(runtime.glob(p)), "sway")  # type: ignore[misc]
            self.env[name] = found[0].name if name == "WAYLAND_DISPLAY" else str(found[0])
        # while no keyboard is plugged in, no window has the keyboard
        self.start(["wtype", "-s", FOR_EVER_MS])

    def windows(self) -> list[dict[str, Any]]:
        """Every window: its ``name``, whether ``focused``, its ``rect``."""
        return list(_windows(json.loads(self.run("swaymsg", "-t", "get_tree"))))

    def active_title(self) -> str:
        return next((window["name"] for window in self.windows() if window["focused"]), "")

    def activate(self, title: str) -> None:
        self.run("swaymsg", f'[title="{title}"] focus')
        eventually(lambda: self.active_title() == title, f"{title} active")

    def type(self, text: str) -> None:
        self.run("wtype", "-d", "10", text)

    def press(self, key: str, *modifiers: str) -> None:
        """Presses a key by its keysym's name while modifiers are held."""
        held = [word for modifier in modifiers for word in ("-M", modifier)]
        self.run("wtype", *held, "-k", key)

    def copy(self, text: str) -> None:
        """Another program copies."""
        owner = self.start(["wl-copy", "--foreground"], stdin=subprocess.PIPE)
        assert owner.stdin
        owner.stdin.write(text.encode())
        owner.stdin.close()
        eventually(lambda: self.pasted() == text, "the copy on the clipboard")

    def pasted(self) -> str:
        """What any program would get from the clipboard; empty for nothing."""
        with contextlib.suppress(subprocess.CalledProcessError):
            return self.run("wl-paste", "--no-newline").decode()
        return ""

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("grim", str(path))


@contextlib.contextmanager
def wayland_desktop(folder: Path) -> Iterator[WaylandDesktop]:
    """As ``WaylandDesktop``, closed at the end."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if absent and required():
        pytest.fail(f"missing: {', '.join(absent)}")
    if absent:
        pytest.skip(f"no Wayland desktop to test on: {', '.join(absent)} missing")
    shown = WaylandDesktop(folder)
    try:
        yield shown
    finally:
        shown.close()


def _windows(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if node.get("pid"):
        yield node
    for inner in (*node.get("nodes", ()), *node.get("floating_nodes", ())):
        yield from _windows(inner)
