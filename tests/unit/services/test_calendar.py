"""The window's phrases follow their dates while it is open."""

from __future__ import annotations

from datetime import timedelta

from desktop.core.phrases.model import Category, Group, Library, Phrase
from desktop.core.phrases.search import Index
from desktop.core.validity import Validity
from desktop.services.calendar import Calendar
from desktop.services.library import LibraryService
from tests.fakes.personal import FakePersonalStore
from tests.fakes.time import ManualTime

MINUTE_MS = 60_000


class Room:
    """A library with one dated phrase, which comes in ``begins`` and goes after ten minutes."""

    def __init__(self, begins: timedelta) -> None:
        self.time = ManualTime()
        start = self.time.now() + begins
        valid = Validity(start, start + timedelta(minutes=10))
        always = Phrase("p/a.b/1", "a.b", "平时", "您好", code="ps")
        dated = Phrase("p/a.b/2", "a.b", "大促", "大促满减", code="dc", valid=valid)
        library = Library(
            (
                Category("a", "平时", (Group("", (always,)),)),
                Category("b", "大促", (Group("", (dated,)),)),
            )
        )
        index = Index.build((always, dated))
        store = FakePersonalStore()
        store.set_pins(("p/a.b/2",))
        self.library = LibraryService(library, index, (), store, self.time)
        self.told = 0
        self.library.on_change.append(self._tell)
        Calendar(self.library, self.time, self.time).plan()

    def _tell(self) -> None:
        self.told += 1

    def sees_it(self) -> bool:
        """Whether the dated phrase is there; it must be everywhere or nowhere."""
        places = {
            "b" in [category.id for category in self.library.categories()],
            bool(self.library.search("满减", 9)),
            self.library.phrase("p/a.b/2") is not None,
            "大促" in [phrase.title for phrase in self.library.frequent()],
        }
        assert len(places) == 1
        return places.pop()


def test_phrase_comes_and_goes_by_itself() -> None:
    room = Room(begins=timedelta(hours=3))
    assert not room.sees_it()
    room.time.pass_ms(180 * MINUTE_MS - 1)
    assert (room.sees_it(), room.told) == (False, 0)
    room.time.pass_ms(1)
    assert (room.sees_it(), room.told) == (True, 1)
    room.time.pass_ms(10 * MINUTE_MS - 1)
    assert room.sees_it()
    room.time.pass_ms(1)
    assert (room.sees_it(), room.told) == (False, 2)
    assert room.time.waiting() == 0


def test_phrase_that_is_over_when_the_window_opens_is_not_there() -> None:
    room = Room(begins=timedelta(days=-1))
    assert not room.sees_it()
    assert room.time.waiting() == 0


def test_phrase_is_not_pasted_a_moment_too_late_although_nobody_looked_yet() -> None:
    room = Room(begins=timedelta(0))
    assert room.sees_it()
    room.time._now_ms += 11 * MINUTE_MS  # the computer slept: no timer ran
    assert room.library.phrase("p/a.b/2") is None
    room.time.pass_ms(0)
    assert not room.sees_it()


def test_planning_again_waits_once() -> None:
    room = Room(begins=timedelta(hours=3))
    calendar = Calendar(room.library, room.time, room.time)
    calendar.plan()
    before = room.time.waiting()
    calendar.plan()
    assert room.time.waiting() == before


def test_code_of_a_phrase_that_is_not_there_now_is_taken_all_the_same() -> None:
    room = Room(begins=timedelta(hours=3))
    draft = Phrase("", "", "我的", "您好", code="dc")
    assert [p.code for p in room.library.check_own(draft)] == ["code_twice"]
