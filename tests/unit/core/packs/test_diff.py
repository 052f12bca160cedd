"""What changed between two versions of a pack, and what of it lies beneath an agent's own layer."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.core.hotkeys import parse_hotkey
from desktop.core.orders.shop import Shop
from desktop.core.packs.beneath import beneath
from desktop.core.packs.diff import Changed, PackDiff, pack_diff
from desktop.core.packs.facts import facts
from desktop.core.packs.model import GoldenQuote, Note, Pack
from desktop.core.phrases.model import Attachment, Category, Group, Library, Overlay, Phrase
from desktop.core.phrases.wording import Cold, Forbidden, WordLists
from desktop.core.validity import Validity, read_moment
from tests.orders import dated_shop, example_shop
from tests.packs import default_pack

PHRASE = Phrase("p/a.b/1", "a.b", "标题", "满500包邮", "dm", ("贵",), ())


def pack_of(*phrases: Phrase, **more: object) -> Pack:
    library = Library((Category("a", "甲", (Group("一组", phrases),)),))
    base = Pack("p", "名", 1, "zh-CN", library, None, {})
    return replace(base, **more)


def diff(before: Pack, after: Pack) -> PackDiff:
    return pack_diff(before, after)


def rules(before: Shop, after: Shop) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    found = diff(pack_of(shop=before), pack_of(shop=after))
    return [(change.fact, change.before, change.after) for change in found.changes]


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Packs of few phrases, so that two of them have some in common."""
    numbers = draw(st.lists(st.integers(1, 6), unique=True))
    texts = st.sampled_from(["满500包邮", "满450包邮", "您好"])
    return pack_of(
        *(Phrase(f"p/a.b/{n}", "a.b", draw(st.sampled_from("甲乙")), draw(texts)) for n in numbers),
        placeholders=draw(st.dictionaries(st.sampled_from(["材质", "颜色"]), st.just("x"))),
        shop=draw(st.sampled_from([None, example_shop(), dated_shop()])),
    )


@given(packs())
def test_nothing_changed_from_a_pack_to_itself(pack: Pack) -> None:
    assert diff(pack, pack).empty
    assert diff(pack, replace(pack, id="q", library=_renamed(pack.library))).empty


def _renamed(library: Library) -> Library:
    def other(phrase: Phrase) -> Phrase:
        return replace(phrase, id=phrase.id.replace("p/", "q/", 1))

    return Library(
        tuple(
            replace(c, groups=tuple(Group(g.name, tuple(map(other, g.phrases))) for g in c.groups))
            for c in library.categories
        )
    )


@given(packs(), packs())
def test_the_numbers_add_up(before: Pack, after: Pack) -> None:
    found = diff(before, after)
    old, new = (list(pack.library.phrases()) for pack in (before, after))
    assert len(old) + len(found.added) - len(found.removed) == len(new)
    kept = {phrase.id: phrase for phrase in old}
    for placed in found.removed:
        del kept[placed.phrase.id]
    for changed in found.changed:
        assert changed.before.phrase == kept[changed.before.phrase.id]
        kept[changed.before.phrase.id] = changed.after.phrase
    for placed in found.added:
        kept[placed.phrase.id] = placed.phrase
    assert kept == {phrase.id: phrase for phrase in new}
    told = dict(facts(before))
    for change in found.changes:
        assert told.pop(change.fact, None) == change.before
        if change.after is not None:
            told[change.fact] = change.after
    assert told == facts(after)
    assert found.empty == (not found.reordered and old == new and facts(before) == facts(after))


@given(packs(), packs())
def test_the_way_back_is_the_same_the_other_way_round(before: Pack, after: Pack) -> None:
    there, back = diff(before, after), diff(after, before)
    assert {p.phrase.id for p in there.added} == {p.phrase.id for p in back.removed}
    assert {c.before.phrase.id for c in there.changed} == {c.after.phrase.id for c in back.changed}
    assert {(c.fact, c.before, c.after) for c in there.changes} == {
        (c.fact, c.after, c.before) for c in back.changes
    }


def test_every_field_of_a_phrase_is_told_by_its_name() -> None:
    picture = Attachment("picture", "a.png", "0" * 64, 1)
    others = {
        "title": replace(PHRASE, title="x"),
        "code": replace(PHRASE, code="x"),
        "tags": replace(PHRASE, tags=()),
        "text": replace(PHRASE, text="满450包邮"),
        "valid": replace(PHRASE, valid=Validity(read_moment("2026-11-11"))),
        "attachments": replace(PHRASE, parts=(PHRASE.text, picture)),
    }
    for name, other in others.items():
        (changed,) = diff(pack_of(PHRASE), pack_of(other)).changed
        assert name in changed.fields
        assert changed.fields == (name,) or name == "attachments"
    swapped = replace(PHRASE, parts=(PHRASE.text, replace(picture, digest="1" * 64)))
    (changed,) = diff(pack_of(others["attachments"]), pack_of(swapped)).changed
    assert changed.fields == ("attachments",)


def test_phrase_that_moved_is_changed_in_its_place() -> None:
    moved = Library((Category("a", "甲", (Group("另一组", (PHRASE,)),)),))
    (changed,) = diff(pack_of(PHRASE), pack_of(library=moved)).changed
    assert (changed.fields, changed.after.group) == (("place",), "另一组")


def test_another_order_is_told_without_a_list() -> None:
    other = replace(PHRASE, id="p/a.b/2")
    found = diff(pack_of(PHRASE, other), pack_of(other, PHRASE))
    assert (found.reordered, found.changed, found.empty) == (True, (), False)


def test_rules_change_in_the_shops_own_terms() -> None:
    shop = example_shop()
    near = replace(shop.areas[0], free_from=45_000)
    cheaper = replace(near, couriers=(replace(near.couriers[0], first=500), *near.couriers[1:]))
    assert rules(shop, replace(shop, areas=(near, *shop.areas[1:]))) == [
        (("free_from", "江浙沪皖"), "500", "450")
    ]
    assert rules(shop, replace(shop, areas=(cheaper, *shop.areas[1:]))) == [
        (("free_from", "江浙沪皖"), "500", "450"),
        (("first", "江浙沪皖", "zto"), "6", "5"),
    ]
    tiers = (replace(shop.tiers[0], pays=Fraction(9, 10)), *shop.tiers[1:])
    assert rules(shop, replace(shop, tiers=tiers)) == [(("tier_pays", "初级会员"), "0.95", "0.9")]
    later = replace(shop, merge_window=timedelta(hours=24), areas=shop.areas[:-1])
    assert (("merge_hours",), "72", "24") in rules(shop, later)
    assert (("free_from", "全国其他"), "1000", None) in rules(shop, later)


def test_rules_for_a_time_are_told_by_what_is_other_then() -> None:
    told = rules(example_shop(), dated_shop())
    assert (("period", "618 大促"), None, "2026-06-18 00:00 – 2026-06-19 00:00") in told
    assert (("in_period", "618 大促", "free_from", "江浙沪皖"), None, "199") in told
    assert (("in_period", "618 大促", "free_from", "全国其他"), None, "") in told
    assert not any(fact[:3] == ("in_period", "618 大促", "shop") for fact, _, _ in told)


def test_areas_of_one_name_are_told_apart() -> None:
    shop = example_shop()
    twice = replace(shop, areas=(shop.areas[0], replace(shop.areas[1], name=shop.areas[0].name)))
    assert ("provinces", "江浙沪皖 2") in [fact for fact, _, _ in rules(shop, twice)]


def test_lists_names_quotes_and_notes_are_told() -> None:
    words = WordLists(
        (Forbidden("极限", "error", ("最",), ("最近",)),), (Cold("哦", "好的", True),)
    )
    golden = GoldenQuote("一", "{}", {"due": "1.00"})
    notes = (Note(3, "三"), Note(2, "二"), Note(1, "一"))
    before = pack_of(quotes=(golden,), placeholders={"材质": "料子"})
    after = pack_of(words=words, name="新名", version=3, notes=notes)
    found = diff(before, after)
    assert [(c.fact, c.before, c.after) for c in found.changes] == [
        (("name",), "名", "新名"),
        (("placeholder", "材质"), "料子", None),
        (("forbidden", "极限", "最"), None, "error"),
        (("allowed", "极限", "最近"), None, "true"),
        (("cold", "哦"), None, "好的"),
        (("cold_alone", "哦"), None, "true"),
    ]
    assert found.quotes == ("一",)
    assert [note.version for note in found.notes] == [3, 2]


def test_packs_with_other_rules_have_other_facts() -> None:
    pack = default_pack()
    assert facts(pack) != facts(replace(pack, shop=dated_shop()))
    assert facts(replace(pack, shop=dated_shop())) != facts(replace(pack, shop=None))


def test_agent_is_told_what_changed_beneath_pins_and_hotkeys_alone() -> None:
    one, two, three, four = (replace(PHRASE, id=f"p/a.b/{n}") for n in (1, 2, 3, 4))
    found = diff(
        pack_of(one, two, three, four),
        pack_of(replace(one, text="x"), two, replace(four, title="y")),
    )
    key = parse_hotkey("F5")
    overlay = Overlay(pins=("p/a.b/3", "own/x", "p/a.b/2"), hotkeys={"p/a.b/1": key})
    told = beneath(found, overlay)
    assert [(t.phrase_id, t.pinned, t.hotkey, t.removed) for t in told] == [
        ("p/a.b/3", True, None, True),
        ("p/a.b/1", False, key, False),
    ]
    assert isinstance(told[1].change, Changed)
    assert beneath(diff(pack_of(one), pack_of(one)), overlay) == ()
