"""A child process that is spoken to in JSON lines."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

import pytest

Message = dict[str, Any]
_ABSENT = object()


class Starter(Protocol):
    """Where programs are started."""

    def start(
        self, argv: list[str], *, stdin: int, stdout: int, env: dict[str, str] | None
    ) -> subprocess.Popen[bytes]: ...

    def stop(self, process: subprocess.Popen[bytes]) -> None: ...


class Program:
    """Sends lines, keeps all that was said back in order."""

    def __init__(
        self, desktop: Starter, argv: list[str], env: dict[str, str] | None = None
    ) -> None:
        self._desktop = desktop
        self.process = desktop.start(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)
        self._lines: queue.Queue[Message] = queue.Queue()
        self.said: list[Message] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def tell(self, **message: Any) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def wait(self, within_s: float = 15.0, **wanted: Any) -> Message:
        """The first thing said, and not yet waited for, that matches."""
        return self.wait_all(
            1, lambda said: all(said.get(k, _ABSENT) == v for k, v in wanted.items()), within_s
        )[0]

    def wait_all(
        self, count: int, wanted: Callable[[Message], bool], within_s: float = 15.0
    ) -> list[Message]:
        """The first so many things said, and not yet waited for, that are wanted."""
        end = time.monotonic() + within_s
        while True:
            found = [message for message in self.said if wanted(message)][:count]
            if len(found) == count:
                self.said = [message for message in self.said if message not in found]
                return found
            try:
                self.said.append(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                pytest.fail(f"{count - len(found)} not heard in {within_s} s: {self.said[-5:]}")

    def heard(self) -> list[Message]:
        """All that was said so far and not waited for, without waiting."""
        found, self.said = self.said, []
        while not self._lines.empty():
            found.append(self._lines.get())
        return found

    def ask(self, **message: Any) -> Any:
        self.tell(**message)
        return self.wait(answer=message["do"])["value"]

    def close(self) -> None:
        self._desktop.stop(self.process)

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(json.loads(line))
