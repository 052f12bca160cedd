"""A code typed in the chat box becomes its phrase, and nothing else that is typed does anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.core.hotkeys import Modifier
from desktop.core.phrases.model import Category, Group, Library, Phrase
from desktop.core.phrases.search import Index
from desktop.core.phrases.typed import BACKSPACE, Stroke
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.validity import Validity
from desktop.services.insertion import Failed, Inserted
from desktop.services.library import LibraryService
from desktop.services.ports import NotKeptError
from desktop.services.typed_codes import TypedCodes
from tests.fakes.desktop import FakeFocus, FakeTyping
from tests.fakes.insertion_room import Room
from tests.fakes.personal import FakePersonalStore

YJ = Phrase("p/bargain.value/1", "bargain.value", "嫌贵", "这款真的很超值哦", "yj")
HY = Phrase("p/greet.first/1", "greet.first", "问候", "您好，欢迎光临", "hy")
OLD = Phrase(
    "p/bargain.promotion/1",
    "bargain.promotion",
    "活动",
    "活动中",
    "hd",
    valid=Validity(None, datetime(2026, 1, 1, tzinfo=UTC)),
)
LIBRARY = Library((Category("c", "类", (Group("组", (YJ, HY, OLD)),)),))


class Desk(Room):
    """An agent in a chat, with typed codes that put the phrase's text there."""

    def __init__(self, *, on: bool = True) -> None:
        super().__init__()
        self.store = FakePersonalStore()
        self.typing = FakeTyping(self.desktop)
        self.used: list[str] = []
        self.has_fields = False
        self.library = LibraryService(
            LIBRARY, Index.build((YJ, HY)), PLACEHOLDERS, self.store, self.time
        )
        self.codes = TypedCodes(
            self.typing, FakeFocus(self.desktop), self.library, self.store, self.use
        )
        self.chat = self.desktop.open()
        if on:
            assert self.codes.switch(on=True) is None

    def use(self, phrase_id: str) -> None:
        self.used.append(phrase_id)
        if self.has_fields:
            return
        phrase = self.library.phrase(phrase_id)
        typed = self.codes.standing(phrase_id)
        assert phrase
        assert typed
        self.insert(phrase.text, typed.target, typed=typed)

    def type(self, text: str, each_ms: float = 50) -> str:
        """Types in the active window; what stands in the chat once all has settled."""
        for character in text:
            self.desktop.type(character)
            self.time.pass_ms(each_ms)
        return self.settled()

    def settled(self) -> str:
        self.time.pass_ms(3000)
        assert self.at_rest()
        return self.text()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_phrase_stands_where_its_code_was_typed(desk: Desk) -> None:
    assert desk.type("亲，;yj ") == "亲，这款真的很超值哦"
    assert desk.outcomes == [Inserted()]


def test_what_is_typed_before_and_after_stays_at_twenty_keys_a_second(desk: Desk) -> None:
    assert desk.type("亲;yj 谢谢；hy 再见") == "亲这款真的很超值哦谢谢您好，欢迎光临再见"


@pytest.mark.parametrize("each_ms", [0, 0.5, 3, 10, 30])
def test_typing_too_fast_loses_nothing_of_what_was_typed(desk: Desk, each_ms: float) -> None:
    desk.desktop.windows[1].read_after_ms = 0
    text = desk.type("a;yj b", each_ms)
    assert text in {"a;yj b", "a这款真的很超值哦b"}
    assert desk.outcomes in ([Failed("typed_on")], [Inserted()])


def test_nothing_happens_until_it_is_switched_on_and_after_it_is_switched_off() -> None:
    desk = Desk(on=False)
    assert not desk.codes.on
    assert desk.codes.resume() is None
    assert desk.type(";yj ") == ";yj "
    assert desk.desktop.recorders == []
    desk.codes.switch(on=True)
    desk.type(";y", each_ms=5)
    desk.codes.switch(on=False)
    desk.type("j ")
    assert desk.used == []
    assert desk.desktop.recorders == []


def test_the_wish_lasts_and_starts_with_the_program() -> None:
    desk = Desk()
    again = TypedCodes(
        desk.typing, FakeFocus(desk.desktop), desk.library, desk.store, desk.used.append
    )
    assert again.on
    assert again.resume() is None
    desk.type(";yj ")
    assert desk.used == [YJ.id]


def test_where_typing_cannot_be_seen_it_stays_off_and_says_why() -> None:
    desk = Desk(on=False)
    desk.typing.missing = "wayland"
    assert desk.codes.switch(on=True) == desk.codes.obstacle == "wayland"
    assert not desk.codes.on
    desk.codes.switch(on=False)
    assert desk.codes.obstacle is None


def test_a_wish_that_cannot_be_kept_changes_nothing() -> None:
    desk = Desk(on=False)

    def full(key: str, value: str) -> None:
        raise NotKeptError("full", {})

    desk.store.set_setting = full  # type: ignore[method-assign]
    with pytest.raises(NotKeptError):
        desk.codes.switch(on=True)
    assert desk.desktop.recorders == []


@pytest.mark.parametrize(
    "between",
    [
        Stroke(),
        Stroke("v", Modifier.CTRL),
        Stroke("", Modifier.ALT),
        Stroke(BACKSPACE, Modifier.CTRL),
    ],
)
def test_a_click_or_another_key_in_between_leaves_the_code_as_it_is(
    desk: Desk, between: Stroke
) -> None:
    desk.type(";y")
    desk.desktop.make(between)
    assert desk.type("j ") == ";yj "
    assert desk.used == []


def test_a_change_of_the_window_in_between_leaves_the_code_as_it_is(desk: Desk) -> None:
    desk.type(";y")
    desk.desktop.open(2)
    desk.type("j")
    desk.desktop.active = 1
    desk.type(" ")
    assert (desk.used, desk.text(1), desk.text(2)) == ([], ";y ", "j")


def test_codes_in_a_window_of_ours_are_none(desk: Desk) -> None:
    desk.desktop.own_windows.add(7)
    desk.desktop.open(7)
    desk.type(";yj ")
    assert desk.used == []


def test_where_typing_is_off_limits_a_code_is_none(desk: Desk) -> None:
    desk.typing.forbidden = True
    assert desk.type(";yj ") == ";yj "
    desk.typing.forbidden = False
    desk.type(";y")
    desk.typing.forbidden = True
    desk.type("j")
    desk.typing.forbidden = False
    desk.type(" ")
    assert desk.used == []


def test_the_window_that_came_up_behind_the_space_gets_nothing(desk: Desk) -> None:
    for character in ";yj":
        desk.desktop.type(character)
        desk.time.pass_ms(50)
    desk.desktop.type(" ")
    desk.desktop.open(2)
    desk.settled()
    assert desk.used == []
    assert desk.text(2) == ""


def test_an_own_phrase_has_its_code_at_once_and_loses_it_with_the_phrase(desk: Desk) -> None:
    undo = desk.library.delete_own(
        desk.library.save_own(Phrase("", "", "自己的", "我的话术", "wd")).id
    )
    assert desk.type(";wd ") == ";wd "
    undo()
    assert desk.type(";wd ").endswith("我的话术")


def test_a_phrase_whose_time_is_over_has_no_code(desk: Desk) -> None:
    assert desk.type(";hd ") == ";hd "
    assert desk.used == []


def test_keys_we_press_ourselves_start_nothing_and_what_follows_still_works(desk: Desk) -> None:
    assert desk.type(";yj ;hy ;yj ") == YJ.text + HY.text + YJ.text
    assert len(desk.used) == 3


def test_what_stands_there_is_known_until_something_else_is_typed(desk: Desk) -> None:
    desk.has_fields = True
    desk.type(";yj ")
    assert desk.used == [YJ.id]
    assert desk.codes.standing(HY.id) is None
    # our own window takes the keyboard for the fields of the phrase, and gives it back
    desk.desktop.own_windows.add(7)
    desk.desktop.open(7)
    desk.type("小林")
    desk.desktop.active = 1
    typed = desk.codes.standing(YJ.id)
    assert typed
    assert typed.count == len(";yj ")
    desk.desktop.make(Stroke())
    assert not typed.untouched()
    assert desk.codes.standing(YJ.id) is None
