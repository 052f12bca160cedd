"""What the order room makes of its form."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.money import format_yuan
from desktop.core.orders.draft import EarlierDraft, LineDraft, OrderDraft
from desktop.core.orders.shop import Shop
from desktop.core.packs.schema import Reader
from desktop.core.packs.shop_reader import read_shop
from desktop.core.packs.tree import read_tree
from desktop.ui.orders.state import Answered, Unanswered, answer

NOW = datetime(2026, 2, 3, 2, tzinfo=UTC)
SHOP_FILE = Path(__file__).parents[3] / "phrases" / "default" / "shop.yaml"


@pytest.fixture(scope="module")
def shop() -> Shop:
    reader = Reader(SHOP_FILE.name)
    made = read_shop(read_tree(SHOP_FILE.read_bytes(), SHOP_FILE.name), reader)
    assert not reader.problems
    return made


def answered(draft: OrderDraft, shop: Shop) -> Answered:
    found = answer(draft, NOW, shop)
    assert isinstance(found, Answered), found
    return found


def test_the_shoes_of_the_training_exam_come_to_492_60_and_their_new_price_to_486_60(
    shop: Shop,
) -> None:
    form = OrderDraft(province="上海", spent_before="749", lines=(LineDraft(unit_price="499"),))
    found = answered(form, shop)
    assert format_yuan(found.quote.due) == "492.60"
    assert found.prices == ("486.60",)


def test_rows_left_blank_are_passed_over_and_each_price_stands_in_its_own_row(shop: Shop) -> None:
    blank = LineDraft()
    rows = (blank, LineDraft(unit_price="30"), blank, LineDraft(unit_price="20"))
    found = answered(OrderDraft(province="上海", lines=rows), shop)
    assert found.prices == ("", "30.00", "", "20.00")


def test_an_untouched_form_is_no_fault(shop: Shop) -> None:
    assert answer(OrderDraft(lines=(LineDraft(),)), NOW, shop) == Unanswered({})


def test_each_fault_is_told_at_the_row_it_stands_in(shop: Shop) -> None:
    rows = (LineDraft(), LineDraft(unit_price="4,99"), LineDraft(unit_price="1", quantity="0"))
    found = answer(OrderDraft(province="上海省", lines=rows, spent_before="-1"), NOW, shop)
    assert isinstance(found, Unanswered)
    assert {where: fault.code for where, fault in found.faults.items()} == {
        "ship_to.province": "not_a_province",
        "customer.spent_before": "not_yuan",
        "lines[1].unit_price": "not_yuan",
        "lines[2].quantity": "not_count",
    }


@pytest.mark.parametrize(("hours", "free"), [("72", True), ("73", False)])
def test_an_earlier_order_counts_toward_free_shipping_for_72_hours(
    shop: Shop, hours: str, *, free: bool
) -> None:
    earlier = EarlierDraft(status="paid", hours_ago=hours, regular_goods="300", postage_paid="6")
    form = OrderDraft(
        province="江苏", lines=(LineDraft(unit_price="200"),), earlier_orders=(earlier,)
    )
    found = answered(form, shop)
    assert found.quote.free_shipping is free
    assert format_yuan(found.quote.due) == ("194.00" if free else "206.00")


def test_a_courier_that_does_not_serve_the_place_is_a_fault_and_no_crash(shop: Shop) -> None:
    form = OrderDraft(province="香港", courier="zto", lines=(LineDraft(unit_price="10"),))
    found = answer(form, NOW, shop)
    assert isinstance(found, Unanswered)
    assert found.faults["courier"].code == "not_a_courier"
