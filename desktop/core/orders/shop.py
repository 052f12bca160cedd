"""A shop's rules as values; ``shop_reader`` makes them from what a supervisor wrote."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

from msgspec import Struct

from desktop.core.orders.provinces import ABROAD
from desktop.core.validity import Validity, next_end


class Tier(Struct, frozen=True):
    """One step of the member ladder.

    Attributes:
        name: Shown to the agent and the buyer.
        above: Goods spent from which it counts, 分.
        pays: Share of the price the buyer pays on the part above, in (0, 1].
    """

    name: str
    above: int
    pays: Fraction


class Courier(Struct, frozen=True):
    """What a courier costs in one area.

    Attributes:
        id: Short stable name, e.g. ``zto``.
        first: Postage of a parcel, its first kilogram in it, 分.
        extra: Each further started kilogram, 分.
        customer_pays_extra: Whether the buyer pays ``extra``, or the shop.
    """

    id: str
    first: int
    extra: int = 0
    customer_pays_extra: bool = True


class Area(Struct, frozen=True):
    """Provinces with the same postage.

    Attributes:
        name: Shown to the agent.
        provinces: Written short; empty with ``rest``.
        rest: Whether it is every province of China that no area names.
        couriers: Those that serve it, the default first; never empty.
        free_from: Goods from which a parcel ships for free, 分; None for never.
        reduce_from: Goods of the new order from which postage is lowered, 分; None for never.
        reduce_by: By how much, 分.
    """

    name: str
    provinces: tuple[str, ...]
    rest: bool
    couriers: tuple[Courier, ...]
    free_from: int | None = None
    reduce_from: int | None = None
    reduce_by: int = 0

    def courier(self, courier_id: str | None) -> Courier | None:
        """The courier with this id, the default for None; None if it does not serve the area."""
        if courier_id is None:
            return self.couriers[0]
        return next((c for c in self.couriers if c.id == courier_id), None)


class FreeParcels(Struct, frozen=True):
    """From goods of ``start`` 分 on, ``parcels`` parcels are free."""

    start: int
    parcels: int


class Shop(Struct, frozen=True):
    """All rules of one shop that a quote needs.

    Attributes:
        name: The shop's name.
        tiers: The member ladder, thresholds ascending.
        merge_window: How far apart orders may be placed and still ship together.
        free_parcels: Thresholds ascending.
        areas: In the supervisor's order; no province in two of them.
        periods: Other rules for a time; no two of them at the same moment.
    """

    name: str
    tiers: tuple[Tier, ...]
    merge_window: timedelta
    free_parcels: tuple[FreeParcels, ...]
    areas: tuple[Area, ...]
    periods: tuple[Period, ...] = ()

    def period_at(self, moment: datetime) -> Period | None:
        """The period that counts at that moment; None for the rules of every day."""
        return next((p for p in self.periods if p.valid.holds(moment)), None)

    def at(self, moment: datetime) -> Shop:
        """The rules that count at that moment."""
        period = self.period_at(moment)
        return self if period is None else period.rules

    def next_change(self, moment: datetime) -> datetime | None:
        """When a period begins or ends next; None for never again."""
        return next_end((period.valid for period in self.periods), moment)

    def area_of(self, province: str) -> Area | None:
        """The area that serves a province (written short); None if none does."""
        named = next((a for a in self.areas if province in a.provinces), None)
        if named is not None or province == ABROAD:
            return named
        return next((a for a in self.areas if a.rest), None)


class Period(Struct, frozen=True):
    """All rules of a shop for a time, such as those of 双十一.

    Attributes:
        name: Shown to the agent.
        valid: When they count.
        rules: What counts then, in the place of all the shop's rules.
    """

    name: str
    valid: Validity
    rules: Shop
