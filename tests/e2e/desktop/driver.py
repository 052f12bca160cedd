"""Our backend and insertion service in a process of their own, without the window.

Speaks JSON lines: each names a public method of ``Driver`` under ``do`` with its arguments; the
answer holds its value. Hotkeys, outcomes and readings are said as they come.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from base64 import b64decode, b64encode
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QRasterWindow

from desktop.core.hotkeys import parse_hotkey
from desktop.core.pasting import PasteRule, PasteRules
from desktop.platform.backend import select_backend
from desktop.services.insertion import InsertionService, Outcome
from desktop.services.ports import PortError, Snapshot, Target
from tests.e2e.desktop.contents import Coded, decoded
from tests.e2e.desktop.session import eventually
from tests.fakes.personal import FakePersonalStore


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


class Lines(QObject):
    """What is told on the standard input, line by line on Qt's loop; empty at its end."""

    told = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        rest = b""
        while data := os.read(0, 1 << 20):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self.told.emit(line)
        self.told.emit(b"")


class Window(QRasterWindow):
    """A window of ours that tells when it is clicked."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        say(clicked=True)


class Driver:
    def __init__(self, app: QGuiApplication) -> None:
        self._app = app
        self._backend = select_backend(sys.platform, os.environ, FakePersonalStore())
        b = self._backend
        self._rules = PasteRules()
        self._insertion = InsertionService(
            b.clipboard, b.focus, b.keys, b.scheduler, b.clock, lambda: self._rules
        )
        self._window = Window()
        b.hotkeys.tell_changes(lambda: say(hotkeys_changed=True))
        self._lines = Lines()
        self._lines.told.connect(self._read)
        say(ready=True, name=b.name)

    def bind(self, hotkey: str, text: str) -> str | None:
        return self._backend.hotkeys.bind(
            parse_hotkey(hotkey), partial(self._pressed, hotkey, text)
        )

    def release(self, hotkey: str) -> None:
        self._backend.hotkeys.release(parse_hotkey(hotkey))

    def lose_hotkeys(self) -> None:
        """What Windows does with them at times: they are gone, and nobody is told."""
        from desktop.platform.windows.api import user32

        hotkeys: Any = self._backend.hotkeys
        for number in hotkeys._taken.values():
            user32().UnregisterHotKey(hotkeys._window.handle, number)

    def process(self) -> int:
        return os.getpid()

    def insert(self, text: str, window: int) -> None:
        self._insertion.insert((text,), Target(window), partial(self._done, text))

    def insert_parts(
        self, name: str, parts: list[Coded], window: int, send: bool, **rule: object
    ) -> None:
        """Brings several parts to a window by a rule; the outcome bears the name."""
        self._rules = PasteRules(replace(PasteRule(), **rule))  # type: ignore[arg-type]
        contents = tuple(decoded(part) for part in parts)
        self._insertion.insert(contents, Target(window), partial(self._done, name), send=send)

    def current(self) -> int | None:
        target = self._backend.focus.current()
        return target.window if target else None

    def snapshot(self) -> dict[str, str]:
        formats = self._backend.clipboard.snapshot().formats
        return {name: b64encode(content).decode() for name, content in formats.items()}

    def offer(self, content: Coded, window: int) -> None:
        self._backend.clipboard.offer(
            decoded(content), Target(window), lambda by_target: say(read=True, by_target=by_target)
        )

    def put(self, content: Coded) -> None:
        self._backend.clipboard.put(decoded(content))

    def put_right_after_a_copy(self, text: str) -> None:
        """Another program copies while our loop stands still, so that Qt has not heard of it."""
        from desktop.platform.x11.connection import XConnection
        from desktop.platform.x11.selection import XSelection

        connection = XConnection()
        selection = XSelection(connection)
        before = selection.owner()
        subprocess.run(
            ["xclip", "-selection", "clipboard", "-i"],
            input=b"other",
            stdout=subprocess.DEVNULL,
            check=True,
        )
        eventually(lambda: selection.owner() != before, "the copy")
        connection.close()
        self._backend.clipboard.put(text)

    def restore(self, formats: dict[str, str]) -> None:
        held = {name: b64decode(content) for name, content in formats.items()}
        self._backend.clipboard.restore(Snapshot(held))

    def hear_of_windows(self) -> None:
        """Wine tells of windows as Windows does, from now on."""
        from tests.windows.events import tell_window_events

        tell_window_events()

    def stand_still(self, until: str) -> None:
        """Hears of nothing until this file is there, as while a lot of work is done."""
        say(still=True)
        eventually(Path(until).exists, "the end of standing still")

    def ours(self) -> bool:
        return self._backend.clipboard.ours()

    def show(self, title: str) -> int:
        """Shows a window of ours that takes no focus; returns its number."""
        self._window.setTitle(title)
        self._window.setFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._window.setGeometry(500, 500, 200, 150)
        self._window.create()
        self.accept(accepts=False)
        self._window.show()
        return int(self._window.winId())

    def hide(self) -> None:
        self._window.hide()

    def accept(self, accepts: bool) -> None:
        self._backend.windows.set_accepts_focus(int(self._window.winId()), accepts)

    def take_focus(self) -> None:
        """What search mode does, in one go."""
        self.accept(accepts=True)
        self._backend.windows.activate(int(self._window.winId()))

    def activate(self, window: int) -> None:
        self._backend.focus.activate(Target(window))

    def quit(self) -> None:
        self._backend.close()
        self._app.quit()

    def _pressed(self, hotkey: str, text: str) -> None:
        say(pressed=hotkey, at=time.monotonic())
        self._insertion.insert((text,), self._backend.focus.current(), partial(self._done, text))

    def _done(self, text: str, outcome: Outcome) -> None:
        say(
            outcome=type(outcome).__name__,
            reason=getattr(outcome, "reason", None),
            arrived=getattr(outcome, "arrived", None),
            text=text,
            at=time.monotonic(),
        )

    def _read(self, line: bytes) -> None:
        if not line:
            self._app.quit()
            return
        message = json.loads(line)
        do = message.pop("do")
        try:
            value = getattr(self, do)(**message)
        except PortError as error:
            value = {"error": error.code}
        say(answer=do, value=value)


def main() -> None:
    app = QGuiApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    driver = Driver(app)
    app.exec()
    del driver


main()
