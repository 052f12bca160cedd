"""Desktops with windows of other programs, for the contract of WindowWatch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.core.docking.model import Presence, Rect
from desktop.services.ports import WindowWatch
from tests.fakes.other_windows import FakeWindowWatch


class World(Protocol):
    watch: WindowWatch
    program: str
    """Whose windows they are."""

    def open(self, title: str, *, ours: bool = False) -> int: ...

    def move(self, number: int, frame: Rect) -> None: ...

    def minimise(self, number: int) -> None: ...

    def restore(self, number: int) -> None: ...

    def fill_the_screen(self, number: int) -> None: ...

    def name(self, number: int, title: str) -> None: ...

    def close_window(self, number: int) -> None: ...

    def click(self, number: int) -> None: ...

    def click_outside(self) -> None: ...

    def press(self, key: str) -> None: ...

    def soon(self, look: Callable[[], object]) -> bool:
        """Whether it is true now or soon."""


class FakeWorld:
    program = "Chat"

    def __init__(self) -> None:
        self.fake = FakeWindowWatch()
        self.watch: WindowWatch = self.fake
        self._opened = 0

    def open(self, title: str, *, ours: bool = False) -> int:
        self._opened += 1
        if not ours:
            self.fake.open(title, number=self._opened)
        return self._opened

    def move(self, number: int, frame: Rect) -> None:
        self.fake.change(number, frame=frame)

    def minimise(self, number: int) -> None:
        self.fake.change(number, presence=Presence.AWAY)

    def restore(self, number: int) -> None:
        self.fake.change(number, presence=Presence.SHOWN)

    def fill_the_screen(self, number: int) -> None:
        self.fake.change(number, presence=Presence.FULL_SCREEN)

    def name(self, number: int, title: str) -> None:
        self.fake.change(number, title=title)

    def close_window(self, number: int) -> None:
        self.fake.close(number)

    def click(self, number: int) -> None:
        self.fake.point_at(number)

    def click_outside(self) -> None:
        self.fake.point_at(0)

    def press(self, key: str) -> None:
        self.fake.press(key)

    def soon(self, look: Callable[[], object]) -> bool:
        self.fake.settle()
        return bool(look())
