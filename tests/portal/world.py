"""Our hotkeys and keys on a bus of their own, with a portal whose user is the test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jeepney import DBusAddress

from desktop.core.hotkeys import parse_hotkey
from desktop.platform.wayland.bus import SessionBus
from desktop.platform.wayland.hotkeys import INTERFACE, PortalHotkeys
from desktop.platform.wayland.identity import say_who_we_are
from desktop.platform.wayland.keys import PortalKeys
from desktop.platform.wayland.portal import NAME, PATH, Portal
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Processes, eventually
from tests.fakes.personal import FakePersonalStore
from tests.fakes.time import ManualTime

STUB = [sys.executable, "-m", "tests.portal.stub"]
STUB_ENV = {"PYTHONPATH": str(Path(__file__).parents[2])}


class PortalWorld:
    """Time stands still but for what a test moves; the bus is real."""

    def __init__(self, processes: Processes, *, with_portal: bool = True) -> None:
        self.processes = processes
        self.time = ManualTime()
        self.store = FakePersonalStore()
        self.heard: list[str] = []
        self.tokens: list[str] = []
        self.changes = 0
        self.user: Program | None = self.start_portal() if with_portal else None
        self.connect()

    def connect(self) -> None:
        """A start of our program."""
        self.bus = SessionBus(self.processes.env["DBUS_SESSION_BUS_ADDRESS"])
        self.portal = Portal(self.bus, self.time)
        self.hotkeys = PortalHotkeys(self.portal, self.time, self.time, self.tokens.append)
        self.keys = PortalKeys(self.portal, self.store, self.hotkeys.held)
        self.hotkeys.tell_changes(self._changed)

    def start_portal(self, **state: object) -> Program:
        program = Program(self.processes, STUB, env=STUB_ENV)
        program.wait(ready=True)
        if state:
            program.ask(do="set", **state)
        self.user = program
        return program

    @property
    def portal_user(self) -> Program:
        assert self.user
        return self.user

    def seen(self, what: str) -> list[dict[str, Any]]:
        """Everything of one kind that the portal has seen so far: ``called``, ``key``, …"""
        self.portal_user.ask(do="set")
        return [message for message in self.portal_user.said if what in message]

    def calls(self, method: str) -> int:
        """How often a method was called."""
        return sum(message["called"] == method for message in self.seen("called"))

    def introduce(self) -> None:
        say_who_we_are(self.portal, ["miaohui"], self.processes.env)

    def bind(self, *texts: str) -> list[str | None]:
        """Binds hotkeys in one go, as the program does."""
        answers = [self.hotkeys.bind(parse_hotkey(t), self._action(t), f"does {t}") for t in texts]
        self.time.pass_ms(0)
        return answers

    def settle(self) -> None:
        """Everything the portal has answered so far is here: it answers in order."""
        asked = DBusAddress(PATH, bus_name=NAME, interface="org.freedesktop.DBus.Properties")
        assert self.bus.ask(asked, "Get", "ss", (INTERFACE, "version"), 15)
        self.bus.pump()

    def until(self, look: Callable[[], object], what: str) -> None:
        def turn() -> object:
            self.bus.pump()
            self.time.pass_ms(0)
            return look()

        eventually(turn, what)

    def answered(self) -> None:
        """Waits for the next answer of the portal's user."""
        before = self.changes
        self.until(lambda: self.changes > before, "the portal's answer")

    def close(self) -> None:
        self.bus.close()
        if self.user:
            self.user.close()

    def _action(self, text: str) -> Callable[[], None]:
        return lambda: self.heard.append(text)

    def _changed(self) -> None:
        self.changes += 1
