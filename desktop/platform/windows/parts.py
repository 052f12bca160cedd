"""What needs a window of our own, made in one go."""

from __future__ import annotations

from msgspec import Struct

from desktop.platform.windows.clipboard import WindowsClipboard
from desktop.platform.windows.focus import WindowsFocus
from desktop.platform.windows.hotkeys import WindowsHotkeys
from desktop.platform.windows.keys import WindowsKeys
from desktop.platform.windows.messages import MessageWindow
from desktop.services.ports import Action, Clipboard, Focus, Hotkeys, Keys


class Parts(Struct, frozen=True):
    """The handlers, and how to end them."""

    hotkeys: Hotkeys
    keys: Keys
    focus: Focus
    clipboard: Clipboard
    close: Action


def make_parts() -> Parts:
    """Makes the window and what listens to it; needs Qt's loop on this thread."""
    window = MessageWindow()
    clipboard, focus, hotkeys = WindowsClipboard(window), WindowsFocus(), WindowsHotkeys(window)

    def close() -> None:
        hotkeys.close()
        focus.close()
        window.close()

    return Parts(hotkeys, WindowsKeys(clipboard.key_sent), focus, clipboard, close)
