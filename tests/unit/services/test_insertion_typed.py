"""A phrase takes the place of its typed code, and of nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.insertion import CopiedOnly, Failed, Inserted
from desktop.services.jobs import Typed
from desktop.services.ports import Target
from tests.fakes.insertion_room import PICTURE, Room

CODE = ";yj "


class Typist:
    """Somebody who has just typed a code, and may go on typing."""

    def __init__(self, room: Room, before: str = "亲，") -> None:
        self.room = room
        self.chat = room.desktop.open()
        self.untouched = True
        room.desktop.windows[self.chat.window].text = before + CODE

    def code(self) -> Typed:
        return Typed(self.chat, len(CODE), lambda: self.untouched)

    def go_on(self, text: str) -> None:
        self.untouched = False
        self.room.desktop.type(text)


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def typist(room: Room) -> Typist:
    return Typist(room)


def test_the_phrase_stands_in_its_place_and_the_clipboard_returns(
    room: Room, typist: Typist
) -> None:
    room.insert("这款很超值哦", typist.chat, typed=typist.code())
    room.time.pass_ms(1000)
    assert room.text() == "亲，这款很超值哦"
    assert room.outcomes == [Inserted()]
    assert room.at_rest()


def test_the_space_that_ended_the_code_may_still_be_down(room: Room, typist: Typist) -> None:
    room.desktop.held = {"Space"}
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(1000)
    assert room.text() == "亲，超值"


def test_the_erasing_waits_for_other_keys_like_the_paste(room: Room, typist: Typist) -> None:
    room.desktop.held = {"Shift"}
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(100)
    assert room.text() == "亲，" + CODE
    room.desktop.held = set()
    room.time.pass_ms(1000)
    assert room.text() == "亲，超值"


def test_typing_on_leaves_everything_as_it_was_typed(room: Room, typist: Typist) -> None:
    typist.go_on("好")
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(1000)
    assert room.text() == "亲，;yj 好"
    assert room.outcomes == [Failed("typed_on")]
    assert room.at_rest()


def test_typing_on_while_the_phrase_waits_does_so_too(room: Room, typist: Typist) -> None:
    room.desktop.held = {"Shift"}
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(50)
    typist.go_on("A")
    room.desktop.held = set()
    room.time.pass_ms(1000)
    assert room.text() == "亲，;yj A"
    assert room.outcomes == [Failed("typed_on")]
    assert room.at_rest()


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (lambda room: setattr(room.keys, "missing", "no_xtest"), "no_xtest"),
        (lambda room: room.desktop.broken.add("keys"), "keys_broken"),
        (lambda room: room.desktop.held.add("Shift"), "keys_held"),
    ],
)
def test_what_cannot_be_pasted_is_not_erased(
    room: Room, typist: Typist, trouble: object, reason: str
) -> None:
    trouble(room)  # type: ignore[operator]
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(5000)
    assert room.text() == "亲，" + CODE
    assert room.outcomes == [CopiedOnly(reason)]
    assert room.copied() == "超值"


def test_a_window_that_went_away_takes_nothing_from_another(room: Room, typist: Typist) -> None:
    room.desktop.open(2)
    room.desktop.windows[2].text = "别的聊天"
    room.desktop.close(1)
    room.insert("超值", Target(1), typed=typist.code())
    room.time.pass_ms(5000)
    assert room.text(2) == "别的聊天"
    assert room.outcomes == [CopiedOnly("target_gone")]


def test_a_clipboard_that_stays_closed_erases_nothing(room: Room, typist: Typist) -> None:
    room.desktop.broken = {"offer", "put"}
    room.insert("超值", typist.chat, typed=typist.code())
    room.time.pass_ms(5000)
    assert room.text() == "亲，" + CODE
    assert room.desktop.content == PICTURE


@given(
    presses_ms=st.lists(st.integers(0, 60), max_size=4),
    released_after_ms=st.integers(0, 120),
    read_after_ms=st.integers(0, 300),
)
def test_whatever_is_typed_on_stands_there_and_either_the_code_or_the_phrase_before_it(
    presses_ms: list[int], released_after_ms: int, read_after_ms: int
) -> None:
    room = Room()
    typist = Typist(room)
    room.desktop.windows[1].read_after_ms = read_after_ms
    room.desktop.held = {"Shift"}
    room.time.call_later(released_after_ms, room.desktop.held.clear)
    room.insert("超值", typist.chat, typed=typist.code())
    at_ms = 0
    for gap_ms in presses_ms:
        at_ms += gap_ms
        room.time.call_later(at_ms, lambda: typist.go_on("x"))
    room.time.pass_ms(3000)
    on = "x" * len(presses_ms)
    replaced = room.outcomes == [Inserted()]
    assert room.text() in (f"亲，;yj {on}", f"亲，超值{on}")
    assert replaced == (";yj" not in room.text())
    assert room.at_rest()
