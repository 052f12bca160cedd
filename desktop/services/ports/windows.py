"""Windows: ours, and those of other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from desktop.services.ports.time import Action

if TYPE_CHECKING:  # the window stands before it has anything to do with them
    from desktop.core.docking.model import OtherWindow, Rect, Screen


class Target(Struct, frozen=True):
    """A window of another program that phrases go to.

    Attributes:
        window: The system's number for the top-level window (XID, HWND).
        program: Short name of the program for messages and per-program rules; may be empty.
    """

    window: int
    program: str = ""


class Focus(Protocol):
    """Which window of another program the keys go to; any call may raise PortError."""

    def current(self) -> Target | None:
        """The active window, or the last one before a window of ours; None when unknown."""
        ...

    def is_active(self, target: Target) -> bool:
        """Whether keys pressed now go to that window."""
        ...

    def activate(self, target: Target) -> None:
        """Asks the system to make it active; success shows in ``is_active`` soon after."""
        ...

    def exists(self, target: Target) -> bool:
        """Whether the window is still there."""
        ...


class WindowBehaviour(Protocol):
    """What the system does with a window of ours; ``window`` is its ``winId()``."""

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        """Lets clicks in the window take the keyboard focus, or leave it where it is."""
        ...

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus, after a hotkey was pressed."""
        ...

    def may_copy(self) -> bool:
        """Whether the clipboard can be used now: some systems let only the window in front."""
        ...

    def rise(self, window: int) -> None:
        """Brings the window above others without the keyboard focus."""
        ...

    def frame(self, window: int) -> Rect:
        """What is seen of the window, title bar included, in physical pixels."""
        ...

    def place(self, window: int, frame: Rect) -> None:
        """Moves and sizes it so that this is what is seen of it; it is not raised or activated."""
        ...

    def screens(self) -> tuple[Screen, ...]:
        """The monitors, in physical pixels."""
        ...


class WindowWatch(Protocol):
    """Windows of other programs, seen from outside; all calls but ``obstacle`` may raise PortError.

    The functions that end something do nothing when it has ended already.
    """

    def obstacle(self) -> str | None:
        """None, or why windows cannot be followed on this system, as a short code."""
        ...

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> Action:
        """Lets the agent point at a window; the returned function ends it without a word.

        ``picked`` is called once: with the window that was clicked, with the one that was active
        before after Enter, or with None after Esc. Other clicks change nothing.
        """
        ...

    def windows(self) -> tuple[OtherWindow, ...]:
        """Those an agent could work in, shown or not, the topmost first."""
        ...

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        """Tells soon how the window is, then after every change, to the last: that it is gone.

        The returned function ends it.
        """
        ...

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles; the returned function ends it."""
        ...
