"""The program as an agent has it, started with ``python -m desktop``."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop.core.hotkeys import parse_hotkey
from desktop.platform.paths import Paths
from desktop.platform.single_instance import server_name
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.e2e.desktop.session import Desktop, eventually

WINDOW = "秒回"


class Miaohui:
    """One run; ``start`` may be called again for a second one on the same data."""

    def __init__(
        self,
        desktop: Desktop,
        home: Path,
        *,
        pins: tuple[str, ...] = (),
        hotkeys: Mapping[str, str] | None = None,
        settings: Mapping[str, str] | None = None,
        args: tuple[str, ...] = (),
    ) -> None:
        """Starts it and waits for its window.

        Args:
            desktop: Where.
            home: Its data folder.
            pins: Ids of phrases that are pinned before it starts.
            hotkeys: Phrase ids and the hotkeys they have before it starts.
            settings: Settings that are kept before it starts.
            args: Its arguments.
        """
        self.desktop = desktop
        self.home = home
        self._args = args
        if pins or hotkeys or settings:
            prepare(home, pins, hotkeys, settings)
        before = set(desktop.folder.glob("*.log"))
        self.process = self.start()
        self._log = next(iter(set(desktop.folder.glob("*.log")) - before))
        desktop.await_window(WINDOW)
        eventually(lambda: listens(home), "the program hears its hotkeys")

    def start(self) -> subprocess.Popen[bytes]:
        env = {"MIAOHUI_HOME": str(self.home), "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"}
        return self.desktop.start([sys.executable, "-m", "desktop", *self._args], env=env)

    def said(self) -> str:
        """Everything the first run wrote to its output."""
        return self._log.read_text(encoding="utf-8")

    def setting(self, key: str) -> str | None:
        """What is on disk."""
        path = Paths(self.home, self.home).database
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            found = db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        finally:
            db.close()
        return found[0] if found else None

    def type(self, text: str) -> None:
        self.desktop.run("xdotool", "type", "--delay", "15", text)

    def come(self, hotkey: str) -> None:
        """Presses a hotkey that brings the window here with the focus."""
        self.desktop.press(hotkey)
        eventually(self.has_focus, "the window has the focus")

    def has_focus(self) -> bool:
        """Whether keys go to it: the window manager says so a little earlier."""
        focused = self.desktop.run("xdotool", "getwindowfocus", "getwindowname").decode()
        return WINDOW in self.desktop.active_title() and WINDOW in focused


def listens(home: Path) -> bool:
    """Whether the program has its hotkeys: right after them it begins to hear other starts."""
    with socket.socket(socket.AF_UNIX) as asked:
        return asked.connect_ex(str(Path(tempfile.gettempdir()) / server_name(home))) == 0


def prepare(
    home: Path,
    pins: tuple[str, ...],
    hotkeys: Mapping[str, str] | None = None,
    settings: Mapping[str, str] | None = None,
) -> None:
    """Makes a data folder with pins, phrases' hotkeys and settings in it."""
    home.mkdir(parents=True, exist_ok=True)
    database = Database(Paths(home, home).database, lambda: datetime.now(UTC))
    store = SqlitePersonalStore(database)
    store.set_pins(pins)
    for phrase_id, keys in (hotkeys or {}).items():
        store.set_hotkey(phrase_id, parse_hotkey(keys))
    for key, value in (settings or {}).items():
        store.set_setting(key, value)
    database.close()
