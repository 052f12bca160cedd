"""A measured program as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.phrases import phrase, write_lines

# c, v, x, a, z may be taken for paste, copy, …; Ctrl+Alt+O and Ctrl+Alt+R are hotkeys of ours from
# the start.
LETTERS = "bdefghijklmnpqstuwy0"


def hotkeys(make: Callable[[int], str] = phrase) -> list[tuple[str, str]]:
    """Twenty key combinations, each with the text it must produce."""
    return [(f"ctrl+alt+{letter}", make(i)) for i, letter in enumerate(LETTERS)]


@dataclass(frozen=True)
class Program:
    """How a program is started and what is known of it.

    Attributes:
        argv: The start command.
        window: Pattern for the title or class of its first window; empty for none.
        stdin: File to feed, for programs that read a list.
        prepare: Writes its settings into an empty home, once.
        env: More environment; ``{home}`` in a value is its home.
        hotkeys: Key combinations and the text each must produce.
        ready_s: Hotkey measures wait this long after the start.
        search: Keys typed into its search, one after the other.
        summon: Hotkey that takes the focus to its search; empty if the window manager does.
        version: A command that prints the version.
        folder: What is handed on of it, whose size is recorded; None for a checkout.
    """

    argv: Sequence[str]
    window: str = ""
    stdin: Path | None = None
    prepare: Callable[[Path], None] | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    hotkeys: Sequence[tuple[str, str]] = ()
    ready_s: float = 4.0
    search: Sequence[str] = ()
    summon: str = ""
    version: Sequence[str] = ()
    folder: Path | None = None


@dataclass(frozen=True)
class Place:
    """Where a program is prepared.

    Attributes:
        work: Scratch folder.
        env: Environment of the private desktop.
    """

    work: Path
    env: Mapping[str, str]

    def lines(self, count: int) -> Path:
        return write_lines(self.work / f"lines-{count}.txt", count)
