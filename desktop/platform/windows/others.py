"""Windows of other programs, as Windows tells of them."""

from __future__ import annotations

import ctypes
import os
from ctypes import wintypes as w

from msgspec.structs import replace

from desktop.core.docking.model import OtherWindow, Presence, Rect
from desktop.platform.windows.api import dwmapi, user32
from desktop.platform.windows.programs import is_shell, process_of, program_of

_NEXT, _ROOT = 2, 2
_STYLE, _EXTENDED_STYLE = -16, -20
_TOOL_WINDOW, _CAPTION = 0x80, 0xC00000
_NEAREST = 2
_FRAME_BOUNDS, _CLOAKED = 9, 14
"""Source: DWMWINDOWATTRIBUTE."""
_NOWHERE = Rect(0, 0, 0, 0)


class _Monitor(ctypes.Structure):
    """Source: MONITORINFO."""

    _fields_ = (("size", w.DWORD), ("whole", w.RECT), ("work", w.RECT), ("flags", w.DWORD))


class WindowsOthers:
    """Reads what there is to know of them at a moment."""

    def __init__(self) -> None:
        self._own = os.getpid()

    def windows(self) -> tuple[OtherWindow, ...]:
        """Those of other programs that an agent could work in, the topmost first."""
        found = []
        window = user32().GetTopWindow(None)
        while window:
            if self._to_work_in(window):
                found.append(self.look(window))
            window = user32().GetWindow(window, _NEXT)
        return tuple(found)

    def look(self, window: int) -> OtherWindow:
        """One window as it is now."""
        return self.look_again(OtherWindow(window, program_of(window), "", _NOWHERE))

    def look_again(self, before: OtherWindow) -> OtherWindow:
        """The same window as it is now; its program stays."""
        window = before.window
        presence = _presence(window)
        # a minimised window is told to be far outside of the desktop
        frame = before.frame if presence in {Presence.AWAY, Presence.GONE} else seen_of(window)
        active = user32().GetForegroundWindow() == window
        title = _title(window)
        return replace(before, title=title, frame=frame, presence=presence, active=active)

    def under(self, x: int, y: int) -> OtherWindow | None:
        """The window at a place on the desktop if it is one to work in."""
        window = user32().GetAncestor(user32().WindowFromPoint(w.POINT(x, y)), _ROOT)
        return self.look(window) if window and self._to_work_in(window) else None

    def _to_work_in(self, window: int) -> bool:
        """Whether it is no tool, no part of the desktop, and not ours; it may be minimised."""
        if not user32().IsWindowVisible(window) or process_of(window) in {0, self._own}:
            return False
        if user32().GetWindowLongPtrW(window, _EXTENDED_STYLE) & _TOOL_WINDOW:
            return False
        frame = seen_of(window)
        return frame.width > 0 and frame.height > 0 and not is_shell(window)


def seen_of(window: int) -> Rect:
    """What is seen of a window: without the invisible borders by which Windows lets it resize."""
    frame = w.RECT()
    found = dwmapi().DwmGetWindowAttribute(
        window, _FRAME_BOUNDS, ctypes.byref(frame), ctypes.sizeof(frame)
    )
    return whole_of(window) if found else _rect(frame)


def whole_of(window: int) -> Rect:
    """A window with its invisible borders."""
    frame = w.RECT()
    user32().GetWindowRect(window, ctypes.byref(frame))
    return _rect(frame)


def _presence(window: int) -> Presence:
    if not user32().IsWindow(window):
        return Presence.GONE
    if user32().IsIconic(window) or not user32().IsWindowVisible(window) or _cloaked(window):
        return Presence.AWAY
    return Presence.FULL_SCREEN if _fills_its_screen(window) else Presence.SHOWN


def _cloaked(window: int) -> bool:
    """Whether it is on another of Windows' virtual desktops, or a store app at rest."""
    cloaked = w.DWORD()
    dwmapi().DwmGetWindowAttribute(window, _CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked))
    return bool(cloaked.value)


def _fills_its_screen(window: int) -> bool:
    """Whether nothing else is left on its screen, not even the task bar or a title bar."""
    style = user32().GetWindowLongPtrW(window, _STYLE)
    if user32().IsZoomed(window) or style & _CAPTION == _CAPTION:
        return False
    monitor = _Monitor(size=ctypes.sizeof(_Monitor))
    user32().GetMonitorInfoW(user32().MonitorFromWindow(window, _NEAREST), ctypes.byref(monitor))
    screen, seen = _rect(monitor.whole), whole_of(window)
    return (
        seen.x <= screen.x
        and seen.y <= screen.y
        and seen.right >= screen.right
        and seen.bottom >= screen.bottom
    )


def _title(window: int) -> str:
    """What its title bar says; other programs are not asked, so a hung one does not hold us."""
    title = ctypes.create_unicode_buffer(256)
    user32().GetWindowTextW(window, title, len(title))
    return title.value


def _rect(rect: w.RECT) -> Rect:
    return Rect(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)
