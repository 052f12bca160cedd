"""The real program docked to another program's real window."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.docking.model import OtherWindow, Presence, Rect
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.others import XOthers
from tests.e2e.desktop.chatboxes import ChromiumBox, TkBox
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.miaohui import WINDOW, Miaohui, listens
from tests.e2e.desktop.session import Desktop, eventually

HINT = "点一下要吸附的聊天窗口"
WIDTH, LEAST_HEIGHT = 320, 360
BARS = Rect(0, 0, 2, 25)
"""What openbox puts around a window."""
FRAME = Rect(60, 40, 500, 420)


class Pair:
    """The two windows, and what is seen of them."""

    def __init__(self, x11: Desktop, home: Path, kind: type[TkBox | ChromiumBox] = TkBox) -> None:
        self.x11 = x11
        self.home = home
        self._kind = kind
        self._connection = XConnection(x11.display)
        self._others = XOthers(self._connection)
        self.open_chat()
        self.program = Miaohui(x11, home)
        self._ours = self._number(WINDOW)

    def open_chat(self) -> None:
        self.box = self._kind(self.x11)
        self._chat = self._number(self.box.title)

    @property
    def ours(self) -> OtherWindow:
        return self._others.look(self._ours)

    @property
    def chat(self) -> OtherWindow:
        return self._others.look(self._chat)

    def dock(self, frame: Rect = FRAME) -> None:
        """Points at the chat box, which stands there, and goes back to it."""
        self.place_chat(frame)
        self.program.come("ctrl+alt+space")
        self.x11.press("ctrl+shift+d")
        self.x11.await_window(HINT)
        self.tell_chat("mousemove", "--window", after=("60", "60", "click", "1"))
        self.stand_together()
        self.x11.activate(self.box.title)

    def place_chat(self, frame: Rect) -> None:
        """Moves and sizes the chat box, frame included."""
        size = (frame.width - BARS.width, frame.height - BARS.height)
        self.tell_chat("windowsize", after=tuple(map(str, size)))
        self.tell_chat("windowmove", after=(str(frame.x), str(frame.y)))
        eventually(lambda: near(self.chat.frame, frame), f"the chat box at {frame}")

    def tell_chat(self, *command: str, after: tuple[str, ...] = ()) -> None:
        self.x11.run("xdotool", *command, str(self._chat), *after)

    def stand_together(self) -> None:
        """Ours is right beside the chat box, as high as it, without a gap."""

        def together() -> bool:
            chat, ours = self.chat.frame, self.ours.frame
            height = max(chat.height, LEAST_HEIGHT + BARS.height)
            return ours == Rect(chat.right, chat.y, WIDTH + BARS.width, height)

        eventually(together, "ours beside the chat box")

    def stands_at(self, frame: Rect) -> None:
        eventually(lambda: self.ours.frame == frame, f"ours at {frame}")

    def is_seen(self, *, seen: bool) -> None:
        wanted = Presence.SHOWN if seen else Presence.AWAY
        eventually(lambda: self.ours.presence is wanted, f"ours {wanted}")

    def close(self) -> None:
        self._connection.close()
        self.box.close()
        self.x11.stop(self.program.process)
        assert "Traceback" not in self.program.said(), self.program.said()

    def start_again(self) -> None:
        self.x11.stop(self.program.process)
        self.program.process = self.program.start()
        eventually(lambda: listens(self.program.home), "the program hears its hotkeys")
        self._ours = self._number(WINDOW)

    def _number(self, title: str) -> int:
        def find() -> int:
            found = (w.window for w in self._others.windows() if title in w.title)
            return next(found, 0)

        return eventually(find, f"a window {title}")


def near(found: Rect, asked: Rect) -> bool:
    """Programs that place themselves by their inside stand a title bar higher."""
    apart = max(abs(found.x - asked.x), abs(found.y - asked.y))
    return apart <= BARS.height and found.height == asked.height


@pytest.fixture(params=[TkBox, ChromiumBox], ids=["tk", "chromium"])
def pair(request: pytest.FixtureRequest, x11: Desktop, tmp_path: Path) -> Iterator[Pair]:
    opened = Pair(x11, tmp_path / "home", request.param)
    yield opened
    opened.close()


def test_ours_follows_the_chat_goes_and_comes_with_it_and_leaves_it_the_focus(pair: Pair) -> None:
    pair.dock()
    pair.place_chat(Rect(200, 90, 560, 520))
    pair.stand_together()
    pair.place_chat(Rect(150, 60, 640, 600))
    pair.stand_together()
    pair.tell_chat("windowminimize")
    pair.is_seen(seen=False)
    pair.tell_chat("windowactivate")
    pair.is_seen(seen=True)
    pair.stand_together()
    assert pair.box.title in pair.x11.active_title()


@pytest.fixture
def tk(x11: Desktop, tmp_path: Path) -> Iterator[Pair]:
    opened = Pair(x11, tmp_path / "home")
    yield opened
    opened.close()


def test_a_closed_chat_leaves_ours_where_it_stood_and_the_next_one_is_found(tk: Pair) -> None:
    free = tk.ours.frame
    tk.dock()
    tk.box.close()
    tk.stands_at(free)
    tk.is_seen(seen=True)
    tk.open_chat()
    tk.stand_together()


def test_the_next_start_docks_again(tk: Pair) -> None:
    free = tk.ours.frame
    tk.dock()
    tk.start_again()
    tk.stand_together()
    tk.box.close()
    tk.stands_at(free)


def test_dragging_ours_away_by_its_title_bar_undocks_it(tk: Pair) -> None:
    tk.dock()
    ours = tk.ours.frame
    x11 = tk.x11
    x11.run("xdotool", "mousemove", str(ours.x + 100), str(ours.y + 8), "mousedown", "1")
    x11.run("xdotool", "mousemove", str(ours.x + 160), str(ours.y + 60))
    x11.run("xdotool", "mousemove", str(ours.x + 300), str(ours.y + 208), "mouseup", "1")
    dropped = Rect(ours.x + 200, ours.y + 200, ours.width, ours.height)
    tk.stands_at(dropped)
    eventually(lambda: tk.program.setting("docking.on") == "no", "undocked")
    tk.place_chat(Rect(100, 300, 500, 400))
    tk.stands_at(dropped)


def test_a_chat_on_another_desktop_takes_ours_along(tk: Pair) -> None:
    tk.dock()
    tk.x11.run("xdotool", "set_num_desktops", "2")
    try:
        tk.x11.run("xdotool", "set_desktop", "1")
        tk.is_seen(seen=False)
        tk.x11.run("xdotool", "set_desktop", "0")
        tk.is_seen(seen=True)
        tk.stand_together()
    finally:
        tk.x11.run("xdotool", "set_desktop", "0")


def test_beside_a_chat_that_fills_its_monitor_ours_stands_on_the_next(tk: Pair) -> None:
    need_programs("xrandr")
    tk.dock(Rect(0, 0, 700, 800))
    tk.stands_at(Rect(700, 0, 322, 800))
    monitors = {
        "LEFT": ("700/185x800/211+0+0", "screen"),
        "RIGHT": ("580/153x650/172+700+100", "none"),
    }
    for name, (geometry, output) in monitors.items():
        tk.x11.run("xrandr", "--setmonitor", name, geometry, output)
    try:
        tk.stands_at(Rect(700, 100, 322, 650))
    finally:
        for name in monitors:
            tk.x11.run("xrandr", "--delmonitor", name)
    tk.stands_at(Rect(700, 0, 322, 800))


def test_doctor_tells_what_it_docks_to(tk: Pair) -> None:
    tk.dock()
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "doctor", "--json"],
        env=tk.x11.env | {"MIAOHUI_HOME": str(tk.home), "LANG": "en_US.UTF-8"},
        capture_output=True,
        check=False,
    )
    checks = {check["check"]: check for check in json.loads(done.stdout)}
    assert checks["docking"] == {
        "check": "docking",
        "ok": True,
        "detail": "the window docks to one of Tk",
    }
