"""The contract of the quote written down once more, plainly, in decimals; slow and independent."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop.core.orders.model import EarlierOrder, Line, Order
from desktop.core.orders.shop import Shop

CENT = Decimal("0.01")


def yuan(minor: int) -> Decimal:
    return Decimal(minor) / 100


def goods(lines: tuple[Line, ...], *, special: bool = True) -> Decimal:
    return sum(
        (yuan(x.unit_price) * x.quantity for x in lines if special or not x.special_price),
        Decimal(0),
    )


def discount(shop: Shop, start: Decimal, regular: Decimal) -> Decimal:
    total = Decimal(0)
    for number, tier in enumerate(shop.tiers):
        low = yuan(tier.above)
        last = number + 1 == len(shop.tiers)
        high = Decimal("Infinity") if last else yuan(shop.tiers[number + 1].above)
        inside = min(start + regular, high) - max(start, low)
        share = Decimal(tier.pays.numerator) / Decimal(tier.pays.denominator)
        total += max(Decimal(0), inside) * (1 - share)
    return total.quantize(CENT, ROUND_HALF_UP)


def extra_kilos(lines: tuple[Line, ...], parcels: int) -> int:
    weights = [x.weight_kg * x.quantity for x in lines if x.weight_kg is not None]
    return max(0, math.ceil(sum(weights)) - parcels) if weights else 0


def joins(earlier: EarlierOrder, order: Order, shop: Shop) -> bool:
    age_s = (order.placed_at - earlier.placed_at).total_seconds()
    return (
        earlier.status in ("unpaid", "paid")
        and 0 <= age_s <= shop.merge_window.total_seconds()
        and (earlier.ship_to is None or earlier.ship_to == order.ship_to)
    )


def quote(order: Order, shop: Shop) -> dict[str, Any]:
    area = shop.area_of(order.ship_to.province)
    assert area
    courier = area.courier(order.courier)
    assert courier
    default = area.couriers[0]
    pooled = [e for e in order.earlier_orders if joins(e, order, shop)]
    unpaid = sorted((e for e in pooled if e.status == "unpaid"), key=lambda e: e.placed_at)
    vip = order.customer.free_shipping_vip
    together = goods(order.lines) + sum((goods(e.lines) for e in pooled), Decimal(0))
    reached = area.free_from is not None and together >= yuan(area.free_from)

    free = 0
    if reached:
        free = 1
        for step in shop.free_parcels:
            if together >= yuan(step.start):
                free = max(1, step.parcels)
    if vip:
        mixed = {x.stock == "in_stock" for x in order.lines} == {True, False}
        free = max(free, 2 if mixed else 1)

    spent = yuan(order.customer.spent)
    bills = []
    for lines in [*(e.lines for e in unpaid), order.lines]:
        off = discount(shop, spent, goods(lines, special=False))
        bills.append({"goods": goods(lines), "discount": off})
        spent += goods(lines) - off

    for earlier, bill in zip(unpaid, bills, strict=False):
        bill["postage"] = Decimal(0)
        if not reached and not vip:
            bill["postage"] = yuan(default.first)
            if default.customer_pays_extra:
                bill["postage"] += yuan(default.extra) * extra_kilos(earlier.lines, 1)

    parcels, counted = order.parcels, min(free, order.parcels)
    postage = yuan(courier.first) * (parcels - counted)
    postage += max(Decimal(0), yuan(courier.first) - yuan(default.first)) * counted
    alone = goods(order.lines)
    if free == 0 and area.reduce_from is not None and alone >= yuan(area.reduce_from):
        postage = max(Decimal(0), postage - yuan(area.reduce_by))
    if courier.customer_pays_extra:
        postage += yuan(courier.extra) * extra_kilos(order.lines, parcels)
    bills[-1]["postage"] = postage

    credit = Decimal(0)
    if reached:
        credit = sum((yuan(e.postage_paid) for e in pooled if e.status == "paid"), Decimal(0))
    for bill in [bills[-1], *bills[:-1]]:
        due = bill["goods"] - bill["discount"] + bill["postage"]
        bill["credit"] = min(credit, due)
        bill["due"] = due - bill["credit"]
        credit -= bill["credit"]

    tiers = [t.name for t in shop.tiers if yuan(t.above) <= spent]
    gap = None
    if area.free_from is not None and not reached and not vip:
        gap = yuan(area.free_from) - together
    return {
        "orders": bills,
        "due": sum((b["due"] for b in bills), Decimal(0)),
        "refund": credit,
        "free_shipping": free > 0,
        "gap": gap,
        "tier": tiers[-1] if tiers else None,
    }
