"""Where our window stands beside the window it is docked to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.core.docking.model import Rect, Screen, Side, Size
from desktop.core.docking.place import beside, moved_away

SIZE = Size(width=320, min_width=280, max_width=520, min_height=360)
ONE = Screen(Rect(0, 0, 1920, 1040))
ON_THE_RIGHT = Screen(Rect(1920, 0, 2560, 1400), scale=1.5)
ON_THE_LEFT = Screen(Rect(-1280, 200, 1280, 1024))


@pytest.mark.parametrize(
    ("target", "side", "place"),
    [
        (Rect(400, 100, 900, 700), Side.RIGHT, Rect(1300, 100, 320, 700)),
        (Rect(400, 100, 900, 700), Side.LEFT, Rect(80, 100, 320, 700)),
        (Rect(700, 100, 1200, 700), Side.RIGHT, Rect(380, 100, 320, 700)),  # no room: flipped
        (Rect(400, 100, 1220, 700), Side.RIGHT, Rect(1620, 100, 300, 700)),  # narrow room: narrower
        (Rect(0, 0, 1920, 1040), Side.RIGHT, Rect(1600, 0, 320, 1040)),  # maximised: over its edge
        (Rect(0, 0, 1920, 1040), Side.LEFT, Rect(0, 0, 320, 1040)),
        (Rect(400, -50, 900, 2000), Side.RIGHT, Rect(1300, 0, 320, 1040)),  # cut to the screen
        (Rect(400, 900, 900, 300), Side.RIGHT, Rect(1300, 680, 320, 360)),  # not lower than we can
    ],
)
def test_on_one_screen(target: Rect, side: Side, place: Rect) -> None:
    assert beside(target, [ONE], side, SIZE) == place


def test_a_maximised_window_has_ours_on_the_next_screen_in_that_screens_scale() -> None:
    screens = [ONE, ON_THE_RIGHT, ON_THE_LEFT]
    full = ONE.area
    assert beside(full, screens, Side.RIGHT, SIZE) == Rect(1920, 0, 480, 1040)
    assert beside(full, screens, Side.LEFT, SIZE) == Rect(-320, 200, 320, 840)


def test_on_a_screen_left_of_the_first_places_are_negative() -> None:
    target = Rect(-1200, 300, 700, 800)
    assert beside(target, [ONE, ON_THE_LEFT], Side.RIGHT, SIZE) == Rect(-500, 300, 320, 800)


def test_a_screen_that_does_not_touch_the_target_is_not_used() -> None:
    target = Rect(100, 0, 1700, 1040)  # 120 px to the edge, then the next screen
    assert beside(target, [ONE, ON_THE_RIGHT], Side.RIGHT, SIZE) == Rect(1600, 0, 320, 1040)


def test_a_screen_beside_which_the_target_hardly_stands_is_not_used() -> None:
    below = Screen(Rect(1920, 900, 1920, 1040))
    assert beside(ONE.area, [ONE, below], Side.RIGHT, SIZE) == Rect(1600, 0, 320, 1040)


def test_on_a_narrow_screen_ours_is_as_wide_as_leaves_the_middle_free() -> None:
    narrow = Screen(Rect(0, 0, 600, 800))
    assert beside(narrow.area, [narrow], Side.RIGHT, SIZE) == Rect(301, 0, 299, 800)


coordinates = st.integers(-6_000, 6_000)


@st.composite
def desktops(draw: st.DrawFn) -> list[Screen]:
    """Screens side by side, each with a bar on one of its edges."""
    x = draw(st.integers(-4_000, 0))
    screens = []
    for _ in range(draw(st.integers(1, 3))):
        scale = draw(st.sampled_from([1.0, 1.25, 1.5, 2.0]))
        width, height = draw(
            st.sampled_from([(800, 600), (1280, 800), (1920, 1080), (2560, 1440), (1080, 1920)])
        )
        width, height = round(width * scale), round(height * scale)
        y = draw(st.integers(-600, 600))
        bar = draw(st.integers(0, 60))
        area = draw(
            st.sampled_from(
                [
                    Rect(x, y, width, height - bar),
                    Rect(x, y + bar, width, height - bar),
                    Rect(x + bar, y, width - bar, height),
                    Rect(x, y, width - bar, height),
                ]
            )
        )
        screens.append(Screen(area, scale))
        x += width
    return draw(st.permutations(screens))


targets = st.builds(Rect, coordinates, coordinates, st.integers(1, 5_000), st.integers(1, 3_000))
sizes = st.integers(200, 600).map(lambda width: replace(SIZE, width=width))
sides = st.sampled_from(Side)


@given(targets, desktops(), sides, sizes)
def test_ours_lies_wholly_on_one_screen_within_our_limits(
    target: Rect, screens: list[Screen], side: Side, size: Size
) -> None:
    place = beside(target, screens, side, size)
    [screen] = [
        s
        for s in screens
        if s.area.x <= place.x
        and place.right <= s.area.right
        and s.area.y <= place.y
        and place.bottom <= s.area.bottom
    ]
    assert round(280 * screen.scale) <= place.width <= round(520 * screen.scale)
    assert place.height >= round(360 * screen.scale)


@given(targets, desktops(), sides, sizes)
def test_the_middle_of_the_target_stays_free(
    target: Rect, screens: list[Screen], side: Side, size: Size
) -> None:
    place = beside(target, screens, side, size)
    assert not place.holds(target.x + target.width // 2, target.y + target.height // 2)


@given(targets, desktops(), sides, sizes)
def test_standing_there_it_would_be_placed_there_again(
    target: Rect, screens: list[Screen], side: Side, size: Size
) -> None:
    place = beside(target, screens, side, size)
    scale = next(s.scale for s in screens if s.area.holds(place.x, place.y))
    again = replace(size, width=place.width / scale)
    assert beside(target, screens, side, again) == place


@given(desktops(), sides, sizes, st.data())
def test_where_there_is_room_the_two_stand_side_by_side_without_a_gap(
    screens: list[Screen], side: Side, size: Size, data: st.DataObject
) -> None:
    home = data.draw(st.sampled_from(screens))
    room = round(520 * home.scale)
    if home.area.width <= room + 200 * home.scale:
        return
    width = data.draw(st.integers(200, home.area.width - room))
    x = home.area.x if side is Side.RIGHT else home.area.right - width
    target = Rect(x, home.area.y, width, home.area.height)
    place = beside(target, screens, side, size)
    assert (place.y, place.height) == (target.y, target.height)
    assert (place.x if side is Side.RIGHT else place.right) == (
        target.right if side is Side.RIGHT else target.x
    )


STOOD = Rect(1300, 100, 320, 700)


@pytest.mark.parametrize(
    ("found", "away"),
    [
        (STOOD, False),
        (Rect(1310, 90, 320, 700), False),  # a nudge
        (Rect(1300, 100, 420, 600), False),  # resized at the right and the bottom
        (Rect(1150, 100, 470, 700), False),  # resized at the left
        (Rect(1400, 100, 320, 700), True),
        (Rect(1300, 160, 320, 700), True),
    ],
)
def test_only_a_window_that_was_moved_counts_as_taken_away(found: Rect, away: bool) -> None:
    assert moved_away(STOOD, found, 1.0) is away


def test_on_a_dense_screen_more_pixels_are_a_nudge() -> None:
    assert not moved_away(STOOD, Rect(1360, 100, 320, 700), 2.0)
