"""A Windows desktop to test on: Wine on an X display of its own, and how a test works with it.

    def test_something(windows: WindowsDesktop) -> None:
        program = windows.start(windows.python("-m", "desktop"), env={"MIAOHUI_HOME": …})
        windows.await_window("秒回")
        windows.press("ctrl+alt+1")     # real keys, which Wine takes for those of its keyboard

The fixture ``windows`` of ``conftest.py`` is one desktop for the whole run, 1280 by 800, with the
windows where Windows would put them: Wine's own desktop decides which is active, no X window
manager does. A program gets pipes, as Windows' Python needs them under Wine; what it says on the
error channel, and elsewhere unless a test reads it, is kept in the folder of the display.
"""

from __future__ import annotations

import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, TypeVar

from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually
from tests.windows.environment import Session, windows_path, wine

__all__ = ["WindowsDesktop", "windows_path"]


T = TypeVar("T")


class WindowsDesktop:
    """One Windows on one X display.

    Attributes:
        x11: The display, for screenshots and the pointer.
        session: The C: drive and the registry.
        watcher: Another Windows program, which is asked what Windows says; see ``watcher.py``.
    """

    def __init__(self, x11: Desktop, session: Session) -> None:
        self.x11 = x11
        self.session = session
        self.env = session.environ(x11.env)
        self.watcher = Program(self, self.python("-m", "tests.windows.watcher"))
        self.watcher.wait(ready=True, within_s=60)

    def python(self, *args: str) -> list[str]:
        """The command that runs Windows' Python."""
        return self.session.argv(*args)

    def start(
        self,
        argv: list[str],
        *,
        stdin: int = subprocess.PIPE,
        stdout: int | None = None,
        env: dict[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Starts a program; ``stdout=PIPE`` leaves its output to the caller."""
        pipe = subprocess.PIPE
        process = self.x11.start(
            argv, stdin=stdin, stdout=pipe, stderr=pipe, env=self.env | (env or {})
        )
        assert process.stdout
        assert process.stderr
        if stdout is None:
            self._keep(process.stdout, f"{process.pid}.out")
        self._keep(process.stderr, f"{process.pid}.err")
        return process

    def run(
        self, *argv: str, env: Mapping[str, str] | None = None, within_s: float = 120
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs a program to its end."""
        return subprocess.run(
            argv,
            input=b"",
            env={**self.env, **(env or {})},
            capture_output=True,
            timeout=within_s,
            check=False,
        )

    def wine(self, *args: str) -> list[str]:
        """The command that runs a program which comes with Windows, e.g. ``notepad``."""
        return [wine(), *args]

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """Ends a program started here."""
        self.x11.stop(process)

    def await_window(self, title: str, within_s: float = 60) -> int:
        """Waits until a window with a text in its title is shown; returns its number."""
        found: list[int] = self.eventually(
            lambda: self.ask(do="find_all", title=title), f"a window {title}", within_s
        )
        return found[0]

    def ask(self, **message: Any) -> Any:
        """Asks the watcher; see there for what can be asked."""
        return self.watcher.ask(**message)

    def eventually(self, look: Callable[[], T], what: str, within_s: float = 15) -> T:
        """Asks again and again until the answer is true; returns it."""
        return eventually(look, what, within_s)

    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Another program copies something, in formats named as in ``watcher.py``."""
        self.ask(do="copy", formats={n: b64encode(c).decode() for n, c in formats.items()})

    def pasted(self, name: str) -> bytes | None:
        """What another program gets from the clipboard; None if there is no such thing."""
        found = self.ask(do="read", name=name)
        return b64decode(found) if found is not None else None

    def click(self, window: int, right: int, down: int) -> None:
        """Clicks into a window, so many pixels from its corner."""
        left, top, *_ = self.ask(do="place", window=window)
        place = (str(left + right), str(top + down))
        self.x11.run("xdotool", "mousemove", *place, "click", "1")

    def press(self, *keys: str) -> None:
        """Presses keys for real, e.g. ``ctrl+alt+1``."""
        self.x11.press(*keys)

    def screenshot(self, path: Path) -> None:
        """Takes a picture of the whole desktop."""
        self.x11.screenshot(path)

    def said(self) -> str:
        """Everything that programs wrote to their error channels."""
        logs = self.x11.folder.glob("*.err")
        return "".join(log.read_text(encoding="utf-8", errors="replace") for log in logs)

    def _keep(self, pipe: IO[bytes], name: str) -> None:
        def copy() -> None:
            with (self.x11.folder / name).open("ab", buffering=0) as kept:
                for line in pipe:
                    kept.write(line)

        threading.Thread(target=copy, daemon=True).start()
