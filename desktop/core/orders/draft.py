"""An order as it stands in the window's form: texts, read on every keystroke."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec import Struct

from desktop.core.orders.fields import Read, count, kilograms, one_of, province, yuan
from desktop.core.orders.json_input import Number
from desktop.core.orders.model import STATUSES, STOCKS, Customer, EarlierOrder, Line, Order, ShipTo
from desktop.core.problems import InputError, Problem

_MOST_HOURS = 24 * 365
_HOURS = re.compile(r"\d{1,4}", re.ASCII)
_T = TypeVar("_T")


class LineDraft(Struct, frozen=True):
    """One row of goods as typed."""

    name: str = ""
    unit_price: str = ""
    quantity: str = "1"
    special_price: bool = False
    stock: str = "in_stock"
    weight_kg: str = ""


class EarlierDraft(Struct, frozen=True):
    """One earlier order as typed: its goods as two sums, its age in hours."""

    status: str = "unpaid"
    hours_ago: str = "24"
    regular_goods: str = ""
    special_goods: str = ""
    postage_paid: str = ""


class OrderDraft(Struct, frozen=True):
    """The whole form as typed; ``courier`` empty means the area's default."""

    province: str = ""
    courier: str = ""
    parcels: str = "1"
    spent_before: str = ""
    free_shipping_vip: bool = False
    lines: tuple[LineDraft, ...] = ()
    earlier_orders: tuple[EarlierDraft, ...] = ()


def parse_draft(draft: OrderDraft, placed_at: datetime) -> Order | tuple[Problem, ...]:
    """Reads the form; the problems have the paths of an order's fields."""
    form = _Form()
    order = Order(
        placed_at=placed_at,
        ship_to=ShipTo(form.read(province, draft.province, "ship_to.province", "")),
        lines=tuple(_line(form, line, f"lines[{n}].") for n, line in enumerate(draft.lines)),
        customer=Customer(
            spent_before=form.money(draft.spent_before, "customer.spent_before"),
            free_shipping_vip=draft.free_shipping_vip,
        ),
        courier=draft.courier or None,
        parcels=form.read(count, Number(draft.parcels.strip()), "parcels", 1),
        earlier_orders=tuple(
            _earlier(form, earlier, placed_at, n) for n, earlier in enumerate(draft.earlier_orders)
        ),
    )
    return tuple(form.problems) or order


class _Form:
    """Collects what is wrong in the form."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, read: Read[_T], typed: str, where: str, default: _T) -> _T:
        """Reads one field; the default goes on after a fault."""
        try:
            return read(typed, where)
        except InputError as error:
            self.problems.extend(error.problems)
            return default

    def money(self, typed: str, where: str) -> int:
        """An amount; 0 for an empty field."""
        return self.read(yuan, typed.strip(), where, 0) if typed.strip() else 0


def _line(form: _Form, line: LineDraft, where: str) -> Line:
    weight = line.weight_kg.strip()
    return Line(
        name=line.name.strip(),
        unit_price=form.read(yuan, line.unit_price.strip(), f"{where}unit_price", 0),
        quantity=form.read(count, Number(line.quantity.strip()), f"{where}quantity", 1),
        special_price=line.special_price,
        stock=one_of(STOCKS)(line.stock, f"{where}stock"),
        weight_kg=form.read(kilograms, weight, f"{where}weight_kg", None) if weight else None,
    )


def _earlier(form: _Form, draft: EarlierDraft, now: datetime, number: int) -> EarlierOrder:
    where = f"earlier_orders[{number}]."
    regular = form.money(draft.regular_goods, f"{where}regular_goods")
    special = form.money(draft.special_goods, f"{where}special_goods")
    hours = form.read(_hours, draft.hours_ago.strip(), f"{where}hours_ago", 0)
    return EarlierOrder(
        id=str(number + 1),
        placed_at=now - timedelta(hours=hours),
        status=one_of(STATUSES)(draft.status, f"{where}status"),
        lines=(Line(regular), Line(special, special_price=True)),
        postage_paid=form.money(draft.postage_paid, f"{where}postage_paid"),
    )


def _hours(typed: object, where: str) -> int:
    text = str(typed)
    if _HOURS.fullmatch(text) and int(text) <= _MOST_HOURS:
        return int(text)
    raise InputError(Problem("not_hours", where, {"got": text, "most": str(_MOST_HOURS)}))
