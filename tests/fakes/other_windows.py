"""Other programs' windows in memory, a pointer to pick them with, and a window of ours beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from desktop.core.docking.model import OtherWindow, Presence, Rect, Screen, Size
from desktop.services.docking.model import Ended
from desktop.services.ports import Action, PortError

FRAME = Rect(100, 100, 800, 600)
SCREEN = Screen(Rect(0, 0, 1920, 1040))
FREE = Rect(1500, 300, 320, 640)


@dataclass
class FakeWindowWatch:
    """The WindowWatch port, and what happens to the windows; the topmost is the first."""

    there: list[OtherWindow] = field(default_factory=list)
    missing: str | None = None
    broken: bool = False
    pickers: list[Callable[[OtherWindow | None], None]] = field(default_factory=list)
    watchers: list[tuple[int, Callable[[OtherWindow], None]]] = field(default_factory=list)
    listeners: list[Action] = field(default_factory=list)
    due: list[Action] = field(default_factory=list)

    def obstacle(self) -> str | None:
        return self.missing

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> Action:
        self._check()
        self.pickers = [picked]
        return self.pickers.clear

    def windows(self) -> tuple[OtherWindow, ...]:
        self._check()
        return tuple(self.there)

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        self._check()
        watcher = (window, changed)
        self.watchers.append(watcher)
        self.due.append(lambda: watcher in self.watchers and changed(self._now(window)))
        return lambda: watcher in self.watchers and self.watchers.remove(watcher)

    def listen(self, opened: Action) -> Action:
        self._check()
        self.listeners.append(opened)
        return lambda: opened in self.listeners and self.listeners.remove(opened)

    # What people and programs do.

    def open(
        self, title: str = "客服聊天 - Chat", program: str = "Chat", number: int = 1
    ) -> OtherWindow:
        self._activate_none()
        window = OtherWindow(number, program, title, FRAME, active=True)
        self.there.insert(0, window)
        self._tell_listeners()
        return window

    def change(self, number: int, **changes: object) -> None:
        if changes.get("active"):
            self._activate_none()
        self.there = [
            replace(w, **changes) if w.window == number else w  # type: ignore[arg-type]
            for w in self.there
        ]
        self._tell(number)
        if "title" in changes:
            self._tell_listeners()

    def close(self, number: int) -> None:
        gone = replace(self._now(number), presence=Presence.GONE)
        self.there = [w for w in self.there if w.window != number]
        for window, changed in list(self.watchers):
            if window == number:
                changed(gone)

    def point_at(self, number: int) -> None:
        if any(w.window == number for w in self.there):
            self._picked(self._now(number))

    def press(self, key: str) -> None:
        if key == "Escape":
            self._picked(None)
        elif key == "Return" and self.there:
            self._picked(self.there[0])

    def settle(self) -> None:
        """What is due soon happens."""
        due, self.due = self.due, []
        for action in due:
            action()

    def _picked(self, window: OtherWindow | None) -> None:
        pickers, self.pickers = self.pickers, []
        for picked in pickers:
            picked(window)

    def _activate_none(self) -> None:
        for window in [w for w in self.there if w.active]:
            self.there[self.there.index(window)] = replace(window, active=False)
            self._tell(window.window)

    def _tell(self, number: int) -> None:
        for window, changed in list(self.watchers):
            if window == number:
                changed(self._now(number))

    def _tell_listeners(self) -> None:
        for opened in list(self.listeners):
            opened()

    def _now(self, number: int) -> OtherWindow:
        gone = OtherWindow(number, "", "", Rect(0, 0, 0, 0), Presence.GONE)
        return next((w for w in self.there if w.window == number), gone)

    def _check(self) -> None:
        if self.broken:
            raise PortError("no_x11")


@dataclass
class FakeDockedWindow:
    """Our window as the service sees it."""

    monitors: Sequence[Screen] = (SCREEN,)
    place: Rect = FREE
    shown: bool = True
    rises: int = 0
    ended: list[Ended | None] = field(default_factory=list)

    def screens(self) -> Sequence[Screen]:
        return self.monitors

    def limits(self) -> Size:
        return Size(320, 280, 520, 360)

    def stand(self, frame: Rect) -> None:
        self.place, self.shown = frame, True

    def leave(self) -> None:
        self.shown = False

    def stand_free(self, ended: Ended | None) -> None:
        self.shown = True
        self.place = self.place if ended is Ended.TAKEN_AWAY else FREE
        self.ended.append(ended)

    def rise(self) -> None:
        self.rises += 1
