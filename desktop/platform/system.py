"""The operating system as one frozen value: a handler for each thing it does for us."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from desktop.core.docking.model import Rect, Screen
from desktop.services.ports import (
    Action,
    Autostart,
    Clipboard,
    Clock,
    Focus,
    Hotkeys,
    Keys,
    Scheduler,
    Typing,
    WindowWatch,
)


class Windows(Protocol):
    """What the system does with windows of ours; ``window`` is a ``winId()``."""

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        """Lets clicks in the window take the keyboard focus, or leave it where it is."""
        ...

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus."""
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


class Backend(Struct, frozen=True):
    """One system; what it does not offer is a handler that does nothing and says why.

    Attributes:
        name: ``x11``, ``wayland``, ``windows`` or ``none``.
        hotkeys: Global hotkeys.
        keys: Keys sent to other programs.
        typing: What is typed in other programs, once that is asked for.
        focus: The window of another program that keys go to.
        others: Windows of other programs, to stand beside.
        clipboard: The clipboard with all formats.
        scheduler: Later on Qt's loop.
        clock: The time.
        windows: Focus and place of our own windows.
        autostart: Starting with the agent's session.
        close: Gives back what was taken from the system; call it once, at the end.
    """

    name: str
    hotkeys: Hotkeys
    keys: Keys
    typing: Typing
    focus: Focus
    others: WindowWatch
    clipboard: Clipboard
    scheduler: Scheduler
    clock: Clock
    windows: Windows
    autostart: Autostart
    close: Action
