"""Which window of another program the keys go to, told by the window manager."""

from __future__ import annotations

import os

from Xlib import X, Xatom, error
from Xlib.protocol.event import ClientMessage
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop.platform.x11.connection import XConnection
from desktop.services.ports import Target

_FROM_PAGER = 2
"""Source: EWMH, _NET_ACTIVE_WINDOW: a pager or the like acts for the user and is obeyed."""


class XFocus:
    """Follows _NET_ACTIVE_WINDOW by events; asks for the input focus if no one sets it.

    Whoever asks for the current window while a hotkey is told of means the one in which it was
    pressed. Others may have become active since, as when a chat was closed right after the key.
    """

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        self._own_pid = os.getpid()
        self._last: Target | None = None
        self._missed = False
        with connection.talking() as display:
            self._active_atom = display.intern_atom("_NET_ACTIVE_WINDOW")
            self._pid_atom = display.intern_atom("_NET_WM_PID")
            self._supported_atom = display.intern_atom("_NET_SUPPORTED")
            self._state_atom = display.intern_atom("WM_STATE")
            connection.root().change_attributes(event_mask=X.PropertyChangeMask)
        connection.listen(X.PropertyNotify, self._property_changed)
        self._look()

    def current(self) -> Target | None:
        """The active window, or the last one before a window of ours; None when unknown."""
        self._look()
        if self._last and not self.exists(self._last):
            self._last = None
        return None if self._missed else self._last

    def is_active(self, target: Target) -> bool:
        """Whether keys pressed now go to that window; asks the server, events may be late.

        The window manager's word comes late when a window has just been closed, so the input
        focus has to be in the window, or in a helper window of its program.
        """
        with self._connection.talking() as display:
            focus = display.get_input_focus().focus
            if isinstance(focus, int):
                return False  # nowhere, or wherever the pointer is
            inside = self._top_level(focus) == target.window
            if not self.managed() or self._on_its_own(target.window):
                return inside
            return self._manager_says() == target.window and (
                inside or self._connection.same_program(focus.id, target.window)
            )

    def exists(self, target: Target) -> bool:
        """Whether the window is still there, shown or minimised."""
        with self._connection.talking():
            try:
                self._connection.window(target.window).get_geometry()
            except error.XError:
                return False
            return True

    def activate(self, target: Target) -> None:
        """Asks the window manager to make it active; without one, does it itself."""
        window = self._connection.window(target.window)
        with self._connection.talking() as display:
            if self.managed() and not self._on_its_own(target.window):
                message = ClientMessage(
                    window=window,
                    client_type=self._active_atom,
                    data=(32, [_FROM_PAGER, self._connection.user_time_ms, 0, 0, 0]),
                )
                mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
                self._connection.root().send_event(message, event_mask=mask)
            else:
                window.configure(stack_mode=X.Above)
                window.set_input_focus(X.RevertToParent, X.CurrentTime)
            display.flush()

    def _property_changed(self, event: Event) -> None:
        if self._is_change(event):
            # the window that became active then is not to be had if others did since
            self._missed = True
            self._look()

    def _is_change(self, event: Event) -> bool:
        return bool(event.type == X.PropertyNotify and event.atom == self._active_atom)

    def _look(self) -> None:
        """Remembers the active window unless it is ours, or not the one that is asked for."""
        active = self._active()
        if self._connection.overtaken(self._is_change):
            return
        self._missed = False
        if active and not (self._last and self._last.window == active):
            self._remember(active)

    def _active(self) -> int:
        """The window that keys go to, by the window manager's word where it has one."""
        with self._connection.talking() as display:
            focus = display.get_input_focus().focus
            active = 0 if isinstance(focus, int) else self._top_level(focus)
            if self.managed():
                said = self._manager_says()
                if self._connection.same_program(active, said) or not self._on_its_own(active):
                    return said
            return active

    def _remember(self, active: int) -> None:
        window = self._connection.window(active)
        with self._connection.talking():
            try:
                if self._first(window, self._pid_atom, Xatom.CARDINAL) != self._own_pid:
                    self._last = Target(active, (window.get_wm_class() or ("", ""))[1])
            except error.XError:
                return  # gone while we looked

    def _on_its_own(self, window: int) -> bool:
        """Whether it is a window to be seen that no window manager has a say in."""
        try:
            asked = self._connection.window(window)
            attributes, size = asked.get_attributes(), asked.get_geometry()
        except error.XError:
            return False
        return bool(
            attributes.override_redirect
            and attributes.map_state == X.IsViewable
            # window managers keep the focus in a speck of theirs while no window has it
            and min(size.width, size.height) > 1
        )

    def managed(self) -> bool:
        """Whether there is a window manager that tells which window is active."""
        supported = self._connection.root().get_full_property(self._supported_atom, Xatom.ATOM)
        return supported is not None and self._active_atom in supported.value

    def _manager_says(self) -> int:
        return self._first(self._connection.root(), self._active_atom, Xatom.WINDOW)

    def _top_level(self, window: Window) -> int:
        """The window a window manager or the root holds, around one with the input focus."""
        root = self._connection.root().id
        try:
            while window.id != root and not window.get_property(
                self._state_atom, X.AnyPropertyType, 0, 1
            ):
                parent = window.query_tree().parent
                if parent.id == root:
                    return window.id
                window = parent
        except error.XError:
            return 0
        return 0 if window.id == root else window.id

    def _first(self, window: Window, atom: int, kind: int) -> int:
        found = window.get_property(atom, kind, 0, 1)
        return int(found.value[0]) if found and len(found.value) else 0
