"""The operating system as one frozen value: a handler for each thing it does for us."""

from __future__ import annotations

from msgspec import Struct

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
    WindowBehaviour,
    WindowWatch,
)


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
    windows: WindowBehaviour
    autostart: Autostart
    close: Action
