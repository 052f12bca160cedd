"""What docking speaks of: windows of other programs, screens, sides.

Geometry is in physical pixels of the whole desktop, which may reach into the negative.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Side(StrEnum):
    """The side of the other window ours stands at."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The one across."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


class Presence(StrEnum):
    """What is to be seen of a window."""

    SHOWN = "shown"
    AWAY = "away"
    """Minimised, hidden, or on another desktop of the same screen."""
    FULL_SCREEN = "full_screen"
    GONE = "gone"


class Rect(Struct, frozen=True):
    """A rectangle; ``right`` and ``bottom`` are the first pixels outside it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The column right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The row below it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        """Whether the pixel lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class Screen(Struct, frozen=True):
    """One monitor.

    Attributes:
        area: What panels and task bars leave free.
        scale: Physical pixels a pixel of ours, e.g. 1.25.
    """

    area: Rect
    scale: float = 1.0


class Size(Struct, frozen=True):
    """How wide ours shall be, and how wide and high it may be, at 100 % scale."""

    width: float
    min_width: int
    max_width: int
    min_height: int


class OtherWindow(Struct, frozen=True):
    """A top-level window of another program as it is at a moment.

    Attributes:
        window: The system's number for it.
        program: The program's name as the system tells it, such as ``Chromium``.
        title: What its title bar says.
        frame: What is seen of it, title bar included.
        presence: What is to be seen of it.
        active: Whether keys go to it.
    """

    window: int
    program: str
    title: str
    frame: Rect
    presence: Presence = Presence.SHOWN
    active: bool = False
