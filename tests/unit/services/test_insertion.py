"""Phrases arrive whole and in order, and the clipboard is as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.insertion import CopiedOnly, Failed, Inserted, Outcome
from tests.fakes.desktop import TEXT
from tests.fakes.insertion_room import Room


@pytest.fixture
def room() -> Room:
    return Room()


def test_phrase_arrives_and_every_format_of_the_clipboard_returns(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("亲，在的", chat)
    room.time.pass_ms(1000)
    assert room.text() == "亲，在的"
    assert room.outcomes == [Inserted()]
    assert room.at_rest()


def test_busy_target_gets_the_phrase_and_not_the_old_clipboard(room: Room) -> None:
    chat = room.desktop.open(read_after_ms=500)
    room.insert("亲", chat)
    room.time.pass_ms(499)
    assert room.copied() == "亲"
    room.time.pass_ms(1000)
    assert room.text() == "亲"
    assert room.at_rest()


def test_target_that_reads_before_the_keys_are_all_sent_has_read(room: Room) -> None:
    chat = room.desktop.open(read_after_ms=None)
    for text in ("亲，", "在的"):
        room.insert(text, chat)
        room.time.pass_ms(1000)
    assert room.text() == "亲，在的"
    assert room.outcomes == [Inserted()] * 2
    assert room.at_rest()


def test_twenty_phrases_50_ms_apart_arrive_whole_and_in_order(room: Room) -> None:
    chat = room.desktop.open(read_after_ms=60)
    for number in range(20):
        room.insert(f"第{number}句。", chat)
        room.time.pass_ms(50)
    room.time.pass_ms(5000)
    assert room.text() == "".join(f"第{number}句。" for number in range(20))
    assert room.outcomes == [Inserted()] * 20
    assert room.at_rest()


@given(
    gaps_ms=st.lists(st.integers(0, 400), min_size=1, max_size=8),
    read_after_ms=st.integers(0, 700),
    reads=st.integers(1, 3),
    read_again_after_ms=st.integers(0, 29),
)
def test_no_rhythm_of_keys_and_reading_loses_a_phrase_or_the_clipboard(
    gaps_ms: list[int], read_after_ms: int, reads: int, read_again_after_ms: int
) -> None:
    room = Room()
    chat = room.desktop.open(
        read_after_ms=read_after_ms, reads=reads, read_again_after_ms=read_again_after_ms
    )
    for number, gap_ms in enumerate(gaps_ms):
        room.insert(f"<{number}>", chat)
        room.time.pass_ms(gap_ms)
    room.time.pass_ms(20_000)
    assert room.text() == "".join(f"<{number}>" for number in range(len(gaps_ms)))
    assert room.at_rest()


def test_clipboard_manager_that_reads_before_the_key_is_no_evidence(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.desktop.held = {"Alt"}
    room.insert("亲", chat)
    room.desktop.read(chat.window)
    room.desktop.held = set()
    room.time.pass_ms(1000)
    assert room.copied() == "亲"
    assert room.outcomes == []


def test_the_paste_key_waits_for_a_program_that_looks_at_whatever_is_copied(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.looked_at_until_ms = 500
    room.insert("亲", chat)
    room.time.pass_ms(490)
    assert room.text() == ""
    room.time.pass_ms(500)
    assert (room.text(), room.outcomes) == ("亲", [Inserted()])


def test_a_program_that_never_ends_looking_at_the_clipboard_is_named_as_the_reason(
    room: Room,
) -> None:
    chat = room.desktop.open()
    room.desktop.looked_at_until_ms = 60_000
    room.insert("亲", chat)
    room.time.pass_ms(3000)
    assert room.outcomes == [CopiedOnly("clipboard_busy")]
    assert (room.text(), room.copied()) == ("", "亲")


def test_another_program_that_reads_after_the_key_does_not_bring_the_old_clipboard_back_early(
    room: Room,
) -> None:
    chat = room.desktop.open(read_after_ms=1500)
    room.insert("亲", chat)
    room.time.pass_ms(10)
    room.desktop.read()
    room.time.pass_ms(1400)
    assert room.copied() == "亲"
    room.time.pass_ms(1000)
    assert (room.text(), room.outcomes) == ("亲", [Inserted()])


def test_reading_through_a_helper_process_counts_at_the_cap(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("亲", chat)
    room.desktop.read()
    room.time.pass_ms(3000)
    assert room.outcomes == [Inserted()]
    assert room.at_rest()


def test_reading_again_a_little_later_still_finds_the_phrase(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("亲", chat)
    room.time.pass_ms(60)
    assert room.desktop.read(chat.window) == "亲".encode()
    room.time.pass_ms(120)
    assert room.desktop.read(chat.window) == "亲".encode()
    room.time.pass_ms(1000)
    assert room.at_rest()


def test_program_that_reads_twice_gets_the_same_phrase_twice(room: Room) -> None:
    chat = room.desktop.open(reads=2, read_again_after_ms=25)
    room.insert("一", chat)
    room.insert("二", chat)
    room.time.pass_ms(1000)
    assert room.text() == "一二"


def test_what_the_agent_copies_meanwhile_stays(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("亲", chat)
    room.time.pass_ms(40)
    room.desktop.copy({TEXT: b"tracking number"})
    room.time.pass_ms(1000)
    assert room.outcomes == [Inserted()]
    assert room.copied() == "tracking number"


def test_copy_between_two_phrases_is_what_returns_at_the_end(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", chat)
    room.time.pass_ms(60)
    room.desktop.copy({TEXT: b"new"})
    room.insert("二", chat)
    room.time.pass_ms(1000)
    assert (room.text(), room.copied()) == ("一二", "new")


def test_copy_before_the_key_does_not_paste_that_copy(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl"}
    room.insert("亲", chat)
    room.desktop.copy({TEXT: b"new"})
    room.time.pass_ms(10)
    room.desktop.held = set()
    room.time.pass_ms(1000)
    assert (room.text(), room.copied()) == ("亲", "new")


def test_copy_right_after_the_key_is_told_because_the_phrase_is_nowhere(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("亲", chat)
    room.desktop.copy({TEXT: b"new"})
    room.time.pass_ms(3000)
    assert room.outcomes == [Failed("clipboard_taken")]
    assert room.copied() == "new"


def test_copy_while_a_chat_is_frozen_lets_those_who_wait_go_on(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("一", chat)
    room.insert("二", chat)
    room.time.pass_ms(2500)
    room.desktop.copy({TEXT: b"new"})
    room.desktop.windows[1].frozen = False
    room.time.pass_ms(12_000)
    assert room.outcomes == [CopiedOnly("unread"), Inserted()]
    assert room.copied() == "new"


def test_insert_from_within_done_keeps_the_order_and_the_first_backup(room: Room) -> None:
    chat = room.desktop.open()
    room.service.insert(("一",), chat, lambda _: room.insert("三", chat))
    room.insert("二", chat)
    room.time.pass_ms(2000)
    assert room.text() == "一二三"
    assert room.at_rest()


def test_done_that_fails_does_not_stop_the_queue(room: Room) -> None:
    chat = room.desktop.open()

    def fail(_: Outcome) -> None:
        raise ZeroDivisionError

    room.service.insert(("一",), chat, fail)
    room.insert("二", chat)
    with pytest.raises(ZeroDivisionError):
        room.time.pass_ms(100)
    room.time.pass_ms(2000)
    assert room.text() == "一二"
    assert room.at_rest()
