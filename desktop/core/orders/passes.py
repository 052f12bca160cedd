"""The passes of a quote: each appends steps to the bills of the orders still to be paid."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING
from enum import Enum
from fractions import Fraction

from msgspec import Struct, field

from desktop.core.money import format_yuan
from desktop.core.orders.member import discount, parts
from desktop.core.orders.merge import Pool
from desktop.core.orders.model import Line, Order, goods_of, regular_of, weight_of
from desktop.core.orders.shop import Area, Courier, Shop


class Kind(Enum):
    """Which amount of an order a step belongs to."""

    GOODS = "goods"
    DISCOUNT = "member_discount"
    POSTAGE = "postage"
    CREDIT = "postage_credit"
    NOTE = "note"


class Step(Struct, frozen=True):
    """One amount and its reason.

    Attributes:
        rule: The rule that made it, e.g. ``member.discount``; its words are ``step.<rule>``.
        order: Id of the order it belongs to.
        amount: What it adds to the amount due, 分; negative for discounts and credits.
        kind: Which amount of the order it is part of.
        values: What the words fill in.
    """

    rule: str
    order: str
    amount: int
    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)


class Bill(Struct):
    """An order still to be paid while its steps gather."""

    order: str
    lines: tuple[Line, ...]
    steps: list[Step] = field(default_factory=list)

    def add(self, rule: str, kind: Kind, amount: int, **values: str) -> None:
        """Appends a step; one without an amount only if it is a note."""
        if amount or kind is Kind.NOTE:
            self.steps.append(Step(rule, self.order, amount, kind, values))

    def total(self, kind: Kind) -> int:
        """Sum of the steps of one kind so far, 分."""
        return sum(step.amount for step in self.steps if step.kind is kind)

    @property
    def due(self) -> int:
        """Sum of all steps so far, 分."""
        return sum(step.amount for step in self.steps)


class Case(Struct, frozen=True):
    """What is the same for all passes: the order, the rules that apply to it, its pool."""

    order: Order
    shop: Shop
    area: Area
    courier: Courier
    pool: Pool

    @property
    def vip(self) -> bool:
        """Whether the shop always ships to this buyer for free."""
        return self.order.customer.free_shipping_vip

    @property
    def reached(self) -> bool:
        """Whether the pool reached the area's free-shipping threshold."""
        return self.area.free_from is not None and self.pool.together >= self.area.free_from

    @property
    def gap(self) -> int | None:
        """Goods missing for free shipping, 分; None when there is nothing to reach."""
        if self.area.free_from is None or self.reached or self.vip:
            return None
        return self.area.free_from - self.pool.together

    @property
    def free_parcels(self) -> int:
        """How many parcels are free, however many are sent."""
        return max(self._free_by_sum, self._free_for_vip)

    @property
    def _free_by_sum(self) -> int:
        if not self.reached:
            return 0
        steps = [s.parcels for s in self.shop.free_parcels if s.start <= self.pool.together]
        return max([1, *steps[-1:]])

    @property
    def _free_for_vip(self) -> int:
        stocks = {line.stock == "in_stock" for line in self.order.lines}
        return len(stocks) if self.vip else 0


def add_goods(case: Case, bills: tuple[Bill, ...]) -> None:
    """The prices before any discount."""
    del case
    for bill in bills:
        regular = regular_of(bill.lines)
        bill.add("goods.regular", Kind.GOODS, regular)
        bill.add("goods.special", Kind.GOODS, goods_of(bill.lines) - regular)


def add_discounts(case: Case, bills: tuple[Bill, ...]) -> None:
    """Each order climbs the member ladder from where the one before it ended."""
    spent = case.order.customer.spent
    for bill in bills:
        cut = parts(case.shop.tiers, spent, regular_of(bill.lines))
        off = discount(cut)
        tiers = " + ".join(f"{format_yuan(p.goods)} × {_percent_off(p.tier.pays)}" for p in cut)
        bill.add("member.discount", Kind.DISCOUNT, -off, tiers=tiers)
        spent += goods_of(bill.lines) - off


def add_postage(case: Case, bills: tuple[Bill, ...]) -> None:
    """Postage of the new order with its parcels, and of the unpaid ones that joined it."""
    *earlier, new = bills
    for bill in earlier:
        _postage_of_joined(case, bill)
    parcels, free = case.order.parcels, min(case.free_parcels, case.order.parcels)
    first, default = case.courier.first, case.area.couriers[0].first
    sent = {"courier": case.courier.id, "parcels": str(parcels)}
    new.add("shipping.postage", Kind.POSTAGE, first * parcels, **sent)
    new.add("shipping.free", Kind.POSTAGE, -min(first, default) * free, parcels=str(free))
    if case.free_parcels == 0:
        _reduce(case, new)
    _extra_weight(new, case.courier, parcels)


def take_credits(case: Case, bills: tuple[Bill, ...]) -> None:
    """Postage already paid comes off the new order first, then off the unpaid ones by time."""
    if not case.reached:
        return
    left = case.pool.postage_paid
    *earlier, new = bills
    for bill in (new, *earlier):
        credit = min(left, bill.due)
        bill.add("shipping.credit", Kind.CREDIT, -credit)
        left -= credit
    if left:
        new.add("shipping.refund", Kind.NOTE, 0, refund=format_yuan(left))


def _postage_of_joined(case: Case, bill: Bill) -> None:
    if case.reached or case.vip:
        return
    courier = case.area.couriers[0]
    bill.add("shipping.postage", Kind.POSTAGE, courier.first, courier=courier.id, parcels="1")
    _extra_weight(bill, courier, 1)


def _reduce(case: Case, bill: Bill) -> None:
    start = case.area.reduce_from
    if start is not None and goods_of(case.order.lines) >= start:
        off = min(case.area.reduce_by, bill.total(Kind.POSTAGE))
        bill.add("shipping.reduction", Kind.POSTAGE, -off, start=format_yuan(start))


def _extra_weight(bill: Bill, courier: Courier, parcels: int) -> None:
    weight = weight_of(bill.lines)
    if weight is None:
        bill.add("shipping.weight_unknown", Kind.NOTE, 0)
        return
    extra = max(0, int(weight.to_integral_value(ROUND_CEILING)) - parcels)
    if courier.customer_pays_extra:
        bill.add("shipping.extra_weight", Kind.POSTAGE, courier.extra * extra, kilos=str(extra))


def _percent_off(pays: Fraction) -> str:
    return f"{float((1 - pays) * 100):g}%"
