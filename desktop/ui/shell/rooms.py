"""The rooms of the window: which is open, which the pack has a use for, and their panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import Desk, Panel, Room
from desktop.ui.shell.tabs import Tabs


class Rooms:
    """One room is open; a panel is built when its room is first opened.

    Attributes:
        tabs: The row of tabs that opens them.
    """

    def __init__(
        self,
        rooms: Sequence[Room],
        desk: Callable[[], Desk],
        stack: QStackedWidget,
        window: QWidget,
    ) -> None:
        """Opens nothing yet.

        Args:
            rooms: All there are; the first is offered with every pack.
            desk: What they work with, once it is laid.
            stack: Where the open one is seen.
            window: Ctrl+1, Ctrl+2, … work in it.
        """
        self._rooms = rooms
        self._desk = desk
        self._stack = stack
        self._window = window
        self._panels: dict[int, Panel] = {}
        self._number = 0

    def furnish(self) -> None:
        """Makes the tabs and opens the first room."""
        desk = self._desk()
        self.tabs = Tabs(self._rooms, desk.theme, desk.icons)
        self.tabs.opened.connect(self._open)
        for number in range(len(self._rooms)):
            keys = QKeySequence(f"Ctrl+{number + 1}")
            QShortcut(keys, self._window, partial(self._enter, number))
        self._open(0)
        desk.services.current.on_change.append(self._offer)
        self._offer()

    @property
    def panel(self) -> Panel:
        """The inside of the open room."""
        return self._panel(self._number)

    def open(self, room_id: str) -> None:
        """Opens the room with this id."""
        self._open(next(n for n, room in enumerate(self._rooms) if room.id == room_id))

    def run(self, command: str) -> bool:
        """Has a room run its command; False if the pack has no use for that room."""
        number = next(n for n, room in enumerate(self._rooms) if room.runs(command))
        if not self._offers(number):
            return False
        self._panel(number).run(command)
        return True

    def _enter(self, number: int) -> None:
        if self._offers(number):
            self._open(number)
            self.panel.enter()

    def _offers(self, number: int) -> bool:
        return self._rooms[number].offered(self._desk().services.current)

    def _offer(self) -> None:
        """Shows the tabs that the open pack has a use for."""
        for number in range(len(self._rooms)):
            self.tabs.offer(number, offered=self._offers(number))
        if not self._offers(self._number):
            self._open(0)

    def _open(self, number: int) -> None:
        self._number = number
        self.tabs.show_open(number)
        self._stack.setCurrentWidget(self._panel(number))

    def _panel(self, number: int) -> Panel:
        if number not in self._panels:
            self._panels[number] = self._rooms[number].build(self._desk())
            self._stack.addWidget(self._panels[number])
        return self._panels[number]
