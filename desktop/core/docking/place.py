"""Where our window stands beside another one."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.docking.model import Rect, Screen, Side, Size

MOVED_AWAY_PX = 48
"""Moved further than this, at 100 % scale, the agent wants the window elsewhere."""


def beside(target: Rect, screens: Sequence[Screen], side: Side, size: Size) -> Rect:
    """Where our window stands, frame included.

    As high as the target as far as the screen goes, on the wished side if there is room, else on
    the other, else over the target's edge. It never leaves its screen, and never covers the
    middle of the target unless the screen is narrower than twice our least width.

    Args:
        target: What is seen of the other window.
        screens: At least one.
        side: The agent's wish.
        size: Our limits.
    """
    home = max(screens, key=lambda screen: (_shared(target, screen.area), -_far(target, screen)))
    others = [screen for screen in screens if screen is not home and _tall(target, screen, size)]
    for wanted in (side, side.other):
        for screen in (home, *others):
            place = _outside(target, screen, wanted, size)
            if place is not None:
                return place
    return _over_edge(target, home, side, size)


def moved_away(asked: Rect, found: Rect, scale: float) -> bool:
    """Whether a window that we placed at ``asked`` was taken from there by the agent."""
    limit = MOVED_AWAY_PX * scale
    # one edge may move: that is a resize
    return (
        min(abs(asked.x - found.x), abs(asked.right - found.right)) > limit
        or min(abs(asked.y - found.y), abs(asked.bottom - found.bottom)) > limit
    )


def _outside(target: Rect, screen: Screen, side: Side, size: Size) -> Rect | None:
    """The place right beside the target on a screen; narrower rather than not at all."""
    area = screen.area
    edge = target.right if side is Side.RIGHT else target.x
    if not area.x <= edge <= area.right:
        return None
    room = area.right - edge if side is Side.RIGHT else edge - area.x
    least, wished = _widths(screen, size)
    if room < least:
        return None
    width = min(wished, room)
    return _at(edge if side is Side.RIGHT else edge - width, width, target, screen, size)


def _over_edge(target: Rect, screen: Screen, side: Side, size: Size) -> Rect:
    """The place at the screen's edge, between it and the target's middle."""
    area, middle = screen.area, target.x + target.width // 2
    rooms = {
        Side.LEFT: min(max(middle - area.x, 0), area.width),
        Side.RIGHT: min(max(area.right - middle - 1, 0), area.width),
    }
    least, wished = _widths(screen, size)
    if rooms[side] < least and rooms[side.other] > rooms[side]:
        side = side.other
    width = min(wished, max(rooms[side], least))
    return _at(area.x if side is Side.LEFT else area.right - width, width, target, screen, size)


def _at(x: int, width: int, target: Rect, screen: Screen, size: Size) -> Rect:
    """As high as the target, within the screen, but not lower than we can be."""
    area = screen.area
    top, bottom = max(target.y, area.y), min(target.bottom, area.bottom)
    height = min(max(bottom - top, round(size.min_height * screen.scale)), area.height)
    return Rect(x, min(max(top, area.y), area.bottom - height), width, height)


def _widths(screen: Screen, size: Size) -> tuple[int, int]:
    """Our least and our wished width on a screen."""
    least = min(round(size.min_width * screen.scale), screen.area.width)
    wished = round(min(max(size.width, size.min_width), size.max_width) * screen.scale)
    return least, min(wished, screen.area.width)


def _tall(target: Rect, screen: Screen, size: Size) -> bool:
    """Whether enough of the target's height is also this screen's."""
    rows = min(target.bottom, screen.area.bottom) - max(target.y, screen.area.y)
    return rows >= size.min_height * screen.scale


def _shared(one: Rect, other: Rect) -> int:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(width, 0) * max(height, 0)


def _far(target: Rect, screen: Screen) -> int:
    """How far the target's middle lies outside a screen."""
    x, y, area = target.x + target.width // 2, target.y + target.height // 2, screen.area
    return max(area.x - x, x - area.right, 0) + max(area.y - y, y - area.bottom, 0)
