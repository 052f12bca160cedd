"""Phrases of several parts: in order, with pauses, and told where they broke off."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.pasting import PASTE_KEYS, PasteRule, PasteRules
from desktop.services.content import Content, File, Picture
from desktop.services.insertion import CopiedOnly, Failed, Inserted
from tests.fakes.desktop import TEXT, formats_of
from tests.fakes.insertion_room import Room

TABLE = Picture(b"\x89PNG size table")
LIST = File(Path("/shop/价目 表.pdf").absolute())


@pytest.fixture
def room() -> Room:
    return Room()


def raw(part: Content) -> bytes:
    [content] = formats_of(part).values()
    return content


def test_text_picture_file_and_text_arrive_in_order_and_the_old_clipboard_returns(
    room: Room,
) -> None:
    chat = room.desktop.open()
    parts = ("亲，尺码表在这里", TABLE, LIST, "您看下哦")
    room.insert(*parts, chat)
    room.time.pass_ms(3000)
    assert room.desktop.windows[1].got == [raw(part) for part in parts]
    assert room.outcomes == [Inserted()]
    assert room.at_rest()


def test_a_pause_follows_every_part_but_the_last(room: Room) -> None:
    chat = room.desktop.open()
    room.rules = PasteRules(PasteRule(between_ms=1_000))
    room.insert("一", "二", chat)
    room.time.pass_ms(1_000)
    assert room.text() == "一"
    room.time.pass_ms(100)
    assert room.text() == "一二"
    room.time.pass_ms(100)
    assert room.outcomes == [Inserted()]


def test_a_program_that_is_slow_to_get_ready_is_given_its_time_once(room: Room) -> None:
    chat = room.desktop.open()
    room.rules = PasteRules(programs={"chat": PasteRule(before_ms=3_000, between_ms=0)})
    room.insert("一", "二", chat)
    room.time.pass_ms(2_999)
    assert room.text() == ""
    room.time.pass_ms(150)
    assert room.text() == "一二"


def test_the_pause_before_begins_when_the_chat_is_active(room: Room) -> None:
    chat = room.desktop.open(1)
    room.desktop.open(2)
    room.rules = PasteRules(PasteRule(before_ms=500))
    room.insert("一", chat)
    room.time.pass_ms(505)
    assert room.text() == ""
    room.time.pass_ms(100)
    assert room.text() == "一"


def test_the_key_that_pastes_is_the_one_of_the_program(room: Room) -> None:
    chat = room.desktop.open(paste_key=PASTE_KEYS[1])
    room.rules = PasteRules(programs={"chat": PasteRule(paste_key=PASTE_KEYS[1])})
    room.insert("一", chat)
    room.time.pass_ms(1_000)
    assert room.text() == "一"


def test_phrases_asked_for_in_the_pause_of_another_come_after_it(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", "二", chat)
    room.time.pass_ms(100)
    room.insert("三", "四", chat)
    room.time.pass_ms(3_000)
    assert room.text() == "一二三四"
    assert room.at_rest()


def test_what_the_agent_copies_in_a_pause_is_what_returns_at_the_end(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", "二", chat)
    room.time.pass_ms(100)
    room.desktop.copy({TEXT: b"new"})
    room.time.pass_ms(3_000)
    assert (room.text(), room.copied()) == ("一二", "new")


def test_reading_a_part_again_in_the_pause_does_not_hurry_the_next(room: Room) -> None:
    chat = room.desktop.open()
    room.rules = PasteRules(PasteRule(between_ms=500))
    room.insert("一", "二", chat)
    room.time.pass_ms(300)
    assert room.desktop.read(chat.window) == "一".encode()
    room.time.pass_ms(200)
    assert room.text() == "一"
    room.time.pass_ms(500)
    assert room.text() == "一二"
    assert room.at_rest()


def test_chat_closed_in_the_middle_leaves_the_other_texts_on_the_clipboard(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", TABLE, "二", "三", chat)
    room.time.pass_ms(100)
    room.desktop.close(1)
    room.time.pass_ms(3_000)
    assert room.outcomes == [CopiedOnly("target_gone", arrived=1)]
    assert room.copied() == "二\n\n三"


def test_a_picture_without_texts_after_it_is_what_stays_to_be_pasted(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl"}
    room.insert(TABLE, chat)
    room.time.pass_ms(3_000)
    assert room.outcomes == [CopiedOnly("keys_held")]
    assert room.desktop.content == formats_of(TABLE)


def test_a_picture_that_had_no_room_beside_texts_is_told_to_be_nowhere(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl"}
    room.insert("一", chat)
    room.insert(TABLE, chat)
    room.time.pass_ms(3_000)
    assert room.outcomes == [CopiedOnly("keys_held"), Failed("left_out")]
    assert room.copied() == "一"


def test_program_that_takes_no_pictures_is_told_with_the_number_of_the_part(room: Room) -> None:
    chat = room.desktop.open(takes=(TEXT,))
    room.insert("一", TABLE, "二", chat)
    room.time.pass_ms(3_000)
    assert room.text() == "一"
    assert room.outcomes == [CopiedOnly("untaken", arrived=1)]
    assert room.copied() == "二"


def test_program_that_takes_no_pictures_gets_the_next_phrase_at_once(room: Room) -> None:
    chat = room.desktop.open(takes=(TEXT,))
    room.insert(TABLE, chat)
    room.time.pass_ms(2_100)
    room.insert("二", chat)
    room.time.pass_ms(100)
    assert room.text() == "二"
    assert room.outcomes == [CopiedOnly("untaken"), Inserted()]


def test_chat_that_freezes_in_the_middle_gets_the_rest_when_it_thaws(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", "二", TABLE, "三", chat)
    room.time.pass_ms(100)
    room.desktop.windows[1].frozen = True
    room.time.pass_ms(3_000)
    assert room.outcomes == [CopiedOnly("unread", arrived=1)]
    room.rules = PasteRules(PasteRule(between_ms=400))
    room.desktop.thaw(1)
    room.time.pass_ms(420)
    assert room.desktop.windows[1].got == [raw(p) for p in ("一", "二")]
    room.time.pass_ms(3_000)
    assert room.desktop.windows[1].got == [raw(p) for p in ("一", "二", TABLE, "三")]
    assert room.outcomes == [CopiedOnly("unread", arrived=1)]
    assert room.at_rest()


def test_chat_that_thaws_and_reads_twice_still_gets_the_rest(room: Room) -> None:
    chat = room.desktop.open(frozen=True, reads=2, read_again_after_ms=60)
    room.insert("一", "二", chat)
    room.time.pass_ms(3_000)
    room.desktop.thaw(1)
    room.time.pass_ms(3_000)
    assert room.text() == "一二"
    assert room.at_rest()


def test_chat_that_loses_the_focus_again_is_made_active_again(room: Room) -> None:
    chat = room.desktop.open(1)
    room.desktop.open(2)
    room.rules = PasteRules(PasteRule(between_ms=2_000))
    room.insert("一", "二", chat)
    room.time.pass_ms(500)
    room.desktop.open(3)
    room.time.pass_ms(3_000)
    assert (room.text(1), room.text(3)) == ("一二", "")
    assert room.outcomes == [Inserted()]


def test_chat_frozen_for_long_finds_the_texts_that_were_left(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", "二", "三", chat)
    room.time.pass_ms(100)
    room.desktop.windows[1].frozen = True
    room.time.pass_ms(15_000)
    assert room.copied() == "二\n三"
    room.desktop.thaw(1)
    room.time.pass_ms(3_000)
    assert room.text() == "一二\n三"
    assert room.at_rest()


def test_clipboard_taken_in_the_middle_is_told_with_the_number_of_the_part(room: Room) -> None:
    chat = room.desktop.open()
    room.insert("一", "二", chat)
    room.time.pass_ms(100)
    room.desktop.windows[1].frozen = True
    room.time.pass_ms(200)
    room.desktop.copy({TEXT: b"new"})
    room.time.pass_ms(3_000)
    assert room.outcomes == [Failed("clipboard_taken", arrived=1)]
    assert room.copied() == "new"


PARTS = st.lists(st.sampled_from(["text", "picture", "file"]), min_size=1, max_size=4)


@given(
    phrases=st.lists(PARTS, min_size=1, max_size=4),
    gaps_ms=st.lists(st.integers(0, 600), min_size=4, max_size=4),
    between_ms=st.integers(0, 300),
    read_after_ms=st.integers(0, 700),
)
def test_no_rhythm_mixes_or_loses_parts(
    phrases: list[list[str]], gaps_ms: list[int], between_ms: int, read_after_ms: int
) -> None:
    room = Room()
    room.rules = PasteRules(PasteRule(between_ms=between_ms))
    chat = room.desktop.open(read_after_ms=read_after_ms)
    wanted: list[bytes] = []
    for number, (kinds, gap_ms) in enumerate(zip(phrases, gaps_ms, strict=False)):
        parts: list[Content] = []
        for place, kind in enumerate(kinds):
            name = f"<{number}.{place}>"
            made = {"text": name, "picture": Picture(name.encode()), "file": LIST}
            parts.append(made[kind])  # type: ignore[arg-type]
        wanted += map(raw, parts)
        room.insert(*parts, chat)
        room.time.pass_ms(gap_ms)
    room.time.pass_ms(30_000)
    assert room.desktop.windows[1].got == wanted
    assert room.at_rest()
