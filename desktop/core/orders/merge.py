"""Which earlier orders ship together with the new one (合并包邮)."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from msgspec import Struct

from desktop.core.orders.model import EarlierOrder, Order, goods_of
from desktop.core.orders.shop import Shop

Reason = Literal["shipped", "closed", "outside_window", "other_address"]


class Pool(Struct, frozen=True):
    """The new order and those that join it.

    Attributes:
        joined: Earlier orders that ship with it, in the order they were given.
        left_out: The others, with the reason.
        together: Goods of the new order and all joined ones before any discount, 分.
    """

    joined: tuple[EarlierOrder, ...]
    left_out: tuple[tuple[EarlierOrder, Reason], ...]
    together: int

    @property
    def unpaid(self) -> tuple[EarlierOrder, ...]:
        """Those still to be paid, by time."""
        return tuple(sorted((o for o in self.joined if o.status == "unpaid"), key=_time))

    @property
    def postage_paid(self) -> int:
        """Postage already paid on joined paid orders, 分."""
        return sum(o.postage_paid for o in self.joined if o.status == "paid")


def pool(order: Order, shop: Shop) -> Pool:
    """Sorts the earlier orders into those that join and those that do not."""
    joined, left_out = [], []
    for earlier in order.earlier_orders:
        reason = _why_not(earlier, order, shop)
        if reason is None:
            joined.append(earlier)
        else:
            left_out.append((earlier, reason))
    together = goods_of(order.lines) + sum(goods_of(o.lines) for o in joined)
    return Pool(tuple(joined), tuple(left_out), together)


def _why_not(earlier: EarlierOrder, order: Order, shop: Shop) -> Reason | None:
    if earlier.status in ("shipped", "closed"):
        return earlier.status
    if not timedelta(0) <= order.placed_at - earlier.placed_at <= shop.merge_window:
        return "outside_window"
    if earlier.ship_to not in (None, order.ship_to):
        return "other_address"
    return None


def _time(order: EarlierOrder) -> float:
    return order.placed_at.timestamp()
