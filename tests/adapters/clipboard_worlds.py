"""A clipboard in memory and Qt's under X11, as the contract of every Clipboard wants them."""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.selection import XSelection
from desktop.services.content import Content
from desktop.services.ports import Snapshot
from tests.e2e.desktop.contents import coded
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually
from tests.fakes.desktop import TEXT, FakeClipboard, FakeDesktop

ROOT = Path(__file__).parents[2]


class World(Protocol):
    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Another program copies something of one format."""

    def paste(self, format_name: str) -> bytes:
        """What another program gets, empty for nothing."""

    def paste_in_target(self, format_name: str = TEXT) -> bytes:
        """What the target gets."""

    def snapshot(self) -> Mapping[str, bytes]: ...

    def offer(self, content: Content) -> None: ...

    def put(self, content: Content) -> None: ...

    def restore(self, formats: Mapping[str, bytes]) -> None: ...

    def ours(self) -> bool: ...

    def readings(self, count: int) -> list[bool]:
        """The first readings that were told, by the target or not."""


class FakeWorld:
    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.target = self.desktop.open()
        self.clipboard = FakeClipboard(self.desktop)
        self.told: list[bool] = []

    def copy(self, formats: Mapping[str, bytes]) -> None:
        self.desktop.copy(formats)

    def paste(self, format_name: str) -> bytes:
        return self.desktop.read(format_name=format_name)

    def paste_in_target(self, format_name: str = TEXT) -> bytes:
        return self.desktop.read(self.target.window, format_name)

    def snapshot(self) -> Mapping[str, bytes]:
        return self.clipboard.snapshot().formats

    def offer(self, content: Content) -> None:
        self.clipboard.offer(content, self.target, self.told.append)

    def put(self, content: Content) -> None:
        self.clipboard.put(content)

    def restore(self, formats: Mapping[str, bytes]) -> None:
        self.clipboard.restore(Snapshot(formats))

    def ours(self) -> bool:
        return self.clipboard.ours()

    def readings(self, count: int) -> list[bool]:
        return self.told[:count]


class XWorld:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.program = Program(
            desktop,
            [sys.executable, "-m", "tests.e2e.desktop.driver"],
            env={"PYTHONPATH": str(ROOT)},
        )
        self.program.wait(ready=True)
        self.connection = XConnection(desktop.display)
        self.target = XSelection(self.connection)

    def copy(self, formats: Mapping[str, bytes]) -> None:
        for name, content in formats.items():
            self.desktop.copy(content, "UTF8_STRING" if name == TEXT else name)

    def paste(self, format_name: str) -> bytes:
        name = "UTF8_STRING" if format_name == TEXT else format_name
        return self.desktop.pasted(name) or b""

    def paste_in_target(self, format_name: str = TEXT) -> bytes:
        return self.target.read(1 << 24).get(format_name, b"")

    def snapshot(self) -> Mapping[str, bytes]:
        found = self.program.ask(do="snapshot")
        return {name: b64decode(content) for name, content in found.items()}

    def offer(self, content: Content) -> None:
        self.until_free(do="offer", content=coded(content), window=self.target.window)

    def put(self, content: Content) -> None:
        self.until_free(do="put", content=coded(content))

    def restore(self, formats: Mapping[str, bytes]) -> None:
        coded = {name: b64encode(content).decode() for name, content in formats.items()}
        self.until_free(do="restore", formats=coded)

    def ours(self) -> bool:
        return bool(self.program.ask(do="ours"))

    def readings(self, count: int) -> list[bool]:
        return [
            message["by_target"] for message in self.program.wait_all(count, lambda m: "read" in m)
        ]

    def until_free(self, **message: object) -> None:
        """Asks again as the service does while the clipboard has just changed hands."""
        busy = {"error": "clipboard_busy"}
        eventually(lambda: self.program.ask(**message) != busy, "the clipboard free")

    def close(self) -> None:
        self.program.close()
        self.connection.close()
