"""An order as values: what is bought, by whom, where it goes, and what was ordered before."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

Stock = Literal["in_stock", "preorder", "custom"]
Status = Literal["unpaid", "paid", "shipped", "closed"]
STOCKS: tuple[Stock, ...] = ("in_stock", "preorder", "custom")
STATUSES: tuple[Status, ...] = ("unpaid", "paid", "shipped", "closed")


class Line(Struct, frozen=True):
    """Pieces of one article.

    Attributes:
        unit_price: Price of one piece before any discount, 分.
        quantity: Pieces, at least 1.
        special_price: Whether the member discount leaves it out.
        stock: Whether it lies here, is bought on order, or is made to measure.
        weight_kg: Weight of one piece; None if unknown.
        name: What the agent calls it; may be empty.
    """

    unit_price: int
    quantity: int = 1
    special_price: bool = False
    stock: Stock = "in_stock"
    weight_kg: Decimal | None = None
    name: str = ""

    @property
    def goods(self) -> int:
        """Price of all its pieces, 分."""
        return self.unit_price * self.quantity


class ShipTo(Struct, frozen=True):
    """Where a parcel goes: province, written short, and the address below it if known."""

    province: str
    address: str | None = None


class Payment(Struct, frozen=True):
    """An order paid long ago: all that was paid, and the postage in it, 分."""

    paid: int
    postage_included: int = 0


class Customer(Struct, frozen=True):
    """The buyer.

    Attributes:
        spent_before: Goods spent before ``history``, 分.
        history: Paid orders, also those that still wait to be shipped.
        free_shipping_vip: Whether the shop always ships to this buyer for free.
    """

    spent_before: int = 0
    history: tuple[Payment, ...] = ()
    free_shipping_vip: bool = False

    @property
    def spent(self) -> int:
        """Goods spent so far, postage not counted, 分."""
        return self.spent_before + sum(p.paid - p.postage_included for p in self.history)


class EarlierOrder(Struct, frozen=True):
    """An order placed before the new one; ``ship_to`` None means: to the same place."""

    id: str
    placed_at: datetime
    status: Status
    lines: tuple[Line, ...]
    postage_paid: int = 0
    ship_to: ShipTo | None = None


class Order(Struct, frozen=True):
    """The new order. ``courier`` None means the area's default."""

    placed_at: datetime
    ship_to: ShipTo
    lines: tuple[Line, ...]
    id: str = "new"
    customer: Customer = field(default_factory=Customer)
    courier: str | None = None
    parcels: int = 1
    earlier_orders: tuple[EarlierOrder, ...] = ()


def goods_of(lines: tuple[Line, ...]) -> int:
    """Price of all lines before any discount, special price included, 分."""
    return sum(line.goods for line in lines)


def regular_of(lines: tuple[Line, ...]) -> int:
    """Price of the lines that get the member discount, 分."""
    return sum(line.goods for line in lines if not line.special_price)


def weight_of(lines: tuple[Line, ...]) -> Decimal | None:
    """Weight of all lines, kg; None when no line has one, else a line without one counts 0."""
    known = [line.weight_kg * line.quantity for line in lines if line.weight_kg is not None]
    return sum(known, Decimal(0)) if known else None
