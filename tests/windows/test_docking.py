"""The real program docked to Notepad, in Windows' Python."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.notepad import Notepad

WINDOW, HINT = "秒回", "点一下要吸附的聊天窗口"
FRAME, ELSEWHERE = (60, 50, 560, 500), (150, 90, 600, 560)
IN_THE_SEARCH_BOX, IN_NOTEPAD = (120, 75), (140, 250)


class Pair:
    """Notepad and our window, as Windows sees them."""

    def __init__(self, windows: WindowsDesktop, home: Path) -> None:
        self.windows = windows
        self.notepad = Notepad(windows)
        env = {"MIAOHUI_HOME": windows_path(home), "LANG": "zh_CN.UTF-8"}
        self.program = windows.start(windows.python("-m", "desktop"), env=env)
        self.ours = windows.await_window(WINDOW)

    def dock(self) -> None:
        """Points at Notepad."""
        self.move(FRAME)
        self.windows.eventually(self._points, "the hint to point", 60)
        self.windows.click(self.notepad.window, *IN_NOTEPAD)
        self.stand_together()

    def _points(self) -> bool:
        """Presses the keys for it; a window that has just come does not hear them yet."""
        self.windows.click(self.ours, *IN_THE_SEARCH_BOX)
        self.windows.eventually(lambda: self.foreground() == self.ours, "ours has the keyboard")
        self.windows.press("ctrl+shift+d")
        with suppress(AssertionError):
            return bool(self.windows.await_window(HINT, 3))
        return False

    def move(self, frame: tuple[int, int, int, int]) -> None:
        left, top, width, height = frame
        window = self.notepad.window
        self.windows.ask(do="move", window=window, left=left, top=top, width=width, height=height)

    def stand_together(self) -> None:
        """Ours is right beside Notepad and as high."""

        def together() -> bool:
            _, top, right, bottom = self.place(self.notepad.window)
            ours = self.place(self.ours)
            return self.seen() and (ours[0], ours[1], ours[3]) == (right, top, bottom)

        self.windows.eventually(together, "ours beside Notepad")

    def place(self, window: int) -> list[int]:
        return list(self.windows.ask(do="place", window=window))

    def foreground(self) -> int:
        return int(self.windows.ask(do="foreground"))

    def seen(self) -> bool:
        return bool(self.windows.ask(do="find_all", title=WINDOW))

    def close(self) -> None:
        self.windows.stop(self.program)
        self.notepad.close()
        assert "Traceback" not in self.windows.said(), self.windows.said()


@pytest.fixture
def pair(windows: WindowsDesktop, window_events: None, tmp_path: Path) -> Iterator[Pair]:
    windows.ask(do="tell_of_windows")
    opened = Pair(windows, tmp_path / "home")
    yield opened
    opened.close()
    windows.ask(do="tell_no_more")


def test_ours_follows_notepad_goes_and_comes_with_it_and_leaves_it_the_keyboard(pair: Pair) -> None:
    windows, notepad = pair.windows, pair.notepad
    pair.dock()
    windows.eventually(notepad.active, "the picked window in front")
    pair.move(ELSEWHERE)
    pair.stand_together()
    windows.ask(do="minimise", window=notepad.window)
    windows.eventually(lambda: not pair.seen(), "ours hidden")
    windows.ask(do="restore", window=notepad.window)
    pair.stand_together()
    assert notepad.active()


def test_closed_notepad_leaves_ours_where_it_stood_and_the_next_one_is_found(pair: Pair) -> None:
    free = pair.place(pair.ours)
    pair.dock()
    pair.windows.ask(do="end", window=pair.notepad.window)
    pair.windows.eventually(lambda: pair.place(pair.ours) == free, "ours where it stood")
    assert pair.seen()
    pair.notepad = Notepad(pair.windows)
    pair.stand_together()
