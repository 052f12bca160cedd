"""Every golden quote comes out to the cent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import quote
from desktop.services.quoting import QuoteText
from desktop.services.words import Words
from tests.orders import example_shop, order_json

GOLDEN = Path(__file__).parents[3] / "golden" / "quotes"
CASES = [
    pytest.param(case["order"], case["expect"], id=f"{file.stem}: {case['case']}")
    for file in sorted(GOLDEN.glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def answer(short: dict[str, Any]) -> dict[str, Any]:
    order = parse_order(decode_json(json.dumps(order_json(short)).encode()))
    return QuoteText(Words("zh")).as_json(quote(order, example_shop()))


@pytest.mark.parametrize(("order", "expect"), CASES)
def test_golden(order: dict[str, Any], expect: dict[str, Any]) -> None:
    said = answer(order)
    new = said["orders"][-1]
    all_of_it = {
        "due": said["due"],
        "discount": new["member_discount"],
        "postage": new["postage"],
        "credit": new["postage_credit"],
        "weight": new["weight_kg"],
        "free": said["free_shipping"],
        "gap": said["free_shipping_gap"],
        "tier": said["tier_after"],
        "pooled": said["pooled"],
        "not_pooled": said["not_pooled"],
        "refund": said["refund"],
        "orders": {order["id"]: order["due"] for order in said["orders"]},
    }
    assert {key: all_of_it[key] for key in expect} == expect
