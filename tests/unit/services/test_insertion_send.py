"""Paste and send: the send key once, in the right window, and only after the text was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.pasting import SEND_KEYS, PasteRule, PasteRules
from desktop.services.content import Picture
from desktop.services.insertion import CopiedOnly, Inserted, Unsent
from tests.fakes.insertion_room import Room

TABLE = Picture(b"\x89PNG size table")


@pytest.fixture
def room() -> Room:
    return Room()


def sent(room: Room) -> list[str]:
    return room.desktop.windows[1].sent


def test_a_phrase_is_sent_once_when_it_stands_there(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("亲", chat, send=True)
    room.time.pass_ms(100)
    assert (room.text(), sent(room)) == ("亲", [])
    room.time.pass_ms(3_000)
    assert (room.text(), sent(room)) == ("", ["亲"])
    assert room.outcomes == [Inserted()]
    assert room.at_rest()


def test_without_the_wish_nothing_is_sent(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("亲", chat)
    room.time.pass_ms(3_000)
    assert (room.text(), sent(room)) == ("亲", [])


def test_the_last_part_is_followed_by_the_send_key_of_the_program(room: Room) -> None:
    chat = room.desktop.open(send_key=SEND_KEYS[1])
    room.rules = PasteRules(programs={"chat": PasteRule(send_key=SEND_KEYS[1])})
    room.insert("一", TABLE, "二", chat, send=True)
    room.time.pass_ms(3_000)
    assert sent(room) == ["一二"]


def test_each_of_several_phrases_is_sent_on_its_own(room: Room) -> None:
    chat = room.desktop.open()
    for text in ("一", "二", "三"):
        room.insert(text, chat, send=True)
        room.time.pass_ms(50)
    room.time.pass_ms(5_000)
    assert sent(room) == ["一", "二", "三"]
    assert room.at_rest()


def test_nothing_is_sent_in_a_chat_that_has_not_read(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("一", chat, send=True)
    room.insert("二", chat, send=True)
    room.time.pass_ms(3_000)
    room.desktop.thaw(1)
    room.time.pass_ms(3_000)
    assert room.outcomes == [CopiedOnly("unread"), Unsent("unread")]
    assert (room.text(), sent(room)) == ("一二", [])


def test_a_reading_by_another_program_is_not_proof_enough_to_send(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("亲", chat, send=True)
    room.desktop.read()
    room.time.pass_ms(3_000)
    assert room.outcomes == [Unsent("unread")]
    room.desktop.thaw(1)
    room.time.pass_ms(1_000)
    assert sent(room) == []


def test_a_held_key_is_waited_for_and_in_the_end_nothing_is_sent(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", chat, send=True)
    room.time.pass_ms(100)
    room.desktop.held = {"Ctrl"}
    room.time.pass_ms(1_000)
    assert (sent(room), room.outcomes) == ([], [])
    room.time.pass_ms(2_000)
    assert room.outcomes == [Unsent("keys_held")]
    room.desktop.held = set()
    room.time.pass_ms(1_000)
    assert (room.text(), sent(room)) == ("一", [])
    assert room.at_rest()


def test_a_key_let_go_in_time_lets_it_be_sent(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", chat, send=True)
    room.time.pass_ms(100)
    room.desktop.held = {"Shift"}
    room.time.pass_ms(1_000)
    room.desktop.held = set()
    room.time.pass_ms(1_000)
    assert sent(room) == ["一"]


def test_a_window_that_came_between_gets_no_send_key_and_is_not_pushed_aside(room: Room) -> None:
    chat = room.desktop.open(1)
    room.insert("一", chat, send=True)
    room.time.pass_ms(100)
    room.desktop.open(2, text="half a sentence")
    room.time.pass_ms(3_000)
    assert room.outcomes == [Unsent("not_active")]
    assert room.desktop.active == 2
    assert (sent(room), room.desktop.windows[2].sent) == ([], [])


def test_after_one_that_was_not_sent_the_next_is_not_either(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", chat, send=True)
    room.insert("二", chat, send=True)
    room.time.pass_ms(100)
    room.desktop.held = {"Ctrl"}
    room.time.pass_ms(2_500)
    room.desktop.held = set()
    room.time.pass_ms(3_000)
    assert room.outcomes == [Unsent("keys_held"), Unsent("keys_held")]
    assert (room.text(), sent(room)) == ("一二", [])


def test_a_keyboard_that_breaks_before_the_send_key_leaves_the_phrase_standing(
    room: Room,
) -> None:
    chat = room.desktop.open()
    room.insert("一", chat, send=True)
    room.time.pass_ms(100)
    room.desktop.broken = {"keys"}
    room.time.pass_ms(3_000)
    assert room.outcomes == [Unsent("keys_broken")]
    assert room.text() == "一"
    assert room.at_rest()


@given(
    gaps_ms=st.lists(st.integers(0, 400), min_size=1, max_size=6),
    wishes=st.lists(st.booleans(), min_size=6, max_size=6),
    read_after_ms=st.integers(0, 120),
    between_ms=st.integers(0, 200),
)
def test_no_rhythm_sends_twice_too_early_or_what_nobody_wished(
    gaps_ms: list[int], wishes: list[bool], read_after_ms: int, between_ms: int
) -> None:
    room = Room()
    room.rules = PasteRules(PasteRule(between_ms=between_ms))
    chat = room.desktop.open(read_after_ms=read_after_ms)
    wanted, standing = [], ""
    for number, (gap_ms, wish) in enumerate(zip(gaps_ms, wishes, strict=False)):
        room.insert(f"<{number}>", chat, send=wish)
        standing += f"<{number}>"
        if wish:
            wanted.append(standing)
            standing = ""
        room.time.pass_ms(gap_ms)
    room.time.pass_ms(20_000)
    assert (sent(room), room.text()) == (wanted, standing)
    assert room.at_rest()
