"""The member ladder: marginal like an income tax.

Source: domain rules of the shop, thresholds and shares in ``Shop.tiers``.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from desktop.core.orders.shop import Tier


class Part(Struct, frozen=True):
    """The regular goods of an order that lie in one tier, 分, and the tier."""

    tier: Tier
    goods: int


def parts(tiers: tuple[Tier, ...], start: int, regular: int) -> tuple[Part, ...]:
    """Cuts regular goods lying on [start, start + regular] 分 into those of each tier."""
    found = []
    ends = [tier.above for tier in tiers[1:]] + [start + regular]
    for tier, end in zip(tiers, ends, strict=True):
        inside = min(start + regular, end) - max(start, tier.above)
        if inside > 0:
            found.append(Part(tier, inside))
    return tuple(found)


def discount(cut: tuple[Part, ...]) -> int:
    """The member discount of one order, 分, rounded half up once."""
    exact = sum((part.goods * (1 - part.tier.pays) for part in cut), Fraction(0))
    return int(exact + Fraction(1, 2))


def tier_at(tiers: tuple[Tier, ...], spent: int) -> Tier | None:
    """The tier of a buyer who has spent so much, 分; None below the first."""
    return next((tier for tier in reversed(tiers) if tier.above <= spent), None)
