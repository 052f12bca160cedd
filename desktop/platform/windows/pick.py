"""Picking a window by pointing at it, through a sheet of glass over all screens."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from ctypes import wintypes as w

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QRasterWindow, QScreen

from desktop.core.docking.model import OtherWindow
from desktop.platform.windows.api import user32
from desktop.platform.windows.foreground import bring_forward
from desktop.platform.windows.others import WindowsOthers
from desktop.services.ports import Action, Focus, PortError, Target

_ALMOST_INVISIBLE = 1 / 255
"""Clicks would go through a window that cannot be seen at all."""
_Picked = Callable[[OtherWindow | None], None]


class _Glass(QRasterWindow):
    """One pane over a screen: it takes the mouse, which Windows gives to no captor otherwise."""

    def __init__(self, screen: QScreen, clicked: Action, key: Callable[[int], None]) -> None:
        super().__init__()
        self._clicked = clicked
        self._key = key
        self.setFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setOpacity(_ALMOST_INVISIBLE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setGeometry(screen.geometry())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The agent points at something."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._clicked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc or Enter."""
        self._key(event.key())


class WindowsPick:
    """Lays the glass, and takes it away to see what lies under the pointer."""

    def __init__(self, others: WindowsOthers, focus: Focus) -> None:
        self._others = others
        self._focus = focus
        self._panes: list[_Glass] = []
        self._picked: _Picked | None = None
        self._before: Target | None = None

    def begin(self, picked: _Picked) -> Action:
        """Begins; the returned function ends it without a word."""
        self._end()
        self._picked = picked
        with suppress(PortError):
            self._before = self._focus.current()
        screens = QGuiApplication.screens()
        self._panes = [_Glass(screen, self._point, self._press) for screen in screens]
        self._lay()
        return self._end

    def _lay(self) -> None:
        for pane in self._panes:
            pane.show()
        if self._panes:
            bring_forward(int(self._panes[0].winId()))

    def _point(self) -> None:
        at = w.POINT()
        user32().GetCursorPos(ctypes.byref(at))
        for pane in self._panes:
            pane.hide()
        window = self._others.under(at.x, at.y)
        if window is None:
            self._lay()
        else:
            self._done(window)

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self._done(None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._before:
            self._done(self._others.look(self._before.window))

    def _done(self, window: OtherWindow | None) -> None:
        """Ends it; the keyboard goes to the picked window, or back to where it was."""
        picked = self._picked
        target = Target(window.window) if window else self._before
        self._end()
        if target:
            with suppress(PortError):
                self._focus.activate(target)
        if picked is not None:
            picked(window)

    def _end(self) -> None:
        self._picked = None
        for pane in self._panes:
            pane.hide()
        # not at once: one of them may be telling of the click that ends it
        QTimer.singleShot(0, self._panes.clear)
        self._panes = []
