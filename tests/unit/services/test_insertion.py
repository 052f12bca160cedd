"""Insertion on a desktop in memory whose time stands still until moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.insertion import CopiedOnly, Failed, Inserted, InsertionService, Outcome
from desktop.services.ports import Target
from tests.fakes.desktop import TEXT, FakeClipboard, FakeDesktop, FakeFocus, FakeKeys

PICTURE = {"image/png": b"\x89PNG picture", "text/html": b"<img>"}


class Room:
    """The service on a fresh desktop with a picture on the clipboard."""

    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.time = self.desktop.time
        self.keys = FakeKeys(self.desktop)
        self.service = InsertionService(
            FakeClipboard(self.desktop), FakeFocus(self.desktop), self.keys, self.time, self.time
        )
        self.desktop.copy(PICTURE)
        self.outcomes: list[Outcome] = []

    def insert(self, text: str, target: Target | None) -> None:
        self.service.insert(text, target, self.outcomes.append)

    def text(self, window: int = 1) -> str:
        return self.desktop.windows[window].text

    def copied(self) -> str:
        return self.desktop.content.get(TEXT, b"").decode()

    def at_rest(self) -> bool:
        """The picture is back and nothing is left to happen."""
        return self.desktop.content == PICTURE and not self.time.waiting()


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
    assert room.desktop.read(chat.window) == "亲"
    room.time.pass_ms(120)
    assert room.desktop.read(chat.window) == "亲"
    room.time.pass_ms(1000)
    assert room.at_rest()


def test_program_that_reads_twice_gets_the_same_phrase_twice(room: Room) -> None:
    chat = room.desktop.open(reads=2, read_again_after_ms=25)
    room.insert("一", chat)
    room.insert("二", chat)
    room.time.pass_ms(1000)
    assert room.text() == "一二"


def test_held_keys_are_waited_for(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl", "Alt"}
    room.insert("亲", chat)
    room.time.pass_ms(300)
    assert room.text() == ""
    room.desktop.held = set()
    room.time.pass_ms(300)
    assert room.text() == "亲"


def test_key_that_stays_held_leaves_all_phrases_of_the_chat_on_the_clipboard(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl"}
    room.insert("一", chat)
    room.insert("二", chat)
    room.time.pass_ms(2100)
    assert room.outcomes == [CopiedOnly("keys_held")] * 2
    assert room.copied() == "一\n二"
    room.time.pass_ms(1000)
    assert (room.text(), room.copied()) == ("", "一\n二")


def test_chat_that_lost_the_focus_is_made_active_first(room: Room) -> None:
    chat = room.desktop.open(1)
    room.desktop.open(2)
    room.insert("亲", chat)
    room.time.pass_ms(1000)
    assert (room.text(1), room.text(2)) == ("亲", "")
    assert room.at_rest()


def test_chat_that_does_not_come_to_the_front_gets_no_key_and_nobody_else_either(
    room: Room,
) -> None:
    chat = room.desktop.open(1)
    room.desktop.open(2)
    room.desktop.obeys_activation = False
    room.insert("亲", chat)
    room.time.pass_ms(2000)
    assert room.outcomes == [CopiedOnly("not_active")]
    assert (room.text(1), room.text(2), room.copied()) == ("", "", "亲")


def test_window_that_is_switched_while_keys_are_held_gets_nothing(room: Room) -> None:
    chat = room.desktop.open(1)
    room.desktop.held = {"Ctrl"}
    room.insert("亲", chat)
    room.desktop.open(2)
    room.desktop.obeys_activation = False
    room.desktop.held = set()
    room.time.pass_ms(3000)
    assert room.text(2) == ""
    assert room.outcomes == [CopiedOnly("not_active")]


def test_closed_chat_leaves_the_phrase_on_the_clipboard(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.close(1)
    room.insert("亲", chat)
    assert room.outcomes == [CopiedOnly("target_gone")]
    assert room.copied() == "亲"


def test_unknown_chat_leaves_the_phrase_on_the_clipboard(room: Room) -> None:
    room.insert("亲", None)
    assert room.outcomes == [CopiedOnly("no_target")]
    assert room.copied() == "亲"


def test_system_that_sends_no_keys_copies(room: Room) -> None:
    chat = room.desktop.open()
    room.keys.missing = "unsupported"
    room.insert("亲", chat)
    room.time.pass_ms(1000)
    assert room.outcomes == [CopiedOnly("unsupported")]
    assert room.copied() == "亲"


def test_frozen_chat_is_told_and_still_gets_the_phrase_when_it_thaws(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("亲", chat)
    room.time.pass_ms(2100)
    assert room.outcomes == [CopiedOnly("unread")]
    room.time.pass_ms(60_000)
    assert room.copied() == "亲"
    room.desktop.thaw(1)
    room.time.pass_ms(1000)
    assert room.text() == "亲"
    assert room.at_rest()


def test_phrases_behind_a_frozen_chat_follow_in_order_when_it_thaws(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    for text in ("一", "二", "三"):
        room.insert(text, chat)
    room.time.pass_ms(3000)
    room.insert("四", chat)
    room.time.pass_ms(3000)
    assert room.outcomes == [CopiedOnly("unread")]
    room.desktop.thaw(1)
    room.time.pass_ms(2000)
    assert room.text() == "一二三四"
    assert room.outcomes[1:] == [Inserted()] * 3
    assert room.at_rest()


def test_chat_frozen_for_long_gets_everything_by_the_one_key_it_still_owes(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    for text in ("一", "二", "三"):
        room.insert(text, chat)
    room.time.pass_ms(13_000)
    assert room.outcomes == [CopiedOnly("unread")] * 3
    assert room.copied() == "一\n二\n三"
    room.desktop.thaw(1)
    room.time.pass_ms(2000)
    assert room.text() == "一\n二\n三"
    assert room.at_rest()


def test_another_chat_is_served_while_one_is_frozen_and_the_frozen_one_is_not_forgotten(
    room: Room,
) -> None:
    frozen = room.desktop.open(1, frozen=True)
    room.insert("给一号", frozen)
    room.time.pass_ms(2100)
    other = room.desktop.open(2)
    room.insert("给二号", other)
    room.time.pass_ms(1000)
    assert room.text(2) == "给二号"
    assert room.copied() == "给一号"
    room.desktop.thaw(1)
    room.time.pass_ms(1000)
    assert room.text(1) == "给一号"
    assert room.at_rest()


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
    room.service.insert("一", chat, lambda _: room.insert("三", chat))
    room.insert("二", chat)
    room.time.pass_ms(2000)
    assert room.text() == "一二三"
    assert room.at_rest()


def test_done_that_fails_does_not_stop_the_queue(room: Room) -> None:
    chat = room.desktop.open()

    def fail(_: Outcome) -> None:
        raise ZeroDivisionError

    room.service.insert("一", chat, fail)
    room.insert("二", chat)
    with pytest.raises(ZeroDivisionError):
        room.time.pass_ms(100)
    room.time.pass_ms(2000)
    assert room.text() == "一二"
    assert room.at_rest()


def test_clipboard_that_is_held_for_a_moment_is_waited_for(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.broken = {"offer"}
    room.insert("亲", chat)
    room.time.pass_ms(100)
    room.desktop.broken = set()
    room.time.pass_ms(1000)
    assert room.text() == "亲"
    assert room.at_rest()


def test_clipboard_that_is_held_for_good_is_told(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.broken = {"offer", "put"}
    room.insert("亲", chat)
    room.time.pass_ms(3000)
    assert room.outcomes == [Failed("put_broken")]
    assert room.at_rest()


@pytest.mark.parametrize("part", ["focus", "keys"])
def test_what_the_system_refuses_becomes_an_outcome(room: Room, part: str) -> None:
    chat = room.desktop.open()
    room.desktop.broken = {part}
    room.insert("亲", chat)
    room.time.pass_ms(3000)
    assert room.outcomes == [CopiedOnly(f"{part}_broken")]
    assert room.copied() == "亲"


def test_restore_that_is_refused_for_a_moment_is_tried_again(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.broken = {"restore"}
    room.insert("亲", chat)
    room.time.pass_ms(400)
    room.desktop.broken = set()
    room.time.pass_ms(1000)
    assert room.at_rest()
