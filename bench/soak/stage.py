"""Where a soak takes place: a desktop with the program, chat boxes and a rival on it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.services.words import Words
from tests.e2e.desktop.program import Program

TOLD = (
    *("no_target", "target_gone", "not_active", "keys_held", "unread"),
    *("clipboard_taken", "clipboard_busy"),
)
"""Why a phrase may not arrive; all but the last two leave it on the clipboard."""
COPIED = frozenset(TOLD[:-2])
_MIB = 1 << 20


class Box(Protocol):
    """A chat box of another program."""

    def text(self) -> str:
        """What stands in it."""
        ...

    def clear(self) -> None:
        """Empties it."""
        ...


class Stage(Protocol):
    """The desktop."""

    @property
    def boxes(self) -> Sequence[Box]:
        """The chat boxes that are open."""
        ...

    def press(self, keys: str) -> None:
        """Presses a hotkey for real, such as ``ctrl+alt+b``."""
        ...

    def turn_to(self, box: Box) -> None:
        """The agent clicks into a chat box."""
        ...

    def slow(self, box: Box, seconds: float) -> None:
        """A chat box hears nothing for so long, from now on."""
        ...

    def kill(self, box: Box) -> None:
        """A chat box is gone from one moment to the next."""
        ...

    def reopen(self, box: Box) -> None:
        """A new one in its place, in front."""
        ...

    def show(self) -> None:
        """Our window comes with the keyboard."""
        ...

    def hide(self, box: Box) -> None:
        """Back to the chat box, and our window is put away."""
        ...

    def copy(self, text: str) -> None:
        """Another program copies something."""
        ...

    def pasted(self) -> str:
        """What another program gets from the clipboard."""
        ...

    def toasts(self) -> list[str]:
        """What our window has said since this was last asked."""
        ...

    def held(self) -> list[str]:
        """The keys that are down and the modifiers that are on."""
        ...

    def memory_mb(self) -> float:
        """Of the program."""
        ...


def reasons(toasts: list[str]) -> list[str]:
    """The codes of what was said in Chinese; anything else as it is."""
    words = Words("zh")
    codes = {words.text(f"insertion.{code}"): code for code in TOLD}
    return [codes.get(toast, toast) for toast in toasts]


def toasts_of(program: Program) -> list[str]:
    """What a program that is run aloud has said since this was last asked."""
    return [str(said["toast"]) for said in program.heard() if "toast" in said]


def wait_until(look: Callable[[], bool], within_s: float) -> bool:
    """Asks again and again; whether it became true in time."""
    end = time.monotonic() + within_s
    while not look():
        if time.monotonic() > end:
            return False
        time.sleep(0.008)
    return True


def resident_mb(pid: int) -> float:
    """What a process holds in memory, shared libraries with it."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB
