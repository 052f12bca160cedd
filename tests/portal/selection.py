"""The clipboard of the stub's desktop: in memory, and that of the Wayland desktop around it."""

from __future__ import annotations

import os
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Mapping


class Selection:
    """What the last program has copied: another one's ``formats``, or a session's."""

    def __init__(self) -> None:
        self.formats: Mapping[str, bytes] = {}
        self.owner = ""
        self.listed: list[str] = []
        self._serial = 0
        self._reading: dict[int, threading.Thread] = {}
        self._read: dict[int, bytes] = {}

    def copy(self, formats: Mapping[str, str]) -> None:
        """Another program copies; contents are base64."""
        self.formats = {name: b64decode(content) for name, content in formats.items()}
        self.owner, self.listed = "", list(formats)

    def take(self, session: str, names: list[str]) -> None:
        """A session copies."""
        self.owner, self.listed = session, names

    def next_serial(self) -> int:
        self._serial += 1
        return self._serial

    def pipe_to_write(self, serial: int) -> int:
        """Where a session writes what is pasted; it is read at once."""
        reads, writes = os.pipe()

        def read() -> None:
            with os.fdopen(reads, "rb") as pipe:
                self._read[serial] = pipe.read()

        self._reading[serial] = threading.Thread(target=read)
        self._reading[serial].start()
        return writes

    def written(self, serial: int) -> bytes:
        """What the session has written, all of it."""
        self._reading.pop(serial).join()
        return self._read.pop(serial)

    def pipe_to_read(self, name: str) -> int:
        """Where a session reads what another program has copied."""
        reads, writes = os.pipe()
        content = self.formats[name]

        def write() -> None:
            with os.fdopen(writes, "wb") as pipe:
                pipe.write(content)

        threading.Thread(target=write).start()
        return reads


class RealSelection:
    """That of the Wayland desktop around the stub, through wl-clipboard, for one text."""

    def __init__(self) -> None:
        self._serving: subprocess.Popen[bytes] | None = None
        self._once = False

    def serve(self, content: bytes, *, once: bool) -> None:
        """Other programs can paste it from now on, or once."""
        options = ["--paste-once"] if once else []
        self._serving = subprocess.Popen(
            ["wl-copy", "--foreground", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._once = once
        assert self._serving.stdin
        self._serving.stdin.write(content)
        self._serving.stdin.close()

    def was_pasted(self) -> bool:
        """Whether what is served once has been pasted; told once."""
        if self._serving is None or not self._once or self._serving.poll() is None:
            return False
        self._serving = None
        return True

    def read(self) -> dict[str, bytes]:
        """What is on it now, as a text."""
        done = subprocess.run(["wl-paste", "--no-newline"], capture_output=True, check=False)
        return {"text/plain;charset=utf-8": done.stdout} if done.returncode == 0 else {}


def coded(content: bytes) -> str:
    return b64encode(content).decode()
