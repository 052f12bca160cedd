"""The stage of a soak on Windows: Notepads as chat boxes, a history that minds no marks."""

from __future__ import annotations

import time
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
INSIDE = (100, 100)
"""The text in Notepad's window, in pixels from its corner."""
HOLD_S, PAUSE_S = 0.01, 0.1
"""Of fingers. Wine hears of the keys of X some time after they were pressed, so a hotkey that is
pressed while a paste key goes out may come in between, as it cannot on Windows."""


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
        self._opened = [self._open(number) for number in range(boxes)]
        # a program of its own: one that is asked things meanwhile reads late
        self._history = Program(windows, windows.python("-m", "tests.windows.watcher"))
        self._history.wait(ready=True, within_s=60)
        self._history.ask(do="read_along")
        windows.eventually(self._comes, "the program hears its hotkeys", 60)
        windows.eventually(self._goes, "our window gives the keyboard back")
        windows.eventually(self._opened[-1].active, "Notepad in front again")

    @property
    def boxes(self) -> Sequence[Box]:
        """The Notepads."""
        return self._opened

    def press(self, keys: str) -> None:
        """Presses a hotkey for real."""
        self._keys.combo(keys, HOLD_S)
        time.sleep(PAUSE_S)

    def turn_to(self, box: Box) -> None:
        """The agent clicks into a Notepad, again if another window was still coming, at its end."""
        notepad = self._real(box)

        def clicked() -> bool:
            self._windows.click(notepad.window, *INSIDE)
            return self._takes_keys(notepad)

        self._windows.eventually(clicked, "Notepad in front")
        self._keys.combo("ctrl+end", HOLD_S)

    def slow(self, box: Box, seconds: float) -> None:
        """Not here: Wine gets its keys from the program in front, which must hear them."""
        raise NotImplementedError

    def kill(self, box: Box) -> None:
        """A Notepad is gone from one moment to the next."""
        self._real(box).close()

    def reopen(self, box: Box) -> None:
        """A new one in its place, in front."""
        number = self._opened.index(self._real(box))
        self._opened[number] = self._open(number)
        self.turn_to(self._opened[number])

    def show(self) -> None:
        """Our window comes with the keyboard."""
        self.press("ctrl+alt+space")
        self._windows.eventually(self._in_front, "our window has the keyboard")

    def hide(self, box: Box) -> None:
        """Esc, back to Notepad, the cross of our window, and a click into Notepad.

        Under Wine a key that is pressed within some ms of a change of windows can be lost; one
        after a click is not.
        """

        def back() -> bool:
            if self._in_front():
                self._keys.combo("esc", HOLD_S)
            return self._takes_keys(self._real(box))

        self._windows.eventually(back, "Notepad in front")
        self._windows.ask(do="end", window=self._window)
        self._windows.eventually(self._put_away, "our window is put away")
        self.turn_to(box)

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
        self.program.close()
        self._history.close()
        for box in self._opened:
            box.close()
        self._keys.close()
        self._display.close()

    def _open(self, number: int) -> Notepad:
        """Side by side, so that each can be clicked."""
        notepad = Notepad(self._windows)
        place = {"left": 10 + number * 450, "top": 10, "width": 440, "height": 500}
        self._windows.ask(do="move", window=notepad.window, **place)
        return notepad

    def _comes(self) -> bool:
        self.press("ctrl+alt+space")
        return self._in_front()

    def _goes(self) -> bool:
        self._keys.combo("esc", HOLD_S)
        return not self._in_front()

    def _in_front(self) -> bool:
        return bool(self._windows.ask(do="focused") == self._window)

    def _takes_keys(self, notepad: Notepad) -> bool:
        """In front, and told so: before that Wine loses keys."""
        return notepad.active() and self._windows.ask(do="focused") not in (0, self._window)

    def _put_away(self) -> bool:
        return self._window not in self._windows.ask(do="find_all", title=WINDOW) or bool(
            self._windows.ask(do="minimised", window=self._window)
        )

    def _real(self, box: Box) -> Notepad:
        return next(one for one in self._opened if one is box)
