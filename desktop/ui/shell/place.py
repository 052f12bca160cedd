"""Where the window stands: remembered a screen, never outside all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QRect

from desktop.services.ports import Settings

WIDTH_PX, HEIGHT_PX = 320, 640
MIN_WIDTH_PX, MAX_WIDTH_PX, MIN_HEIGHT_PX = 280, 520, 360
_MARGIN_PX, _TITLE_BAR_PX = 16, 36
_KEY = "window.place"


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
        last, places = self._read()
        name = last if last in screens else primary
        if name not in places:
            return first_place(screens[name])
        return fitted(QRect(*places[name]), screens[name])

    def remember(self, screen: str, place: QRect) -> None:
        """Keeps where the window stands on that screen, which becomes the one used last."""
        _, places = self._read()
        places[screen] = [place.x(), place.y(), place.width(), place.height()]
        self._settings.set_setting(_KEY, json.dumps({"last": screen, "places": places}))

    def _read(self) -> tuple[str, dict[str, list[int]]]:
        kept = json.loads(self._settings.setting(_KEY) or '{"last": "", "places": {}}')
        return kept["last"], kept["places"]
