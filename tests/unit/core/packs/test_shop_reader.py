"""Whatever is wrong with a shop's rules is told with file, line and field."""

from __future__ import annotations

import pytest

from desktop.core.packs.schema import Reader
from desktop.core.packs.shop_reader import read_shop
from desktop.core.packs.tree import read_tree
from desktop.services.words import Words
from tests.orders import SHOP_FILE

GOOD = """\
name: 店
member:
  tiers:
    - {name: 一, above: "1000", pays: "0.95"}
    - {name: 二, above: "2000", pays: "0.9"}
merge: {window_hours: 72}
shipping:
  free_parcels: [{from: "3000", parcels: 2}]
  areas:
    - name: 近
      provinces: [江苏, 上海市]
      free_from: "500"
      couriers: {zto: {first: "6", extra: "1", extra_paid_by: shop}}
    - name: 远
      rest: true
      reduce_from: "1000"
      reduce_by: "10"
      couriers: {zto: {first: "8"}}
"""


def told(text: str) -> list[str]:
    reader = Reader("shop.yaml")
    read_shop(read_tree(text.encode(), "shop.yaml"), reader)
    return [Words("en").problem(problem) for problem in reader.problems]


def test_good_rules_have_no_problem() -> None:
    assert told(GOOD) == []
    assert told(SHOP_FILE.read_text(encoding="utf-8")) == []


def test_member_merge_and_free_parcels_may_be_left_out() -> None:
    text = GOOD[: GOOD.index("member")] + GOOD[GOOD.index("shipping") :]
    text = text.replace('  free_parcels: [{from: "3000", parcels: 2}]\n', "")
    reader = Reader("shop.yaml")
    shop = read_shop(read_tree(text.encode(), "shop.yaml"), reader)
    assert reader.problems == []
    assert (shop.tiers, shop.free_parcels, shop.merge_window.total_seconds()) == ((), (), 0)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("name: 店\n", "", "shop.yaml:1: name: is missing"),
        ("name: 店\n", "name: 店\ncolour: 红\n", "shop.yaml:2: colour: is not a known field"),
        ("merge:", "merg:", "shop.yaml:6: merg: is not a known field"),
        ("72", "三天", "shop.yaml:6: merge.window_hours: 三天 is not a whole number"),
        ("72", "-1", "shop.yaml:6: merge.window_hours: -1 is not a whole number"),
        ('above: "2000"', 'above: "1000"', "shop.yaml:5: member.tiers[1].above: must be above"),
        ('pays: "0.9"', 'pays: "0.95"', "shop.yaml:5: member.tiers[1].pays: must be below"),
        ('pays: "0.9"', 'pays: "9"', "shop.yaml:5: member.tiers[1].pays: 9 is not a share"),
        ('pays: "0.9"', 'pays: "0"', "shop.yaml:5: member.tiers[1].pays: 0 is not a share"),
        ('above: "1000"', "above: 1e3", "shop.yaml:4: member.tiers[0].above: 1e3 is not an amount"),
        (", pays: ", ", pay: ", "shop.yaml:4: member.tiers[0].pays: is missing"),
        ("parcels: 2}", "parcels: 0}", "shipping.free_parcels[0].parcels: 0 is not a whole"),
        (
            "parcels: 2}]",
            'parcels: 2}, {from: "3000", parcels: 3}]',
            "shipping.free_parcels[1].from: must be above",
        ),
        ("上海市", "沪", "shop.yaml:11: shipping.areas[0].provinces: 沪 is not a province"),
        ("上海市", "江苏省", "shop.yaml:11: shipping.areas[0].provinces: 江苏 is in an area"),
        ("  rest: true", "  provinces: [江苏]", "shipping.areas[1].provinces: 江苏 is in an area"),
        ("  rest: true", "  rest: yes", "shipping.areas[1].rest: yes is neither true nor false"),
        ("      rest: true\n", "", "shipping.areas[1].provinces: an area takes either"),
        ("rest: true", "rest: true\n      provinces: [广东]", "an area takes either"),
        (
            "provinces: [江苏, 上海市]",
            "rest: true",
            "shipping.areas[1].rest: there is a rest area already",
        ),
        ('      reduce_by: "10"\n', "", "shipping.areas[1].reduce_from: goes with reduce_by"),
        ('      reduce_from: "1000"\n', "", "shipping.areas[1].reduce_by: goes with reduce_from"),
        ('{zto: {first: "8"}}', "{}", "shipping.areas[1].couriers: must not be empty"),
        ('{zto: {first: "8"}}', "中通", "shipping.areas[1].couriers"),
        ('{first: "8"}', "{}", "shipping.areas[1].couriers.zto.first: is missing"),
        ("extra_paid_by: shop", "extra_paid_by: me", "zto.extra_paid_by: me is not one of"),
        ("shipping:", "posting:", "shipping: is missing"),
    ],
)
def test_each_fault_is_told_where_it_stands(old: str, new: str, said: str) -> None:
    assert old in GOOD
    lines = told(GOOD.replace(old, new, 1))
    assert any(said in line for line in lines), lines
    assert all(line.startswith("shop.yaml:") for line in lines)
