"""What readings of a phrase on X11 mean: of a page in Chromium, of a history, of a helper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from Xlib import X

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.offer import Atoms, Readers, Request, XOffer
from desktop.platform.x11.selection import XSelection
from desktop.services.ports import Target
from tests.e2e.desktop.session import Desktop
from tests.fakes.time import ManualTime

LONG_MS = 10_000


class Room:
    """A chat, another program, and a phrase on offer to the chat.

    Attributes:
        told: What was said of the readings: True for the chat's.
    """

    def __init__(self, desktop: Desktop) -> None:
        self.ours = XConnection(desktop.display)
        self.chat = XConnection(desktop.display)
        self.other = XConnection(desktop.display)
        with self.ours.talking() as display:
            self.atoms = Atoms.of(display)
        self.time = ManualTime()
        self.readers = Readers()
        self.told: list[bool] = []
        self._windows = {c: XSelection(c).window for c in (self.chat, self.other)}
        self.offer()

    def offer(self) -> None:
        """The next phrase goes on the clipboard."""
        self.told.clear()
        target = Target(self._windows[self.chat])
        where = (self.ours, self.atoms, self.time)
        self.offered = XOffer(*where, target, self.told.append, self.readers)

    def look(self, times: int = 1) -> None:
        """The page asks what there is."""
        for _ in range(times):
            self.offered.asked(Request(self._windows[self.chat], self.atoms.targets, self._place))

    def read(self, who: XConnection | None = None, *, place: int = 0) -> None:
        """Somebody reads the text: the page, unless it is said who."""
        reader = who or self.chat
        text = next(iter(self.atoms.texts))
        into = place if who else self._place
        self.offered.asked(Request(self._windows[reader], text, into))
        self.offered.read()

    @property
    def _place(self) -> int:
        return self.atoms.chromium


@pytest.fixture
def room(x11: Desktop) -> Iterator[Room]:
    opened = Room(x11)
    yield opened
    for connection in (opened.ours, opened.chat, opened.other):
        connection.close()


def paste(room: Room) -> None:
    """What Chromium asks for when it sees the paste key and when its page pastes."""
    room.look()
    room.read()
    room.look(10)
    room.read()


def test_a_page_that_has_read_is_done_only_when_it_has_looked_again(room: Room) -> None:
    room.offered.key_sent()
    paste(room)
    room.time.pass_ms(100)
    assert room.told == []
    room.look()
    assert room.told == [True]


def test_a_page_that_does_not_look_again_is_done_a_moment_later(room: Room) -> None:
    room.offered.key_sent()
    paste(room)
    room.time.pass_ms(LONG_MS)
    assert room.told == [True]


def test_a_page_that_only_looks_has_not_pasted_whatever_it_still_had_to_ask_before(
    room: Room,
) -> None:
    room.offered.key_sent()
    room.look(4)  # those that end the paste before
    room.look(2)
    room.read()
    room.time.pass_ms(LONG_MS)
    assert room.told == []


def test_a_page_that_stands_still_is_asked_whether_it_is_there_until_it_goes_on(
    room: Room,
) -> None:
    room.offered.key_sent()
    room.look()
    room.read()
    room.time.pass_ms(250)
    asked: list[object] = []
    room.chat.listen(X.ClientMessage, asked.append)
    with room.ours.talking() as display:
        display.sync()
    with room.chat.talking() as display:
        display.sync()
    room.chat.pump()
    assert len(asked) == 2
    room.look(10)
    room.read()
    room.look()
    assert room.told == [True]


def test_a_program_that_reads_at_once_is_done_at_once(room: Room) -> None:
    room.offered.key_sent()
    room.read(room.chat)
    assert room.told == [True]


def test_a_history_that_was_seen_to_read_before_the_key_is_no_evidence_after_it(
    room: Room,
) -> None:
    room.read(room.other)
    assert room.told == [False]
    room.offer()
    room.offered.key_sent()
    room.read(room.other)
    assert room.told == []


def test_another_program_is_no_evidence_for_one_that_reads_itself(room: Room) -> None:
    room.offered.key_sent()
    room.read(room.chat)
    room.offer()
    room.offered.key_sent()
    room.read(room.other)
    assert room.told == []


def test_another_program_may_be_the_helper_of_one_that_was_never_seen_to_read(room: Room) -> None:
    room.offered.key_sent()
    room.read(room.other)
    assert room.told == [False]
