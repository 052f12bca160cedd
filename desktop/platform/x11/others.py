"""Windows of other programs, as the window manager tells of them or else the server itself."""

from __future__ import annotations

import os
from contextlib import suppress

from msgspec.structs import replace
from Xlib import X, Xatom, error
from Xlib.xobject.drawable import Window

from desktop.core.docking.model import OtherWindow, Presence, Rect
from desktop.platform.x11.connection import XConnection

_EVERY_DESKTOP = 0xFFFFFFFF
_TITLE_WORDS, _WORDS, _NUMBERS = 64, 64, 32
_ATOMS = {
    "active": "_NET_ACTIVE_WINDOW",
    "listed": "_NET_CLIENT_LIST_STACKING",
    "desktop": "_NET_WM_DESKTOP",
    "current": "_NET_CURRENT_DESKTOP",
    "state": "_NET_WM_STATE",
    "hidden": "_NET_WM_STATE_HIDDEN",
    "full_screen": "_NET_WM_STATE_FULLSCREEN",
    "frame": "_NET_FRAME_EXTENTS",
    "shadow": "_GTK_FRAME_EXTENTS",
    "pid": "_NET_WM_PID",
    "title": "_NET_WM_NAME",
    "kind": "_NET_WM_WINDOW_TYPE",
    "panel": "_NET_WM_WINDOW_TYPE_DOCK",
    "wallpaper": "_NET_WM_WINDOW_TYPE_DESKTOP",
    "managed": "WM_STATE",
}


class XOthers:
    """Reads what there is to know of them at a moment."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        self._own_pid = os.getpid()
        with connection.talking() as display:
            self.atoms = {name: int(display.intern_atom(atom)) for name, atom in _ATOMS.items()}

    def windows(self) -> tuple[OtherWindow, ...]:
        """Those of other programs that an agent could work in, the topmost first."""
        found = []
        with self._connection.talking():
            for number in reversed(self._stacked()):
                with suppress(error.XError):  # gone while we looked
                    if self._to_work_in(self._connection.window(number)):
                        found.append(self._read(number))
        return tuple(found)

    def look(self, number: int) -> OtherWindow:
        """One window as it is now."""
        with self._connection.talking():
            try:
                return self._read(number)
            except error.XError:
                return OtherWindow(number, "", "", Rect(0, 0, 0, 0), Presence.GONE)

    def look_where(self, before: OtherWindow) -> OtherWindow:
        """The same window where it is now: a third of the questions that ``look`` asks."""
        with self._connection.talking():
            try:
                seen = self._seen_of(self._connection.window(before.window))
            except error.XError:
                return replace(before, presence=Presence.GONE)
            return replace(before, frame=seen)

    def frame_of(self, number: int) -> int:
        """The window right below the root that holds this one: its frame, or it itself."""
        root = self._connection.root().id
        window = self._connection.window(number)
        with self._connection.talking(), suppress(error.XError):
            while (parent := window.query_tree().parent) and parent.id != root:
                window = parent
        return int(window.id)

    def inside(self, frame: int) -> int:
        """The program's window in a frame; the frame itself if there is none."""
        below = [self._connection.window(frame)]
        with self._connection.talking():
            while below:
                window = below.pop(0)
                with suppress(error.XError):  # gone while we looked
                    if self._words(window, "managed"):
                        return int(window.id)
                    below += window.query_tree().children
        return frame

    def _read(self, number: int) -> OtherWindow:
        window = self._connection.window(number)
        named = window.get_wm_class() or ("", "")
        active = self._words(self._connection.root(), "active") == [number]
        return OtherWindow(
            number,
            named[1],
            self._title(window),
            self._seen_of(window),
            self._presence(window),
            active=active,
        )

    def _stacked(self) -> list[int]:
        root = self._connection.root()
        listed = self._words(root, "listed")
        if listed:
            return listed
        windows = root.query_tree().children
        return [self.inside(window.id) for window in windows if self._is_plain(window)]

    def _is_plain(self, window: Window) -> bool:
        """Whether it is no menu, and is shown, as far as one knows without a window manager."""
        with suppress(error.XError):
            known = window.get_attributes()
            return known.map_state == X.IsViewable and not known.override_redirect
        return False

    def _to_work_in(self, window: Window) -> bool:
        kinds = self._words(window, "kind")
        aside = self.atoms["panel"] in kinds or self.atoms["wallpaper"] in kinds
        return not aside and self._words(window, "pid") != [self._own_pid]

    def _presence(self, window: Window) -> Presence:
        states = self._words(window, "state")
        if self.atoms["hidden"] in states or window.get_attributes().map_state != X.IsViewable:
            return Presence.AWAY
        desktop = self._words(window, "desktop")
        current = self._words(self._connection.root(), "current")
        if desktop and current and desktop[0] not in {current[0], _EVERY_DESKTOP}:
            return Presence.AWAY
        return Presence.FULL_SCREEN if self.atoms["full_screen"] in states else Presence.SHOWN

    def _seen_of(self, window: Window) -> Rect:
        """The window with its title bar, without the shadow some programs draw around it."""
        size = window.get_geometry()
        at = self._connection.root().translate_coords(window.id, 0, 0)
        left, right, top, bottom = (self._words(window, "frame") + [0] * 4)[:4]
        shadow = (self._words(window, "shadow") + [0] * 4)[:4]
        left, right, top, bottom = (
            outside - inside
            for outside, inside in zip((left, right, top, bottom), shadow, strict=True)
        )
        width, height = size.width + left + right, size.height + top + bottom
        return Rect(at.x - left, at.y - top, width, height)

    def _title(self, window: Window) -> str:
        for name in (self.atoms["title"], Xatom.WM_NAME):
            found = window.get_full_property(name, X.AnyPropertyType, _TITLE_WORDS)
            if found is not None:
                value = found.value
                return value if isinstance(value, str) else bytes(value).decode(errors="replace")
        return ""

    def _words(self, window: Window, name: str) -> list[int]:
        """A property of numbers; empty if it is not set."""
        found = window.get_full_property(self.atoms[name], X.AnyPropertyType, _WORDS)
        return [int(value) for value in found.value] if found and found.format == _NUMBERS else []
