"""The chat box of another program, followed through its own log."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.keys import activate
from bench.session import Session

HERE = Path(__file__).parent / "chatboxes"
KINDS = ("tk", "qt")
Line = tuple[float, str]


def python_with_tk() -> str:
    """A Python that has tkinter: this one, or the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        found = subprocess.run([python, "-c", "import tkinter"], capture_output=True, check=False)
        if found.returncode == 0:
            return python
    raise SystemExit("no Python with tkinter: install python3-tk")


class ChatBox:
    """Started after the measured program, so that it has the focus."""

    def __init__(self, session: Session, kind: str) -> None:
        self.log = session.work / "chatbox.log"
        self.log.unlink(missing_ok=True)
        python = python_with_tk() if kind == "tk" else sys.executable
        argv = [python, str(HERE / f"{kind}_box.py"), str(self.log)]
        self.proc = session.spawn(argv, stdin=subprocess.PIPE)
        self._wait(lambda: any(text == "READY" for _, text in self._lines()), 15)
        activate(session.name, "^CHATBOX$")
        time.sleep(0.3)

    def _lines(self) -> list[Line]:
        """All whole lines of the log since the last CLEAR."""
        raw = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        rows = [row.split("\t", 1) for row in raw[: raw.rfind("\n") + 1].splitlines() if row]
        lines = [(float(row[0]), row[1]) for row in rows]
        last = max((i for i, line in enumerate(lines) if line[1] == "CLEAR"), default=-1)
        return lines[last + 1 :]

    def texts(self) -> list[Line]:
        """Each text the box has held since it was cleared, and when."""
        return [(t, ast.literal_eval(text)) for t, text in self._lines() if text[:1] in "'\""]

    def text(self) -> str:
        """What stands in it now."""
        return (self.texts() or [(0.0, "")])[-1][1]

    def _wait(self, test: Callable[[], bool], timeout_s: float) -> None:
        end = time.monotonic() + timeout_s
        while not test():
            if time.monotonic() > end:
                raise TimeoutError("the chat box does not answer")
            time.sleep(0.01)

    def send(self, line: str) -> None:
        assert self.proc.stdin
        self.proc.stdin.write(line.encode() + b"\n")
        self.proc.stdin.flush()

    def clear(self) -> None:
        size = self.log.stat().st_size
        self.send("clear")
        self._wait(lambda: b"CLEAR" in self.log.read_bytes()[size:], 5)
        time.sleep(0.1)

    def wait_for(self, text: str, since: float, timeout_s: float) -> float | None:
        """When the whole text first stood in the box; None if it did not come."""
        while time.monotonic() < since + timeout_s:
            for when, got in self.texts():
                if text in got:
                    return when
            time.sleep(0.02)
        return None

    def rest(self, quiet_s: float, most_s: float = 60) -> list[Line]:
        """All its texts, once none has come for ``quiet_s``."""
        begun = time.monotonic()
        while time.monotonic() < begun + most_s:
            last = max([begun, *(when for when, _ in self.texts()[-1:])])
            if time.monotonic() - last > quiet_s:
                break
            time.sleep(0.1)
        return self.texts()

    def close(self) -> None:
        self.proc.terminate()
        self.proc.wait(5)
