"""Orders and shops for tests: short forms of what an order file says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desktop.core.orders.shop import Shop
from desktop.core.packs.schema import Reader
from desktop.core.packs.shop_reader import read_shop
from desktop.core.packs.tree import read_tree

SHOP_FILE = Path(__file__).parents[1] / "phrases" / "default" / "shop.yaml"
NOW = datetime(2026, 2, 3, 2, tzinfo=UTC)


PERIODS = """
periods:
  - name: 618 大促
    from: 2026-06-18
    until: 2026-06-19
    member: {tiers: [{name: 全场, above: "0", pays: "0.9"}]}
    shipping:
      free_parcels: []
      areas:
        - {name: 江浙沪皖, free_from: "199"}
        - {name: 全国其他, free_from: never, couriers: {zto: {first: "5"}, ems: {first: "20"}}}
        - {name: 偏远, reduce_from: never}
  - name: 新邮费
    from: 2026-07-01
    shipping: {areas: [{name: 江浙沪皖, couriers: {zto: {first: "7"}}}]}
"""


@cache
def example_shop() -> Shop:
    """The rules of the default pack."""
    return _read(SHOP_FILE.read_bytes())


@cache
def dated_shop() -> Shop:
    """The same with two sets of rules for a time."""
    return _read(SHOP_FILE.read_bytes() + PERIODS.encode())


def _read(data: bytes) -> Shop:
    reader = Reader(SHOP_FILE.name)
    shop = read_shop(read_tree(data, SHOP_FILE.name), reader)
    assert not reader.problems
    return shop


def order_json(short: dict[str, Any]) -> dict[str, Any]:
    """The order file that a golden case's short form stands for; see tests/golden/quotes."""
    order = {
        "placed_at": NOW.isoformat(),
        "ship_to": {"province": short["to"]},
        "lines": _lines(short),
        "customer": {
            "spent_before": short.get("spent", "0"),
            "history": short.get("history", []),
            "free_shipping_vip": short.get("vip", False),
        },
        "earlier_orders": [_earlier(earlier) for earlier in short.get("earlier", [])],
    }
    return order | {key: short[key] for key in ("courier", "parcels") if key in short}


def _lines(short: dict[str, Any]) -> list[dict[str, Any]]:
    kinds: dict[str, dict[str, Any]] = {
        "goods": {},
        "special": {"special_price": True},
        "preorder": {"stock": "preorder"},
    }
    weight = {"weight_kg": short["kg"]} if "kg" in short else {}
    return [
        {"unit_price": price, **more, **weight}
        for kind, more in kinds.items()
        for price in short.get(kind, [])
    ] + short.get("lines", [])


def _earlier(short: dict[str, Any]) -> dict[str, Any]:
    placed = NOW - timedelta(hours=float(short["hours"]))
    order = {
        "id": short["id"],
        "placed_at": placed.isoformat(),
        "status": short["status"],
        "lines": _lines(short),
        "postage_paid": short.get("postage_paid", "0"),
    }
    return order | ({"ship_to": {"province": short["to"]}} if "to" in short else {})
