"""Where the window stands: remembered a screen, never outside all of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.services.ports import Settings
from desktop.services.settings import record

WIDTH_PX, HEIGHT_PX = 320, 640
MIN_WIDTH_PX, MAX_WIDTH_PX, MIN_HEIGHT_PX = 280, 520, 360
_MARGIN_PX, _TITLE_BAR_PX = 16, 36


def fitted(wanted: QRect, screen: QRect) -> QRect:
    """The wanted place, made to lie on the screen's free area: moved first, then cut.

    A title bar's height stays free above it: the window is dragged there.
    """
    screen = screen.adjusted(0, _TITLE_BAR_PX, 0, 0)
    width = min(max(wanted.width(), MIN_WIDTH_PX), MAX_WIDTH_PX, screen.width())
    height = min(max(wanted.height(), MIN_HEIGHT_PX), screen.height())
    left = min(max(wanted.left(), screen.left()), screen.left() + screen.width() - width)
    top = min(max(wanted.top(), screen.top()), screen.top() + screen.height() - height)
    return QRect(left, top, width, height)


def first_place(screen: QRect) -> QRect:
    """Where a new agent finds the window: at the right edge, in the middle."""
    left = screen.left() + screen.width() - WIDTH_PX - _MARGIN_PX
    top = screen.top() + (screen.height() - HEIGHT_PX) // 2
    return fitted(QRect(left, top, WIDTH_PX, HEIGHT_PX), screen)


class _Kept(Struct, frozen=True):
    """Name of the screen used last, and each screen's place: left, top, width, height."""

    last: str = ""
    places: Mapping[str, tuple[int, int, int, int]] = {}


_PLACE = record("window.place", _Kept, _Kept())


class Places:
    """The remembered places, one a screen, and the screen used last."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall(self, screens: Mapping[str, QRect], primary: str) -> QRect:
        """Where to stand among the screens that are connected now.

        Args:
            screens: Name of each screen to its free area, in desktop pixels.
            primary: The screen to take if the one used last is gone.
        """
        kept = _PLACE.of(self._settings)
        name = kept.last if kept.last in screens else primary
        if name not in kept.places:
            return first_place(screens[name])
        return fitted(QRect(*kept.places[name]), screens[name])

    def put(self, window: QWidget) -> None:
        """Puts the window where it stood last on its own."""
        screens = {s.name(): s.availableGeometry() for s in QGuiApplication.screens()}
        window.setGeometry(self.recall(screens, QGuiApplication.primaryScreen().name()))

    def remember(self, screen: str, place: QRect) -> None:
        """Keeps where the window stands on that screen, which becomes the one used last."""
        places = _PLACE.of(self._settings).places
        now = (place.x(), place.y(), place.width(), place.height())
        _PLACE.keep(self._settings, _Kept(screen, {**places, screen: now}))
