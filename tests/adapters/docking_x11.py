"""The X11 desktop of the contract of WindowWatch."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.docking.model import Rect
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.watch import XWindowWatch
from desktop.services.ports import Action, Target, WindowWatch
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.session import Desktop


class Loop:
    """A scheduler whose moment has come whenever it is asked."""

    def __init__(self) -> None:
        self._due: list[Action] = []

    def call_later(self, delay_ms: int, action: Action) -> Action:
        self._due.append(action)
        return lambda: self._due.remove(action)

    def run(self) -> None:
        due, self._due = self._due, []
        for action in due:
            action()


class XWorld:
    program = "Chat"

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.stage = Stage(desktop)
        self.connection = XConnection(desktop.display)
        self.loop = Loop()
        self.focus = XFocus(self.connection)
        self.watch: WindowWatch = XWindowWatch(self.connection, self.loop, self.focus.current)

    def open(self, title: str, *, ours: bool = False) -> int:
        number = self.stage.open(title, ours=ours).window
        self.focus.current()
        return number

    def move(self, number: int, frame: Rect) -> None:
        place, size = (frame.x, frame.y), (frame.width, frame.height)
        self.desktop.run("xdotool", "windowsize", str(number), *map(str, size))
        self.desktop.run("xdotool", "windowmove", str(number), *map(str, place))

    def minimise(self, number: int) -> None:
        self.desktop.run("xdotool", "windowminimize", str(number))

    def restore(self, number: int) -> None:
        self.desktop.run("xdotool", "windowactivate", str(number))

    def fill_the_screen(self, number: int) -> None:
        self.stage.ask_state(Target(number), "_NET_WM_STATE_FULLSCREEN")

    def name(self, number: int, title: str) -> None:
        self.desktop.run("xdotool", "set_window", "--name", title, str(number))

    def close_window(self, number: int) -> None:
        self.stage.close_window(Target(number))

    def click(self, number: int) -> None:
        self.desktop.run("xdotool", "mousemove", "--window", str(number), "20", "20", "click", "1")

    def click_outside(self) -> None:
        self.desktop.run("xdotool", "mousemove", "1200", "780", "click", "1")

    def press(self, key: str) -> None:
        self.desktop.press(key)

    def soon(self, look: Callable[[], object]) -> bool:
        def look_once_more() -> object:
            self.loop.run()
            return look()

        return bool(pumped(self.connection, look_once_more, "what was to come"))

    def close(self) -> None:
        self.connection.close()
        self.stage.close()
