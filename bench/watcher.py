"""What an X client can see of other programs' windows: when they are mapped and painted."""

from __future__ import annotations

import re
import select
import time
from dataclasses import dataclass, field
from typing import Any

from Xlib import X, display
from Xlib.error import XError
from Xlib.ext import damage

STEP = 37
"""Every so many pixels one is looked at."""

BIG = 0.004
"""The least share of a window that counts as a change: more than a blinking text cursor."""


@dataclass
class Window:
    """One top-level window of another program.

    Attributes:
        mapped: When it was mapped; None if not yet. All times are monotonic seconds.
        painted: When its pixels were no longer one flat colour.
        unmapped: When it was last taken away.
        changes: When its picture changed, and by which share of the pixels looked at.
        size: Width and height in pixels.
    """

    handle: Any
    damage: Any = None
    mapped: float | None = None
    painted: float | None = None
    unmapped: float = 0.0
    changes: list[tuple[float, float]] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    pixels: list[int] = field(default_factory=list)

    def big_changes(self, since: float) -> list[float]:
        return [t for t, share in self.changes if t >= since and share > BIG]


class Watcher:
    """Follows every top-level window from its creation, by the X Damage extension."""

    def __init__(self, name: str) -> None:
        self.display = display.Display(name)
        self.display.set_error_handler(lambda *_: None)
        self.display.damage_query_version()
        self.display.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.damaged = self.display.extension_event.DamageNotify
        self.windows: dict[int, Window] = {}
        self.display.sync()

    def close(self) -> None:
        self.display.close()

    def pump(self, seconds: float) -> None:
        """Handles what happens in the next ``seconds``, at most some ms late."""
        end = time.monotonic() + seconds
        while True:
            while self.display.pending_events():
                self._handle(self.display.next_event())
            left = end - time.monotonic()
            if left <= 0:
                return
            select.select([self.display.fileno()], [], [], min(left, 0.005))

    def _handle(self, ev: Any) -> None:
        if ev.type == X.CreateNotify:
            self._follow(ev.window)
        elif ev.type == X.MapNotify and ev.window.id in self.windows:
            window = self.windows[ev.window.id]
            window.mapped = window.mapped or time.monotonic()
        elif ev.type == X.UnmapNotify and ev.window.id in self.windows:
            self.windows[ev.window.id].unmapped = time.monotonic()
        elif ev.type == self.damaged:
            found = self.windows.get(getattr(ev.drawable, "id", ev.drawable))
            if found:
                self._look(found)

    def _follow(self, handle: Any) -> None:
        window = self.windows[handle.id] = Window(handle)
        handle.change_attributes(event_mask=X.StructureNotifyMask)
        window.damage = handle.damage_create(damage.DamageReportNonEmpty)
        try:
            if handle.get_attributes().map_state == X.IsViewable:  # it was quicker than we
                window.mapped = time.monotonic()
        except XError:
            return  # gone already

    def _look(self, window: Window) -> None:
        seen = time.monotonic()
        # Armed again before the picture is read, so that no change falls between.
        self.display.damage_subtract(window.damage)
        try:
            shape = window.handle.get_geometry()
            window.size = (shape.width, shape.height)
            if min(window.size) < 50:
                return
            image = window.handle.get_image(0, 0, *window.size, X.ZPixmap, 0xFFFFFFFF)
        except XError:
            return  # not viewable yet, or resized meanwhile
        pixels = memoryview(image.data).cast("I")[::STEP].tolist()
        before, window.pixels = window.pixels, pixels
        if window.painted is None and len(set(pixels)) > 2:
            window.painted = seen
        share = 1.0
        if len(before) == len(pixels):
            share = sum(a != b for a, b in zip(before, pixels, strict=True)) / len(pixels)
        window.changes.append((seen, share))

    def find(self, pattern: str) -> Window | None:
        """The mapped window whose title or class matches."""
        for window in self.windows.values():
            shown = window.mapped and window.unmapped <= window.mapped
            if shown and any(re.search(pattern, name) for name in self._names(window)):
                return window
        return None

    def _names(self, window: Window) -> list[str]:
        try:
            title = window.handle.get_full_property(
                self.display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType
            )
            names = [window.handle.get_wm_name(), *(window.handle.get_wm_class() or ())]
        except XError:
            return []
        if title:
            names.append(title.value.decode("utf-8", "replace"))
        return [name for name in names if isinstance(name, str)]

    def wait_painted(self, pattern: str, timeout_s: float = 30) -> Window:
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            self.pump(0.01)
            window = self.find(pattern)
            if window and window.painted:
                return window
        seen = [self._names(window) for window in self.windows.values()]
        raise TimeoutError(f"no painted window for {pattern}: {seen}")

    def settle(
        self, window: Window, since: float, quiet_s: float = 0.6, timeout_s: float = 15
    ) -> tuple[float | None, float | None]:
        """The first and last big change since ``since``, once it has been still for a while."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            self.pump(0.02)
            big = window.big_changes(since)
            now = time.monotonic()
            if now - max([since, *big]) > quiet_s and (big or now - since > 5):
                return (big[0], big[-1]) if big else (None, None)
        raise TimeoutError("the window does not come to rest")
