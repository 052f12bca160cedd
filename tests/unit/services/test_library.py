"""The phrases an agent works with, and what the agent does to them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import (
    OWN_CATEGORY,
    Attachment,
    Category,
    Group,
    Library,
    Overlay,
    Phrase,
    Usage,
)
from desktop.core.phrases.own import of_parts
from desktop.core.phrases.search import Index
from desktop.core.problems import InputError
from desktop.services.library import LibraryService
from tests.fakes.personal import FakePersonalStore

GREET = Phrase("p/greet.first/1", "greet.first", "热情问候", "您好，欢迎光临", "rqwh")
BUSY = Phrase("p/greet.busy/1", "greet.busy", "忙碌", "请稍等一下", "ml")
PRICE = Phrase("p/price.quote/1", "price.quote", "报价", "一共 {{ 应付 }} 元", "bj")
LIBRARY = Library(
    (
        Category("greet", "招呼", (Group("进店", (GREET, BUSY)),)),
        Category("price", "价格", (Group("报价", (PRICE,)),)),
    )
)
TABLE = Attachment("picture", "size.png", "0" * 64, 83)
F5, F6 = parse_hotkey("F5"), parse_hotkey("F6")


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 2, 3, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def monotonic_ms(self) -> float:
        return 0.0


class FailingStore(FakePersonalStore):
    """A disk that is full."""

    def save_own(self, phrase: Phrase) -> None:
        raise OSError("disk full")

    def set_pins(self, phrase_ids: tuple[str, ...]) -> None:
        raise OSError("disk full")


@cache
def index() -> Index:
    return Index.build(tuple(LIBRARY.phrases()))


def library(store: FakePersonalStore | None = None, clock: Clock | None = None) -> LibraryService:
    return LibraryService(
        LIBRARY, index(), {"应付"}, store or FakePersonalStore(), clock or Clock()
    )


def own(title: str = "我的活动", text: str = "今天满减", code: str = "") -> Phrase:
    return Phrase("", "", title, text, code)


def titles(phrases: tuple[Phrase, ...]) -> list[str]:
    return [phrase.title for phrase in phrases]


def test_a_new_agent_gets_a_first_look_at_every_category() -> None:
    assert titles(library().frequent()) == ["热情问候", "报价"]


def test_pins_come_first_in_the_agents_order_and_then_what_is_used_most() -> None:
    agent = library()
    for phrase_id, uses in ((BUSY.id, 3), (GREET.id, 1)):
        for _ in range(uses):
            agent.record_use(phrase_id)
    agent.pin(PRICE.id)
    assert titles(agent.frequent()) == ["报价", "忙碌", "热情问候"]
    agent.pin(GREET.id)
    agent.pin(PRICE.id)
    assert agent.overlay().pins == (GREET.id, PRICE.id)
    agent.unpin(GREET.id)
    assert agent.overlay().pins == (PRICE.id,)


def test_what_was_used_long_ago_gives_way_to_what_is_used_now() -> None:
    clock = Clock()
    agent = library(clock=clock)
    for _ in range(4):
        agent.record_use(BUSY.id)
    clock.moment += timedelta(days=60)
    agent.record_use(PRICE.id)
    assert titles(agent.frequent())[:2] == ["报价", "忙碌"]


def test_a_pin_of_a_phrase_the_pack_no_longer_has_is_kept_but_not_shown() -> None:
    store = FakePersonalStore(Overlay(pins=("p/gone.now/1", PRICE.id)))
    agent = library(store)
    assert titles(agent.frequent())[0] == "报价"
    agent.pin(BUSY.id)
    assert store.kept.pins == ("p/gone.now/1", PRICE.id, BUSY.id)


def test_own_phrases_stand_in_a_category_of_their_own_and_are_found() -> None:
    agent = library()
    kept = agent.save_own(own(code="wdhd"))
    assert kept.id.startswith(f"{OWN_CATEGORY}/")
    assert titles(tuple(agent.categories()[-1].phrases())) == ["我的活动"]
    assert [hit.phrase for hit in agent.search("wdhd", 5)] == [kept]
    assert [hit.phrase for hit in agent.search("满减", 5)] == [kept]


def test_an_edited_phrase_keeps_its_id_and_its_place() -> None:
    agent = library()
    first, second = agent.save_own(own("一")), agent.save_own(own("二"))
    agent.save_own(Phrase(first.id, "", "一改", "今天满减 {{ 应付 }}", ""))
    shown = tuple(agent.categories()[-1].phrases())
    assert [phrase.id for phrase in shown] == [first.id, second.id]
    assert shown[0].placeholders == ("应付",)


def test_a_copy_of_a_team_phrase_becomes_a_new_one_of_the_agents() -> None:
    agent = library()
    copy = agent.save_own(Phrase(GREET.id, GREET.scenario, "问候·改", GREET.text, ""))
    assert copy.id != GREET.id
    assert agent.phrase(GREET.id) == GREET


@pytest.mark.parametrize(
    ("draft", "where", "code"),
    [
        (own(title=""), "title", "empty"),
        (own(text=""), "text", "empty"),
        (own(text="x" * 2001), "text", "template_too_long"),
        (own(text="付 {{ 应付款 }} 元"), "text", "template_unknown_name_near"),
        (own(text="付 {{ 应付 元"), "text", "template_unclosed"),
        (own(code="B J"), "code", "not_a_code"),
        (own(code="bj"), "code", "code_twice"),
    ],
)
def test_what_is_wrong_with_an_own_phrase_is_told_at_its_field_and_nothing_is_kept(
    draft: Phrase, where: str, code: str
) -> None:
    store = FakePersonalStore()
    agent = library(store)
    with pytest.raises(InputError) as told:
        agent.save_own(draft)
    assert (where, code) in [(p.where, p.code) for p in told.value.problems]
    assert store.kept.own == ()


def test_an_own_phrase_of_several_parts_is_kept_found_by_any_and_knows_its_placeholders() -> None:
    agent = library()
    parts = ("尺码表在这里", TABLE, "{{ 应付 }}元，帮您看")
    agent.save_own(of_parts(Phrase("", "", "尺码", ""), parts))
    [kept] = agent.overlay().own
    assert (kept.parts, kept.placeholders) == (parts, ("应付",))
    assert [hit.phrase.id for hit in agent.search("帮您", 5)] == [kept.id]


def test_a_phrase_may_keep_its_own_code_when_it_is_edited() -> None:
    agent = library()
    kept = agent.save_own(own(code="wd"))
    assert agent.check_own(kept) == ()


def test_undo_brings_a_deleted_phrase_back_with_all_that_lay_on_it() -> None:
    store = FakePersonalStore()
    agent = library(store)
    first, second, third = (agent.save_own(own(title)) for title in "一二三")
    agent.pin(second.id)
    agent.pin(PRICE.id)
    agent.set_hotkey(second.id, F5)
    agent.record_use(second.id)
    before = store.kept

    undo = agent.delete_own(second.id)
    assert agent.phrase(second.id) is None
    assert store.kept.pins == (PRICE.id,)
    assert second.id not in store.kept.hotkeys | store.kept.usage

    undo()
    assert agent.phrase(second.id) == second
    assert store.kept == before == agent.overlay()
    assert titles(tuple(agent.categories()[-1].phrases())) == ["一", "二", "三"]
    assert {first.id, third.id} <= {p.id for p in store.kept.own}


def test_undo_keeps_what_was_done_since() -> None:
    store = FakePersonalStore()
    agent = library(store)
    kept = agent.save_own(own())
    agent.set_hotkey(kept.id, F5)
    undo = agent.delete_own(kept.id)
    agent.pin(BUSY.id)
    agent.set_hotkey(BUSY.id, F5)
    other = agent.save_own(own("后来的"))
    undo()
    assert {p.id for p in store.kept.own} == {kept.id, other.id}
    assert store.kept.pins == (BUSY.id,)
    assert store.kept.hotkeys == {BUSY.id: F5}, "the key is taken by now"


def test_two_deletes_can_be_undone_in_either_order() -> None:
    store = FakePersonalStore()
    agent = library(store)
    first, second = agent.save_own(own("一")), agent.save_own(own("二"))
    undo_first, undo_second = agent.delete_own(first.id), agent.delete_own(second.id)
    undo_first()
    undo_second()
    assert {p.id for p in store.kept.own} == {first.id, second.id}


def test_a_hotkey_belongs_to_one_phrase_at_a_time() -> None:
    agent = library()
    agent.set_hotkey(GREET.id, F5)
    agent.set_hotkey(BUSY.id, F6)
    agent.set_hotkey(BUSY.id, F5)
    assert agent.overlay().hotkeys == {BUSY.id: F5}
    agent.set_hotkey(BUSY.id, None)
    assert agent.overlay().hotkeys == {}


def test_what_the_disk_did_not_take_does_not_show() -> None:
    agent = library(FailingStore(Overlay(pins=(PRICE.id,))))
    for change in (lambda: agent.pin(BUSY.id), lambda: agent.save_own(own())):
        with pytest.raises(OSError, match="disk full"):
            change()
    assert agent.overlay() == Overlay(pins=(PRICE.id,))


def test_whoever_listens_hears_of_a_change_when_it_is_done() -> None:
    agent = library()
    heard: list[tuple[str, ...]] = []
    agent.on_change.append(lambda: heard.append(agent.overlay().pins))
    agent.pin(PRICE.id)
    agent.unpin(PRICE.id)
    assert heard == [(PRICE.id,), ()]


def test_use_decides_among_equal_matches() -> None:
    used = Overlay(usage={BUSY.id: Usage(5, Clock().now().timestamp())})
    assert library(FakePersonalStore(used)).search("请", 5)[0].phrase == BUSY


def test_another_pack_keeps_what_is_the_agents() -> None:
    agent = library()
    mine = agent.save_own(Phrase("", "", "我的", "自己写的", "zj"))
    agent.pin(GREET.id)
    other = Phrase("q/a.b/1", "a.b", "别家", "别家的话术 {{ 材质 }}", "bj")
    pack = Library((Category("a", "别家", (Group("", (other,)),)),))
    told: list[str] = []
    agent.on_change.append(lambda: told.append("changed"))
    agent.show(pack, Index.build((other,)), ("材质",))
    assert told == ["changed"]
    assert [c.name for c in agent.categories()] == ["别家", ""]
    assert (agent.phrase(GREET.id), agent.phrase(mine.id)) == (None, mine)
    assert agent.overlay().pins == (GREET.id,)
    assert [hit.phrase.id for hit in agent.search("biejia", 9)] == [other.id]
    assert [hit.phrase.id for hit in agent.search("自己写", 9)] == [mine.id]
    assert agent.check_own(Phrase("", "", "x", "{{ 材质 }}")) == ()
    assert agent.check_own(Phrase("", "", "x", "{{ 应付 }}"))[0].code.startswith("template_unknown")
