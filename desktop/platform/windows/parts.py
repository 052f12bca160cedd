"""What needs a window of our own, made in one go."""

from __future__ import annotations

from msgspec import Struct

from desktop.platform.windows.clipboard import WindowsClipboard
from desktop.platform.windows.focus import WindowsFocus
from desktop.platform.windows.hotkeys import WindowsHotkeys
from desktop.platform.windows.keys import WindowsKeys
from desktop.platform.windows.messages import MessageWindow
from desktop.platform.windows.typing import WindowsTyping
from desktop.platform.windows.watch import WindowsWatch
from desktop.services.ports import (
    Action,
    Clipboard,
    Focus,
    Hotkeys,
    Keys,
    Scheduler,
    Typing,
    WindowWatch,
)


class Parts(Struct, frozen=True):
    """The handlers, and how to end them."""

    hotkeys: Hotkeys
    keys: Keys
    typing: Typing
    focus: Focus
    others: WindowWatch
    clipboard: Clipboard
    close: Action


def make_parts(scheduler: Scheduler) -> Parts:
    """Makes the window and what listens to it; needs Qt's loop on this thread."""
    window = MessageWindow()
    clipboard, hotkeys = WindowsClipboard(window), WindowsHotkeys(window)
    focus = WindowsFocus(lambda: hotkeys.pressed_at_ms)
    typing, others = WindowsTyping(window), WindowsWatch(scheduler, focus)

    def close() -> None:
        typing.stop()
        others.close()
        hotkeys.close()
        focus.close()
        window.close()

    keys = WindowsKeys(focus.is_active, clipboard.key_sent)
    return Parts(hotkeys, keys, typing, focus, others, clipboard, close)
