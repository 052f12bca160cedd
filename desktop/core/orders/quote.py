"""What to collect for an order, and why: ``quote(order, shop)``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from desktop.core.money import allocate
from desktop.core.orders.member import tier_at
from desktop.core.orders.merge import Reason, pool
from desktop.core.orders.model import Line, Order, goods_of, weight_of
from desktop.core.orders.passes import (
    Bill,
    Case,
    Kind,
    Step,
    add_discounts,
    add_goods,
    add_postage,
    take_credits,
)
from desktop.core.orders.shop import Shop
from desktop.core.problems import InputError, Problem, shown

PASSES: tuple[Callable[[Case, tuple[Bill, ...]], None], ...] = (
    add_goods,
    add_discounts,
    add_postage,
    take_credits,
)
"""The passes of a quote in their order; each only appends steps to the bills."""


class LineShare(Struct, frozen=True):
    """A line's part of its order's member discount, 分; ``pays`` is its new price."""

    name: str
    goods: int
    discount: int

    @property
    def pays(self) -> int:
        """What the buyer pays for the line, 分."""
        return self.goods - self.discount


class OrderQuote(Struct, frozen=True):
    """One order still to be paid; amounts in 分, discount and credit positive."""

    id: str
    goods: int
    member_discount: int
    postage: int
    postage_credit: int
    weight_kg: Decimal | None
    lines: tuple[LineShare, ...]

    @property
    def due(self) -> int:
        """What the buyer pays for this order, 分."""
        return self.goods - self.member_discount + self.postage - self.postage_credit


class Quote(Struct, frozen=True):
    """The answer.

    Attributes:
        orders: Joined unpaid orders by time, then the new one.
        refund: Postage to give back, 分.
        free_shipping: Whether at least one parcel is free.
        free_shipping_gap: Goods still missing for free shipping, 分; None if there is no such.
        tier_after: Name of the member tier after these orders; None below the first.
        pooled: Ids of earlier orders that ship together with the new one.
        not_pooled: Id and reason of the others.
        together: Goods of the new order and the pooled ones, 分.
        province: Where it ships.
        courier: Id of the courier.
        steps: Every amount with the rule that made it; their amounts add up to ``due``.
        period: Name of the rules for a time that it was quoted by; None for everyday ones.
    """

    orders: tuple[OrderQuote, ...]
    refund: int
    free_shipping: bool
    free_shipping_gap: int | None
    tier_after: str | None
    pooled: tuple[str, ...]
    not_pooled: tuple[tuple[str, Reason], ...]
    together: int
    province: str
    courier: str
    steps: tuple[Step, ...]
    period: str | None = None

    @property
    def due(self) -> int:
        """What to collect in all, 分."""
        return sum(order.due for order in self.orders)


def quote(order: Order, shop: Shop) -> Quote:
    """Quotes an order under the rules the shop had when it was placed.

    An order is a contract from the moment it is placed, so what is promised then is kept, however
    late it is paid. Earlier orders that join it are quoted with it, by the same rules.
    Source: E-commerce Law of the PRC, article 49.

    Raises:
        InputError: No area of the shop serves the province, or the courier not the area.
    """
    period = shop.period_at(order.placed_at)
    rules = shop if period is None else period.rules
    case = _case(order, rules)
    bills = (
        *(Bill(o.id, o.lines) for o in case.pool.unpaid),
        Bill(order.id, order.lines),
    )
    for add in PASSES:
        add(case, bills)
    end = order.customer.spent + sum(b.total(Kind.GOODS) + b.total(Kind.DISCOUNT) for b in bills)
    last = tier_at(rules.tiers, end)
    return Quote(
        orders=tuple(_order_quote(bill) for bill in bills),
        refund=case.pool.postage_paid + sum(b.total(Kind.CREDIT) for b in bills)
        if case.reached
        else 0,
        free_shipping=case.free_parcels > 0,
        free_shipping_gap=case.gap,
        tier_after=last.name if last else None,
        pooled=tuple(o.id for o in case.pool.joined),
        not_pooled=tuple((o.id, reason) for o, reason in case.pool.left_out),
        together=case.pool.together,
        province=order.ship_to.province,
        courier=case.courier.id,
        steps=tuple(step for bill in bills for step in bill.steps),
        period=period.name if period else None,
    )


def _case(order: Order, shop: Shop) -> Case:
    province = order.ship_to.province
    area = shop.area_of(province)
    if area is None:
        raise InputError(Problem("not_served", "ship_to.province", {"got": shown(province)}))
    courier = area.courier(order.courier)
    if courier is None:
        allowed = ", ".join(c.id for c in area.couriers)
        values = {"got": shown(order.courier), "area": area.name, "allowed": allowed}
        raise InputError(Problem("not_a_courier", "courier", values))
    return Case(order, shop, area, courier, pool(order, shop))


def _order_quote(bill: Bill) -> OrderQuote:
    discount = -bill.total(Kind.DISCOUNT)
    return OrderQuote(
        id=bill.order,
        goods=goods_of(bill.lines),
        member_discount=discount,
        postage=bill.total(Kind.POSTAGE),
        postage_credit=-bill.total(Kind.CREDIT),
        weight_kg=weight_of(bill.lines),
        lines=_shares(bill.lines, discount),
    )


def _shares(lines: tuple[Line, ...], discount: int) -> tuple[LineShare, ...]:
    """Each line's share; which line gets a left-over 分 does not depend on the lines' order."""
    order = sorted(range(len(lines)), key=lambda n: _identity(lines[n]))
    weights = [0 if lines[n].special_price else lines[n].goods for n in order]
    parts = dict(zip(order, allocate(discount, weights), strict=True))
    return tuple(LineShare(line.name, line.goods, parts[n]) for n, line in enumerate(lines))


def _identity(line: Line) -> tuple[object, ...]:
    return (-line.goods, line.name, line.unit_price, str(line.weight_kg), line.stock)
