"""The stage of a soak on Windows: Notepads as chat boxes, a history that minds no marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from Xlib.display import Display

from bench.keys import Keys
from bench.soak.phrases import keep_phrases
from bench.soak.stage import Box, resident_mb, toasts_of
from tests.e2e.desktop.program import Program
from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.notepad import Notepad

WINDOW = "秒回"
TEXT = "#13"
"""CF_UNICODETEXT."""
HOLD_S = 0.004


class WindowsStage:
    """See ``bench.soak.stage.Stage``; with ``boxes`` Notepads."""

    def __init__(self, windows: WindowsDesktop, home: Path, boxes: int) -> None:
        keep_phrases(home)
        self._windows = windows
        env = {"MIAOHUI_HOME": windows_path(home), "LANG": "zh_CN.UTF-8"}
        self.program = Program(windows, windows.python("-m", "bench.soak.aloud"), env)
        self._window = windows.await_window(WINDOW)
        self._keys = Keys(windows.x11.display)
        self._display = Display(windows.x11.display)
        self._opened = [Notepad(windows) for _ in range(boxes)]
        windows.ask(do="read_along")
        windows.eventually(self._comes, "the program hears its hotkeys", 60)
        windows.eventually(self._goes, "Notepad in front again")

    @property
    def boxes(self) -> Sequence[Box]:
        """The Notepads."""
        return self._opened

    def press(self, keys: str) -> None:
        """Presses a hotkey for real."""
        self._keys.combo(keys, HOLD_S)

    def turn_to(self, box: Box) -> None:
        """The agent clicks into a Notepad."""
        self._real(box).activate()

    def slow(self, box: Box, seconds: float) -> None:
        """Not here: Wine gets its keys from the program in front, which must hear them."""
        raise NotImplementedError

    def kill(self, box: Box) -> None:
        """A Notepad is gone from one moment to the next."""
        self._real(box).close()

    def reopen(self, box: Box) -> None:
        """A new one in its place, in front."""
        number = self._opened.index(self._real(box))
        self._opened[number] = Notepad(self._windows)

    def show(self) -> None:
        """Our window comes with the keyboard."""
        self.press("ctrl+alt+space")
        self._windows.eventually(self._in_front, "our window has the keyboard")

    def hide(self, box: Box) -> None:
        """Esc, back to Notepad, and the cross of our window."""
        if self._in_front():
            self._keys.combo("esc", HOLD_S)
        self._windows.eventually(self._real(box).active, "Notepad in front")
        self._windows.ask(do="end", window=self._window)
        self._windows.eventually(self._put_away, "our window is put away")

    def copy(self, text: str) -> None:
        """Another program copies something."""
        self._windows.copy({TEXT: f"{text}\0".encode("utf-16-le")})

    def pasted(self) -> str:
        """What another program gets from the clipboard."""
        return (self._windows.pasted(TEXT) or b"").decode("utf-16-le").partition("\0")[0]

    def toasts(self) -> list[str]:
        """What our window has said since this was last asked."""
        return toasts_of(self.program)

    def held(self) -> list[str]:
        """The keys that are down, as the keyboard and as Windows see it."""
        down = self._display.query_keymap()
        return [f"X {n}" for n in range(256) if down[n // 8] >> n % 8 & 1] + [
            f"Windows {key}" for key in self._windows.ask(do="held")
        ]

    def memory_mb(self) -> float:
        """What it holds in memory, Wine's share with it."""
        return resident_mb(self.program.process.pid)

    def end(self) -> None:
        """Ends everything that was started here."""
        self._windows.ask(do="read_no_more")
        self.program.close()
        for box in self._opened:
            box.close()
        self._keys.close()
        self._display.close()

    def _comes(self) -> bool:
        self.press("ctrl+alt+space")
        return self._in_front()

    def _goes(self) -> bool:
        self._keys.combo("esc", HOLD_S)
        return not self._in_front()

    def _in_front(self) -> bool:
        return bool(self._windows.ask(do="foreground") == self._window)

    def _put_away(self) -> bool:
        return self._window not in self._windows.ask(do="find_all", title=WINDOW) or bool(
            self._windows.ask(do="minimised", window=self._window)
        )

    def _real(self, box: Box) -> Notepad:
        return next(one for one in self._opened if one is box)
