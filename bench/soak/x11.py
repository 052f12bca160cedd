"""The stage on X11: Tk and Chromium as chat boxes, keys by XTest, a rival at the clipboard."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from Xlib import X, Xutil
from Xlib.display import Display
from Xlib.protocol import event

from bench.keys import Keys
from bench.soak.phrases import keep_phrases
from bench.soak.stage import Box, resident_mb, toasts_of
from tests.e2e.desktop.chatboxes import ChatBox, ChromiumBox, TkBox
from tests.e2e.desktop.miaohui import WINDOW, listens
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, desktop, eventually

ROOT = Path(__file__).resolve().parents[2]
HOLD_S = 0.004
_MODIFIERS = {0x01: "Shift", 0x04: "Ctrl", 0x08: "Alt", 0x40: "Super"}
"""Bits of X's modifier state that no lock sets."""


class XStage:
    """See ``Stage``; ``boxes`` names the kinds: ``tk`` or ``chromium``."""

    def __init__(self, x11: Desktop, home: Path, kinds: Sequence[str]) -> None:
        keep_phrases(home)
        self._x11 = x11
        env = {"MIAOHUI_HOME": str(home), "LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT)}
        self.program = Program(x11, [sys.executable, "-m", "bench.soak.aloud"], env)
        self._window = x11.await_window(WINDOW)
        eventually(lambda: listens(home), "the program hears its hotkeys")
        rival = [sys.executable, "-m", "tests.e2e.desktop.rival"]
        self._rival = Program(x11, rival, {"PYTHONPATH": str(ROOT)})
        self._rival.wait(ready=True)
        self._rival.ask(do="read_along")
        self._display = Display(x11.display)
        self._keys = Keys(x11.display)
        self._opened = [self._open(kind, number) for number, kind in enumerate(kinds)]

    @property
    def boxes(self) -> Sequence[Box]:
        """The chat boxes that are open."""
        return self._opened

    def press(self, keys: str) -> None:
        """Presses a hotkey for real."""
        self._keys.combo(keys, HOLD_S)

    def turn_to(self, box: Box) -> None:
        """The agent clicks into a chat box."""
        self._x11.activate(self._real(box).title)

    def slow(self, box: Box, seconds: float) -> None:
        """A chat box hears nothing for so long, from now on."""
        self._real(box).freeze(seconds)

    def kill(self, box: Box) -> None:
        """A chat box is gone from one moment to the next."""
        self._real(box).process.kill()

    def reopen(self, box: Box) -> None:
        """A new one in its place, in front."""
        number = self.boxes.index(box)
        gone = self._real(box)
        gone.close()
        kind = "tk" if isinstance(gone, TkBox) else "chromium"
        self._opened[number] = self._open(kind, number)

    def show(self) -> None:
        """Our window comes with the keyboard."""
        self.press("ctrl+alt+space")
        eventually(lambda: self._active() == self._window, "our window has the keyboard")

    def hide(self, box: Box) -> None:
        """Esc, back to the chat box, and the cross of our window."""
        if self._active() == self._window:
            self._keys.combo("esc", HOLD_S)
        title = self._real(box).title
        eventually(lambda: self._x11.active_title() == title, f"{title} in front")
        root = self._display.screen().root
        close = event.ClientMessage(
            window=self._display.create_resource_object("window", self._window),
            client_type=self._display.intern_atom("_NET_CLOSE_WINDOW"),
            data=(32, [0, 2, 0, 0, 0]),
        )
        root.send_event(close, event_mask=0x180000)  # SubstructureNotify and SubstructureRedirect
        self._display.flush()
        eventually(self._put_away, "our window is put away")

    def copy(self, text: str) -> None:
        """Another program copies something."""
        self._rival.ask(do="copy", text=text)

    def pasted(self) -> str:
        """What another program gets from the clipboard."""
        return (self._x11.pasted() or b"").decode()

    def toasts(self) -> list[str]:
        """What our window has said since this was last asked."""
        self._rival.heard()
        for box in self._opened:
            box.forget()
        return toasts_of(self.program)

    def held(self) -> list[str]:
        """The keys that are down and the modifiers that are on."""
        down = self._display.query_keymap()
        keys = [str(n) for n in range(256) if down[n // 8] >> n % 8 & 1]
        state = self._display.screen().root.query_pointer().mask
        return keys + [name for bit, name in _MODIFIERS.items() if state & bit]

    def memory_mb(self) -> float:
        """What it holds in memory, shared libraries with it."""
        return resident_mb(self.program.process.pid)

    def end(self) -> None:
        """Ends the program as the agent does, and lets the others go."""
        self._x11.stop(self.program.process)
        self._keys.close()
        self._display.close()

    def _open(self, kind: str, number: int) -> ChatBox:
        if kind == "tk":
            return TkBox(self._x11, f"CHAT {number}")
        return ChromiumBox(self._x11)

    def _real(self, box: Box) -> ChatBox:
        return self._opened[self.boxes.index(box)]

    def _active(self) -> int:
        return self._x11.active_window()

    def _put_away(self) -> bool:
        window = self._display.create_resource_object("window", self._window)
        state = window.get_full_property(self._display.intern_atom("WM_STATE"), X.AnyPropertyType)
        return state is None or state.value[0] != Xutil.NormalState


@contextlib.contextmanager
def stage(folder: Path, kinds: Sequence[str]) -> Iterator[XStage]:
    """One on a desktop of its own."""
    with desktop(folder / "x11") as x11:
        yield XStage(x11, folder / "home", kinds)
