"""The Windows desktop of the contract of WindowWatch; it runs in Windows' own Python."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from ctypes import wintypes as w
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.core.docking.model import Rect
from desktop.platform.scheduler import QtScheduler
from desktop.platform.windows.focus import WindowsFocus
from desktop.platform.windows.watch import WindowsWatch
from desktop.services.ports import WindowWatch
from tests.e2e.desktop.session import eventually
from tests.windows.events import tell_window_events

ROOT = Path(__file__).parents[2]
KEYS = {"Escape": 0x1B, "Return": 0x0D}
MINIMISE, RESTORE, CLOSE = 6, 9, 0x10
MOVE, LEFT_DOWN, LEFT_UP, ABSOLUTE = 0x1, 0x2, 0x4, 0x8000
KEY_UP = 0x2
NO_ORDER_NO_FOCUS = 0x14

user = ctypes.WinDLL("user32")  # type: ignore[attr-defined, unused-ignore]


class WindowsWorld:
    program = Path(sys.executable).stem

    def __init__(self) -> None:
        self._tell_no_longer = tell_window_events()
        argv = [sys.executable, "-m", "tests.adapters.docking_stage"]
        pipe = subprocess.PIPE
        self._stage = subprocess.Popen(argv, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)
        self._own: list[QWidget] = []
        self._focus = WindowsFocus()
        self._real = WindowsWatch(QtScheduler(), self._focus)
        self.watch: WindowWatch = self._real

    def __enter__(self) -> WindowsWorld:
        return self

    def __exit__(self, *_: object) -> None:
        self._tell_no_longer()
        self._real.close()
        self._focus.close()
        for window in self._own:
            window.close()
        self._stage.terminate()
        self._stage.communicate()

    def open(self, title: str, *, ours: bool = False) -> int:
        if ours:
            window = QWidget()
            window.setWindowTitle(title)
            window.setGeometry(700, 60, 240, 160)
            window.show()
            window.activateWindow()
            self._own.append(window)
            number = int(window.winId())
        else:
            number = self._ask(f"open {title}")
        self.soon(lambda: user.GetForegroundWindow() == number)
        self._focus.current()
        return number

    def move(self, number: int, frame: Rect) -> None:
        size = (frame.x, frame.y, frame.width, frame.height)
        user.SetWindowPos(number, None, *size, NO_ORDER_NO_FOCUS)

    def minimise(self, number: int) -> None:
        user.ShowWindow(number, MINIMISE)

    def restore(self, number: int) -> None:
        user.ShowWindow(number, RESTORE)

    def fill_the_screen(self, number: int) -> None:
        self._ask(f"full {number}")

    def name(self, number: int, title: str) -> None:
        user.SetWindowTextW(number, title)

    def close_window(self, number: int) -> None:
        user.PostMessageW(number, CLOSE, 0, 0)
        self.soon(lambda: not user.IsWindow(number))

    def click(self, number: int) -> None:
        place = w.RECT()
        user.GetWindowRect(number, ctypes.byref(place))
        self._click(place.left + 60, place.top + 60)

    def click_outside(self) -> None:
        self._click(1200, 780)

    def press(self, key: str) -> None:
        for flags in (0, KEY_UP):
            user.keybd_event(KEYS[key], 0, flags, 0)

    def soon(self, look: Callable[[], object]) -> bool:
        def look_once_more() -> object:
            QCoreApplication.processEvents()
            return look()

        return bool(eventually(look_once_more, "what was to come"))

    def _click(self, x: int, y: int) -> None:
        width, height = user.GetSystemMetrics(0), user.GetSystemMetrics(1)
        at = (x * 65536 // width + 1, y * 65536 // height + 1)
        user.mouse_event(MOVE | ABSOLUTE, *at, 0, 0)
        for flags in (LEFT_DOWN, LEFT_UP):
            user.mouse_event(flags, 0, 0, 0, 0)
            QCoreApplication.processEvents()

    def _ask(self, line: str) -> int:
        assert self._stage.stdin
        assert self._stage.stdout
        self._stage.stdin.write(f"{line}\n".encode())
        self._stage.stdin.flush()
        return int(self._stage.stdout.readline())
