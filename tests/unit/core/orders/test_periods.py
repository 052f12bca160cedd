"""Rules for a time: an order is quoted by those that counted when it was placed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.orders.model import EarlierOrder, Line, Order, ShipTo
from desktop.core.orders.quote import quote
from desktop.core.validity import read_moment
from desktop.services.quoting import QuoteText
from desktop.services.words import Words
from tests.orders import dated_shop as shop
from tests.orders import example_shop

BEFORE, DURING = read_moment("2026-06-17 23:59:59"), read_moment("2026-06-18")
AFTER, LATER = read_moment("2026-06-19"), read_moment("2026-07-01")


def order(at: datetime, province: str = "上海", yuan: int = 200, **more: object) -> Order:
    return Order(at, ShipTo(province), (Line(yuan * 100),), **more)  # type: ignore[arg-type]


def due(at: datetime, province: str = "上海", yuan: int = 200) -> int:
    return quote(order(at, province, yuan), shop()).due


@pytest.mark.parametrize(
    ("at", "yuan", "name"),
    [(BEFORE, 206, None), (DURING, 180, "618 大促"), (AFTER, 206, None), (LATER, 207, "新邮费")],
)
def test_the_moment_of_the_order_decides(at: datetime, yuan: int, name: str | None) -> None:
    answer = quote(order(at), shop())
    assert (answer.due, answer.period) == (yuan * 100, name)


def test_what_an_period_does_not_name_stays() -> None:
    sale = shop().at(DURING)
    everyday = shop()
    assert sale.merge_window == everyday.merge_window
    assert (sale.name, [a.name for a in sale.areas]) == (
        "示例代购店",
        [a.name for a in everyday.areas],
    )
    near, usual = sale.area_of("上海"), everyday.area_of("上海")
    assert near is not None
    assert usual is not None
    assert near.couriers == usual.couriers
    assert (near.free_from, usual.free_from) == (19_900, 50_000)


def test_a_list_takes_the_place_of_the_whole_list() -> None:
    assert [tier.name for tier in shop().at(DURING).tiers] == ["全场"]
    assert shop().at(DURING).free_parcels == ()


def test_never_takes_a_threshold_away() -> None:
    assert due(BEFORE, "广东", 1_500) == 150_000 - 2_500
    assert due(DURING, "广东", 1_500) == 135_000 + 500
    assert due(BEFORE, "西藏", 1_000) == 100_000 + 800
    assert due(DURING, "西藏", 1_000) == 90_000 + 1_800
    assert quote(order(DURING, "广东"), shop()).free_shipping_gap is None


def test_couriers_keep_their_order_and_new_ones_come_last() -> None:
    area = shop().at(DURING).area_of("广东")
    assert area is not None
    assert [courier.id for courier in area.couriers] == ["zto", "sf", "ems"]
    zto = area.couriers[0]
    assert (zto.first, zto.extra, zto.customer_pays_extra) == (500, 200, False)


def test_earlier_orders_that_join_are_quoted_with_the_new_one() -> None:
    earlier = EarlierOrder("A", BEFORE, "unpaid", (Line(10_000),))
    answer = quote(order(DURING, yuan=100, earlier_orders=(earlier,)), shop())
    assert answer.free_shipping
    assert [one.due for one in answer.orders] == [9_000, 9_000]
    late = EarlierOrder("A", DURING, "unpaid", (Line(10_000),))
    answer = quote(order(AFTER, yuan=100, earlier_orders=(late,)), shop())
    assert not answer.free_shipping
    assert answer.due == 21_200


def test_the_agent_is_told_by_which_rules() -> None:
    answer = quote(order(DURING), shop())
    for language, said in (("zh", "按“618 大促”的规则"), ("en", "By the rules of 618 大促")):
        text = QuoteText(Words(language))  # type: ignore[arg-type]
        assert said in text.note(answer)
    assert text.as_json(answer)["period"] == "618 大促"
    assert text.as_json(quote(order(BEFORE), shop()))["period"] is None


@given(
    st.integers(-60 * 24 * 60, 60 * 24 * 60).map(lambda m: DURING + timedelta(minutes=m)),
    st.sampled_from(["上海", "广东", "西藏", "香港"]),
    st.integers(1, 4_000),
)
def test_there_is_one_set_of_rules_at_each_moment(at: datetime, province: str, yuan: int) -> None:
    dated = shop()
    counting = [e.rules for e in dated.periods if e.valid.holds(at)] or [dated]
    (rules,) = counting
    placed = order(at, province, yuan)
    answer, plain = quote(placed, dated), quote(placed, rules.at(at))
    assert (answer.orders, answer.steps) == (plain.orders, plain.steps)
    if rules is dated:
        assert answer == quote(placed, example_shop())
