"""Windows of another program, drawn by the test itself through a connection of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage
from Xlib.xobject.drawable import Window

from desktop.platform.x11.connection import XConnection
from desktop.services.ports import Target
from tests.e2e.desktop.session import Desktop, eventually

ANOTHER_PID = 1


class Stage:
    """Opens and closes windows and notes the keys that reach them."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.connection = XConnection(desktop.display)
        self._windows: list[Window] = []
        self.keys: list[tuple[int, str, int]] = []
        """Window, key and state bits (modifiers, and from bit 13 on the layout) of each press."""
        self.connection.listen(X.KeyPress, self._pressed)

    def open(self, title: str, *, ours: bool = False, bare: bool = False) -> Target:
        """Opens a window and waits until the window manager has made it active.

        A ``bare`` one says nothing of itself and goes past the window manager, as the popups of
        old programs do; it takes the focus by itself.
        """
        with self.connection.talking() as display:
            window = self.connection.root().create_window(
                *(10, 10, 200, 100, 0, X.CopyFromParent),
                event_mask=X.KeyPressMask,
                override_redirect=bare,
            )
            if not bare:
                self._describe(display, window, title, os.getpid() if ours else ANOTHER_PID)
            window.map()
            if bare or not self._desktop.managed:
                display.sync()
                window.set_input_focus(X.RevertToNone, X.CurrentTime)
            display.flush()
        self._windows.append(window)
        if bare:
            eventually(lambda: self._desktop.focused_window() == window.id, f"{title} focused")
            return Target(window.id)
        eventually(lambda: self._desktop.active_window() == window.id, f"{title} active")
        return Target(window.id, "Chat")

    def _describe(self, display: Display, window: Window, title: str, pid: int) -> None:
        window.change_property(display.intern_atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [pid])
        window.set_wm_name(title)
        window.set_wm_class("chat", "Chat")

    def close_window(self, target: Target) -> None:
        with self.connection.talking() as display:
            self.connection.window(target.window).destroy()
            display.sync()
        self._windows = [window for window in self._windows if window.id != target.window]

    def ask_state(self, target: Target, state: str) -> None:
        """Asks the window manager for a state of a window, as its program would."""
        with self.connection.talking() as display:
            window = self.connection.window(target.window)
            atoms = [display.intern_atom(name) for name in ("_NET_WM_STATE", state)]
            message = ClientMessage(
                window=window, client_type=atoms[0], data=(32, [1, atoms[1], 0, 1, 0])
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            self.connection.root().send_event(message, event_mask=mask)
            display.flush()

    def key_after(self, action: Callable[[], object]) -> list[tuple[int, str, int]]:
        """The keys that reached windows by an action."""
        self.keys.clear()
        action()
        self.settle()
        return list(self.keys)

    def settle(self) -> None:
        """Everything that was sent so far has arrived: the server answers in order."""
        with self.connection.talking() as display:
            display.sync()
        self.connection.pump()

    def close(self) -> None:
        for window in self._windows:
            window.destroy()
        self.settle()
        self.connection.close()

    def _pressed(self, event: object) -> None:
        with self.connection.talking() as display:
            keysym = display.keycode_to_keysym(event.detail, 0)  # type: ignore[attr-defined]
            name = display.lookup_string(keysym) or str(keysym)
        self.keys.append((event.window.id, name, event.state))  # type: ignore[attr-defined]


def pumped(connection: XConnection, look: Callable[[], object], what: str) -> object:
    """Waits for something while events are handed out, as the program's loop does."""

    def look_again() -> object:
        connection.pump()
        return look()

    found = eventually(look_again, what)
    time.sleep(0)
    return found
