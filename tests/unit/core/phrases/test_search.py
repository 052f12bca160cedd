"""What an agent types finds the phrase that is meant."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.packs.reader import read_pack
from desktop.core.phrases.model import Phrase, Usage
from desktop.core.phrases.search import Index
from desktop.core.phrases.values import PLACEHOLDERS

PACK = Path(__file__).parents[4] / "phrases" / "default"
SMALL = (
    Phrase("a", "s", "发货时间", "现货当天发出", "fhsj", ("发货", "多久")),
    Phrase("b", "s", "包邮规则", "满500包邮，Free shipping", "bygz", ("运费",)),
    Phrase("c", "s", "重庆重量", "按重量算邮费", "cqzl"),
    Phrase("d", "s", "西安", "西安的顾客", "xa"),
    Phrase("e", "s", "先生", "先生您好", "xs"),
)


@cache
def small() -> Index:
    return Index.build(SMALL)


@cache
def default() -> tuple[Index, tuple[Phrase, ...]]:
    pack, _ = read_pack({p.name: p.read_bytes() for p in PACK.glob("*.yaml")}, set(PLACEHOLDERS))
    assert pack
    phrases = tuple(pack.library.phrases())
    return Index.build(phrases), phrases


def found(query: str, **usage: Usage) -> str:
    return "".join(hit.phrase.id for hit in small().search(query, usage, 10, 1000.0))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("fhsj", "a"),
        ("fhs", "a"),
        ("FHSJ", "a"),
        ("ｆｈｓｊ", "a"),
        ("发货", "a"),
        ("运费", "b"),
        ("fahuo", "a"),
        ("fahuoshij", "a"),
        ("shijian", "a"),
        ("baoyou", "b"),
        ("free", "b"),
        ("500", "b"),
        ("chongqing", "c"),
        ("zhongliang", "c"),
        ("cqz", "c"),
        ("xian", "dea"),
        ("xs", "e"),
        ("fauho", "a"),
        ("fahuoo", "a"),
        ("fahu0", ""),
        ("baoyu", "b"),
        ("包邮 满", "b"),
        ("满 运费", "b"),
        ("包邮 顾客", ""),
        ("", ""),
        ("   ", ""),
        ("zzzz", ""),
        ("(", ""),
        ("[.*", ""),
    ],
)
def test_found(query: str, ids: str) -> None:
    assert found(query) == ids


def test_a_better_match_comes_before_a_used_one_and_use_decides_among_equals() -> None:
    used = {"e": Usage(9, 1000.0)}
    assert found("xian", **used)[0] == "e"
    assert found("xa", **used)[0] == "d"
    long_ago = {"e": Usage(9, 1000.0 - 400 * 86_400), "d": Usage(2, 1000.0)}
    assert found("xian", **long_ago)[0] == "d"


def test_a_used_phrase_is_found_even_behind_many_others() -> None:
    many = tuple(Phrase(f"{n}", "s", f"话术{n}", "好的") for n in range(500))
    hits = Index.build(many).search("好的", {"499": Usage(3, 0.0)}, 10, 0.0)
    assert hits[0].phrase.id == "499"
    assert len(hits) == 10


def test_the_stretches_that_matched_are_marked() -> None:
    (hit,) = small().search("发货", {}, 5, 0.0)
    assert hit.in_title == ((0, 2),)
    (hit,) = small().search("fahuo", {}, 5, 0.0)
    assert [hit.phrase.title[a:b] for a, b in hit.in_title] == ["发货"]
    (hit,) = small().search("邮 free", {}, 5, 0.0)
    assert [hit.phrase.text[a:b] for a, b in hit.in_text] == ["邮", "Free"]


def test_an_index_comes_back_from_its_bytes_and_damaged_bytes_are_refused() -> None:
    data = small().to_bytes()
    again = Index.from_bytes(data, SMALL)
    assert again
    assert again.search("chongqing", {}, 5, 0.0) == small().search("chongqing", {}, 5, 0.0)
    assert Index.from_bytes(data[:-5], SMALL) is None
    assert Index.from_bytes(b"", SMALL) is None
    assert Index.from_bytes(data, SMALL[:-1]) is None


def test_the_agents_own_phrases_are_found_with_borrowed_readings() -> None:
    own = Index.build((Phrase("own/1", "", "满减活动", "今天满减"),), like=small())
    assert [hit.phrase.id for hit in own.search("manjian", {}, 5, 0.0)] == ["own/1"]
    assert Index.build((), like=small()).search("x", {}, 5, 0.0) == ()


@pytest.mark.parametrize(
    ("query", "scenario"),
    [
        ("baoyou", "bargain.ask_free_shipping"),
        ("tuihuo", "aftersale.return_policy"),
        ("tuihou", "aftersale.return_policy"),
        ("贵", "bargain.too_expensive"),
        ("fhsj", "shipping.when_ships"),
        ("顺丰", "shipping.sf_request"),
        ("尺码表", "product.size_chart"),
        ("核对收货", "verify.address"),
        ("heduishouhuo", "verify.address"),
        ("退货地址", "aftersale.return_address"),
    ],
)
def test_in_the_default_pack_the_scenario_is_among_the_first_three(
    query: str, scenario: str
) -> None:
    hits = default()[0].search(query, {}, 3, 0.0)
    assert scenario in [hit.phrase.scenario for hit in hits]


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whoever_types_a_title_or_a_code_gets_its_phrase_first(data: st.DataObject) -> None:
    index, phrases = default()
    phrase = data.draw(st.sampled_from(phrases))
    assert index.search(phrase.code, {}, 5, 0.0)[0].phrase == phrase
    assert index.search(phrase.title, {}, 5, 0.0)[0].phrase == phrase


@given(st.text(max_size=20) | st.text("abcdefghimnouxyz包邮 ", max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_query_is_answered_and_every_stretch_lies_inside(query: str) -> None:
    hits = default()[0].search(query, {}, 8, 0.0)
    assert len(hits) <= 8
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        for spans, text in ((hit.in_title, hit.phrase.title), (hit.in_text, hit.phrase.text)):
            assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text("aehinoxg·西安先生n", min_size=1, max_size=6))
@settings(max_examples=300)
def test_what_is_typed_letter_by_letter_is_found_as_if_it_was_typed_at_once(query: str) -> None:
    phrases = (*SMALL, Phrase("f", "s", "阿·哈", "", "q1"), Phrase("g", "s", "n·h你", "好", "q2"))
    typed_on = Index.build(phrases, like=small())
    for end in range(1, len(query) + 1):
        afresh = Index.build(phrases, like=small())
        one, other = (index.search(query[:end], {}, 10, 0.0) for index in (typed_on, afresh))
        assert one == other
