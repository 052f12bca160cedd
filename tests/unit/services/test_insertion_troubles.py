"""Held keys, lost, closed and frozen windows, a clipboard that is refused: nothing is lost."""

from __future__ import annotations

import pytest

from desktop.services.insertion import CopiedOnly, Failed, Inserted
from tests.fakes.insertion_room import PICTURE, Room


@pytest.fixture
def room() -> Room:
    return Room()


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


def test_chat_that_lost_the_focus_again_to_a_window_just_coming_is_asked_for_again(
    room: Room,
) -> None:
    chat = room.desktop.open()
    room.desktop.open(2)
    room.desktop.obeys_activation = False
    room.insert("亲", chat)
    room.time.pass_ms(200)
    room.desktop.obeys_activation = True
    room.time.pass_ms(700)
    assert (room.text(), room.outcomes) == ("亲", [Inserted()])


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


def test_chat_that_closes_before_it_has_read_is_told_and_another_by_its_number_gets_nothing(
    room: Room,
) -> None:
    chat = room.desktop.open(frozen=True)
    for text in ("一", "二"):
        room.insert(text, chat)
    room.time.pass_ms(100)
    room.desktop.close(1)
    room.time.pass_ms(300)
    assert room.outcomes == [CopiedOnly("target_gone")] * 2
    room.desktop.open(1)
    room.time.pass_ms(20_000)
    assert (room.text(), room.copied()) == ("", "一\n二")


def test_chat_that_closes_while_keys_are_held_is_told_at_once(room: Room) -> None:
    chat = room.desktop.open()
    room.desktop.held = {"Ctrl"}
    room.insert("亲", chat)
    room.desktop.close(1)
    room.time.pass_ms(10)
    assert room.outcomes == [CopiedOnly("target_gone")]


def test_frozen_chat_that_closes_is_told_and_another_by_its_number_gets_nothing(
    room: Room,
) -> None:
    chat = room.desktop.open(frozen=True)
    for text in ("一", "二", "三"):
        room.insert(text, chat)
    room.time.pass_ms(3000)
    room.desktop.close(1)
    room.time.pass_ms(300)
    assert room.outcomes == [CopiedOnly("unread")] + [CopiedOnly("target_gone")] * 2
    assert room.copied() == "一\n二\n三"
    chat = room.desktop.open(1)
    room.insert("四", chat)
    room.time.pass_ms(20_000)
    assert (room.text(), room.outcomes[-1]) == ("四", Inserted())
    assert room.copied() == "一\n二\n三"


def test_frozen_chat_that_closes_while_another_is_served_leaves_its_phrase(room: Room) -> None:
    frozen = room.desktop.open(1, frozen=True)
    room.insert("给一号", frozen)
    room.time.pass_ms(2100)
    other = room.desktop.open(2)
    room.insert("给二号", other)
    room.desktop.close(1)
    room.time.pass_ms(1000)
    assert (room.text(2), room.copied()) == ("给二号", "给一号")
    assert not room.time.waiting()


def test_frozen_chat_that_closes_after_the_agent_has_copied_leaves_that(room: Room) -> None:
    chat = room.desktop.open(frozen=True)
    room.insert("亲", chat)
    room.time.pass_ms(2100)
    room.desktop.copy(PICTURE)
    room.desktop.close(1)
    room.time.pass_ms(1000)
    assert room.at_rest()


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
