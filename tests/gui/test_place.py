"""Where the window stands on screens that come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from desktop.ui.shell.place import Places, first_place, fitted
from tests.fakes.personal import FakePersonalStore
from tests.gui.conftest import Come

SCREEN = QRect(0, 0, 1920, 1040)
SECOND = QRect(1920, 0, 1280, 984)


@pytest.mark.parametrize(
    "wanted",
    [
        QRect(-500, -500, 320, 640),
        QRect(1900, 1000, 320, 640),
        QRect(100, 100, 5_000, 5_000),
        QRect(100, 100, 10, 10),
        QRect(1600, 200, 320, 640),
    ],
)
def test_the_window_lies_on_the_screen_with_room_for_its_title_bar(wanted: QRect) -> None:
    place = fitted(wanted, SCREEN)
    assert SCREEN.contains(place)
    assert place.top() >= SCREEN.top() + 36
    assert 280 <= place.width() <= 520


def test_a_place_that_fits_is_left_as_it_is() -> None:
    assert fitted(QRect(1600, 200, 320, 640), SCREEN) == QRect(1600, 200, 320, 640)


def test_on_a_small_screen_the_window_is_cut_to_it() -> None:
    assert fitted(QRect(0, 0, 320, 640), QRect(0, 0, 800, 480)).height() == 480 - 36


def test_every_screen_has_a_place_of_its_own_and_the_last_one_is_taken() -> None:
    places = Places(FakePersonalStore())
    screens = {"A": SCREEN, "B": SECOND}
    places.remember("A", QRect(100, 100, 320, 640))
    places.remember("B", QRect(2000, 100, 400, 700))
    assert places.recall(screens, "A") == QRect(2000, 100, 400, 700)
    assert places.recall({"A": SCREEN}, "A") == QRect(100, 100, 320, 640)
    assert places.recall({"C": SECOND}, "C") == first_place(SECOND)


def test_the_window_comes_back_where_it_was_hidden(come: Come) -> None:
    agent = come()
    agent.window.setGeometry(40, 60, 333, 555)
    agent.window.hide()
    assert come(**agent.store.settings).window.geometry() == QRect(40, 60, 333, 555)
