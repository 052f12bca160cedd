"""Where the window stands: on its own, as the agent put it, or where docking does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.core.docking.model import Rect, Screen, Size
from desktop.services.docking.model import Ended
from desktop.ui.desk import Desk
from desktop.ui.shell.place import (
    MAX_WIDTH_PX,
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    WIDTH_PX,
    Places,
)

_SETTLED_MS = 400


class Standing(QObject):
    """Remembers the window's own place, and is our window for docking.

    A place it got by docking is not remembered: undocked, it returns to its own.
    """

    def __init__(self, window: QWidget, desk: Desk, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._behaviour = desk.services.windows
        self._docking = desk.services.docking
        self._places = places
        self._lent: Rect | None = None
        self._away = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._rested)
        window.installEventFilter(self)

    def start_docking(self) -> None:
        """Docks if that is the agent's wish; the window is shown by now."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._follow_screen)
        app.screenRemoved.connect(self._docking.look_again)
        for screen in app.screens():
            self._follow_screen(screen)
        self._docking.start(self)

    def put_away(self) -> None:
        """The agent hides the window: it stays hidden until the agent shows it."""
        self._away = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears where the window is moved, and when it is hidden and shown."""
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize:
                self._settled.start()
                if self._lent:
                    self._docking.moved(self._frame())
            case QEvent.Type.Hide:
                self._remember()
            case QEvent.Type.Show | QEvent.Type.WindowStateChange:
                QTimer.singleShot(0, self._docking.look_again)
        return super().eventFilter(watched, event)

    def screens(self) -> Sequence[Screen]:
        """The monitors there are now."""
        return self._behaviour.screens()

    def limits(self) -> Size:
        """How large it may be, and how wide it is by default, with the frame around it."""
        frame, inside = self._frame(), self._window.windowHandle()
        scale = inside.devicePixelRatio()
        sides = round(frame.width / scale) - inside.width()
        bars = round(frame.height / scale) - inside.height()
        return Size(
            width=WIDTH_PX + sides,
            min_width=MIN_WIDTH_PX + sides,
            max_width=MAX_WIDTH_PX + sides,
            min_height=MIN_HEIGHT_PX + bars,
        )

    def stand(self, frame: Rect) -> None:
        """Stands there without the focus; stays hidden or minimised if the agent did that."""
        if self._window.isMinimized():
            return
        self._remember()
        if frame != self._lent:
            self._lent = frame
            self._settled.start()  # it may stand there already
        self._behaviour.place(int(self._window.winId()), frame)
        self._come_back()

    def leave(self) -> None:
        """Goes out of sight with the other window."""
        if self._window.isVisible() and not self._window.isMinimized():
            self._away = True
            self._window.hide()

    def stand_free(self, ended: Ended | None) -> None:
        """Stays where the agent took it, else stands where it stood undocked."""
        self._lent = None
        if ended is Ended.TAKEN_AWAY:
            self._remember()
        else:
            self._places.put(self._window)
        self._come_back()
        if ended is not None:
            self._desk.dock.tell_ended(ended)

    def rise(self) -> None:
        """Comes up with the other window, if it is not above all of them anyway."""
        if not self._desk.on_top.wished:
            self._behaviour.rise(int(self._window.winId()))

    def _frame(self) -> Rect:
        return self._behaviour.frame(int(self._window.winId()))

    def _come_back(self) -> None:
        if self._away:
            self._away = False
            self._window.show()

    def _rested(self) -> None:
        if not self._window.isVisible() or self._window.isMinimized():
            return
        if self._lent:
            frame = self._frame()
            if not self._desk.kept(lambda: self._docking.rested(frame)):
                self._docking.look_again()
        else:
            self._remember()

    def _remember(self) -> None:
        if not (self._lent or self._window.isMinimized()):
            screen, place = self._window.screen().name(), self._window.geometry()
            self._desk.kept(lambda: self._places.remember(screen, place))

    def _follow_screen(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._docking.look_again)
        self._docking.look_again()
