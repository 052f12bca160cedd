"""A pack that came in a file is held to every rule of the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from desktop.core.packs.check import check_built
from desktop.core.packs.compiled import compile_pack, load_pack
from desktop.core.packs.reader import read_pack
from desktop.core.packs.sources import sources_of
from desktop.core.phrases.values import PLACEHOLDERS
from tests.orders import dated_shop as shop
from tests.packs import default_pack

DAY = "2026-11-11T00:00:00+08:00"
COMPILED = compile_pack(default_pack())


def told(change: Callable[[Any], object]) -> list[str]:
    raw = msgspec.json.decode(COMPILED)
    change(raw)
    pack = load_pack(msgspec.json.encode(raw))
    return [p.code for p in check_built(pack, PLACEHOLDERS, "x.mhp", {})]


def phrase(raw: Any) -> Any:
    return raw["library"]["categories"][0]["groups"][0]["phrases"][0]


def area(raw: Any) -> Any:
    return raw["shop"]["areas"][0]


def test_sources_of_a_pack_give_the_pack() -> None:
    assert read_pack(sources_of(default_pack()), PLACEHOLDERS) == (default_pack(), ())


def test_sound_pack_has_no_problem() -> None:
    assert told(lambda raw: None) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda raw: raw.update(name=" "), "empty"),
        (lambda raw: raw.update(name="a\nb"), "not_one_line"),
        (lambda raw: raw.update(language="fr"), "not_one_of"),
        (lambda raw: raw.update(version=10**9), "not_between"),
        (lambda raw: raw.update(placeholders={"and": "x"}), "not_a_name"),
        (lambda raw: phrase(raw).update(text="好" * 2_001), "template_too_long"),
        (lambda raw: phrase(raw).update(text="{{ 客服 | split: '' }}"), "template_unknown_filter"),
        (lambda raw: phrase(raw).update(text="｛｛客服｝｝"), "template_full_width"),
        (lambda raw: phrase(raw).update(text="99\u202e.00"), "forbidden_character"),
        (lambda raw: phrase(raw).update(text="x\u0000"), "forbidden_character"),
        (lambda raw: phrase(raw).update(text="x "), "built_unsound"),
        (lambda raw: phrase(raw).update(placeholders=["应付"]), "built_unsound"),
        (lambda raw: phrase(raw).update(id="default/greet.first/99"), "built_unsound"),
        (lambda raw: phrase(raw).update(scenario="greet"), "not_a_scenario"),
        (lambda raw: phrase(raw).update(title="好" * 81), "text_too_long"),
        (lambda raw: phrase(raw).update(code="A"), "not_a_code"),
        (lambda raw: phrase(raw).update(tags=["a", ""]), "empty"),
        (lambda raw: phrase(raw).update(valid={"start": None, "until": None}), "built_unsound"),
        (lambda raw: phrase(raw).update(valid={"start": DAY, "until": DAY}), "ends_before"),
        (lambda raw: phrase(raw).update(valid={"start": "1815-01-01T00:00:00Z"}), "not_a_moment"),
        (lambda raw: raw["library"]["categories"][0].update(id="../x"), "not_an_id"),
        (lambda raw: raw["library"].update(categories=[]), "empty_list"),
        (lambda raw: raw["shop"].update(name=""), "empty"),
        (lambda raw: raw["words"]["forbidden"][0].update(words=[]), "empty_list"),
        (lambda raw: raw["words"]["cold"][0].update(instead=""), "empty"),
        (lambda raw: raw["quotes"][0].update(order="{"), "built_unsound"),
        (lambda raw: raw["quotes"][0].update(order="[" * 900 + "]" * 900), "built_unsound"),
        (lambda raw: raw["quotes"][0].update(order="[]"), "not_a_mapping"),
        (lambda raw: raw["quotes"][0].update(order='{"placed_at": 1.5}'), "not_a_time"),
        (lambda raw: raw["quotes"][0]["expect"].update(due="1"), "built_unsound"),
        (lambda raw: raw["quotes"][0]["expect"].update(due="1.00"), "quote_differs"),
        (lambda raw: raw["quotes"][0]["expect"].pop("due"), "missing"),
        (lambda raw: raw["notes"].append(raw["notes"][0]), "built_unsound"),
        (lambda raw: raw["notes"][0].update(version=2), "not_a_version"),
        (lambda raw: raw["notes"][0].update(text="好" * 2_001), "text_too_long"),
        (lambda raw: raw["shop"].update(merge_window="PT90M"), "not_between"),
        (lambda raw: raw["shop"]["tiers"].reverse(), "not_ascending"),
        (lambda raw: raw["shop"]["tiers"][0].update(pays="1/3"), "not_share"),
        (lambda raw: area(raw).update(provinces=["上海市"]), "built_unsound"),
        (lambda raw: area(raw).update(provinces=["纽约"]), "not_a_province"),
        (lambda raw: area(raw).update(rest=True), "provinces_or_rest"),
        (lambda raw: area(raw)["couriers"].append(area(raw)["couriers"][0]), "built_unsound"),
        (lambda raw: area(raw)["couriers"][0].update(id="zto\u202e"), "forbidden_character"),
        (lambda raw: area(raw).update(reduce_by=5), "built_unsound"),
    ],
)
def test_what_the_reader_would_refuse_is_refused(
    change: Callable[[Any], object], code: str
) -> None:
    assert code in told(change)


def test_dates_come_back_as_they_were() -> None:
    assert told(lambda raw: phrase(raw).update(valid={"start": DAY})) == []


def test_rules_for_a_time_come_back_as_they_were() -> None:
    pack = replace(default_pack(), shop=shop())
    assert load_pack(compile_pack(pack)) == pack
    assert check_built(pack, PLACEHOLDERS, "x.mhp", {}) == ()
    assert pack.shop is not None
    first = pack.shop.periods[0]
    nested = replace(first, rules=replace(first.rules, periods=(first,)))
    overlapping = (first, replace(first, name="again"))
    for periods, code in (((nested,), "built_unsound"), (overlapping, "period_overlaps")):
        wrong = replace(pack, shop=replace(pack.shop, periods=periods))
        assert code in [p.code for p in check_built(wrong, PLACEHOLDERS, "x.mhp", {})]


def test_placeholder_of_a_newer_program_is_typed_by_the_agent() -> None:
    change = {"text": "满减 {{ 满减金额 }} 元", "placeholders": ["满减金额"]}
    assert told(lambda raw: phrase(raw).update(change)) == []


def test_placeholder_of_the_team_may_have_become_everybodys() -> None:
    assert told(lambda raw: raw.update(placeholders={"应付": "要付多少"})) == []


def test_what_a_newer_program_adds_is_passed_over() -> None:
    assert told(lambda raw: raw.update(colour="red")) == []
