"""What holds for every order, whatever is in it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.core.orders.model import (
    STATUSES,
    STOCKS,
    Customer,
    EarlierOrder,
    Line,
    Order,
    ShipTo,
)
from desktop.core.orders.quote import OrderQuote, Quote, quote
from tests.orders import NOW, example_shop
from tests.unit.core.orders import reference

SHOP = example_shop()
EDGES = [0, 1, 49_999, 50_000, 50_001, 99_999, 100_000, 100_001, 299_999, 300_000, 1_000_000]
PLACES = {"上海": ("zto", "sf"), "广东": ("zto", "sf"), "新疆": ("zto", "sf"), "香港": ("sf",)}

prices = st.one_of(st.sampled_from(EDGES), st.integers(0, 3_000_000))
lines = st.builds(
    Line,
    unit_price=prices,
    quantity=st.sampled_from([1, 1, 2, 3]),
    special_price=st.booleans(),
    stock=st.sampled_from(STOCKS),
    weight_kg=st.one_of(st.none(), st.decimals("0", "5", places=3)),
    name=st.sampled_from(["", "鞋", "包"]),
)
baskets = st.lists(lines, min_size=1, max_size=4).map(tuple)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    province = draw(st.sampled_from(sorted(PLACES)))
    earlier = [
        EarlierOrder(
            id=str(number),
            placed_at=NOW - timedelta(hours=draw(st.sampled_from([-1, 0, 1, 71, 72, 73]))),
            status=draw(st.sampled_from(STATUSES)),
            lines=draw(st.lists(lines, max_size=3).map(tuple)),
            postage_paid=draw(st.sampled_from([0, 600, 5_000])),
            ship_to=draw(st.sampled_from([None, ShipTo(province), ShipTo("北京")])),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    return Order(
        placed_at=NOW,
        ship_to=ShipTo(province),
        lines=draw(baskets),
        customer=Customer(draw(prices), (), draw(st.booleans())),
        courier=draw(st.sampled_from([None, *PLACES[province]])),
        parcels=draw(st.integers(1, 4)),
        earlier_orders=tuple(earlier),
    )


def minor(amount: Decimal) -> int:
    return int(amount * 100)


def plain(said: Quote) -> dict[str, Any]:
    return {
        "orders": [
            (o.goods, o.member_discount, o.postage, o.postage_credit, o.due) for o in said.orders
        ],
        "due": said.due,
        "refund": said.refund,
        "free_shipping": said.free_shipping,
        "gap": said.free_shipping_gap,
        "tier": said.tier_after,
    }


@given(orders())
@settings(max_examples=400, deadline=None)
def test_it_says_what_the_contract_says_word_by_word(order: Order) -> None:
    wanted = reference.quote(order, SHOP)
    kinds = ("goods", "discount", "postage", "credit", "due")
    assert plain(quote(order, SHOP)) == {
        **wanted,
        "orders": [tuple(minor(bill[kind]) for kind in kinds) for bill in wanted["orders"]],
        "due": minor(wanted["due"]),
        "refund": minor(wanted["refund"]),
        "gap": None if wanted["gap"] is None else minor(wanted["gap"]),
    }


@given(orders())
@settings(max_examples=200, deadline=None)
def test_the_steps_explain_every_cent_and_no_order_is_below_nothing(order: Order) -> None:
    said = quote(order, SHOP)
    assert sum(step.amount for step in said.steps) == said.due
    for one in said.orders:
        assert one.due >= 0
    assert said.refund >= 0


@given(orders())
@settings(max_examples=200, deadline=None)
def test_the_lines_share_the_discount_to_the_cent(order: Order) -> None:
    for one in quote(order, SHOP).orders:
        assert sum(line.discount for line in one.lines) == one.member_discount
        assert all(0 <= line.discount <= line.goods for line in one.lines)
    shares = quote(order, SHOP).orders[-1].lines
    special = [s for s, line in zip(shares, order.lines, strict=True) if line.special_price]
    assert all(share.discount == 0 for share in special)


@given(baskets, baskets, prices)
@settings(max_examples=150, deadline=None)
def test_two_unpaid_orders_get_the_discounts_they_get_one_after_the_other(
    first: tuple[Line, ...], second: tuple[Line, ...], spent: int
) -> None:
    one = Order(NOW, ShipTo("上海"), first, customer=Customer(spent))
    earlier = EarlierOrder("A", NOW, "unpaid", first)
    both = quote(replace(one, lines=second, earlier_orders=(earlier,)), SHOP)

    alone = quote(one, SHOP).orders[0]
    paid = spent + alone.goods - alone.member_discount
    after = quote(replace(one, lines=second, customer=Customer(paid)), SHOP).orders[0]
    assert [o.member_discount for o in both.orders] == [
        alone.member_discount,
        after.member_discount,
    ]


@given(orders(), prices)
@settings(max_examples=200, deadline=None)
def test_whoever_has_spent_more_never_pays_more(order: Order, more: int) -> None:
    richer = replace(order.customer, spent_before=order.customer.spent_before + more)
    assert quote(replace(order, customer=richer), SHOP).due <= quote(order, SHOP).due


def by_line(order: Order, said: OrderQuote) -> list[tuple[str, int]]:
    return sorted(
        (str(line), share.discount) for line, share in zip(order.lines, said.lines, strict=True)
    )


@given(orders(), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_the_lines_does_not_matter(order: Order, chance: Any) -> None:
    shuffled = list(order.lines)
    chance.shuffle(shuffled)
    other = replace(order, lines=tuple(shuffled))
    one, two = quote(order, SHOP), quote(other, SHOP)
    assert plain(one) == plain(two)
    assert by_line(order, one.orders[-1]) == by_line(other, two.orders[-1])
