"""Orders from JSON; all that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.core.orders.fields import (
    Fields,
    Read,
    count,
    kilograms,
    moment,
    one_of,
    or_null,
    province,
    text,
    yes_no,
    yuan,
)
from desktop.core.orders.model import (
    STATUSES,
    STOCKS,
    Customer,
    EarlierOrder,
    Line,
    Order,
    Payment,
    ShipTo,
)
from desktop.core.problems import InputError, Problem, shown

MAX_LINES = 10_000
_T = TypeVar("_T")


def parse_order(raw: object) -> Order:
    """Reads an order as ``decode_json`` gives it.

    Raises:
        InputError: With every problem found, those of a field in the order of the document.
    """
    problems: list[Problem] = []
    fields = Fields(raw, "", problems)
    order = Order(
        placed_at=fields.take("placed_at", moment),
        ship_to=fields.take("ship_to", _nested(_ship_to, problems)),
        lines=fields.take("lines", _items(_line, problems, least=1)),
        id=fields.take("id", text, "new"),
        customer=fields.take("customer", _nested(_customer, problems), Customer()),
        courier=fields.take("courier", or_null(text), None),
        parcels=fields.take("parcels", count, 1),
        earlier_orders=fields.take("earlier_orders", _items(_earlier, problems), ()),
    )
    fields.close()
    if problems:
        raise InputError(*problems)
    return order


def _customer(fields: Fields, problems: list[Problem], where: str) -> Customer:
    del where
    return Customer(
        spent_before=fields.take("spent_before", yuan, 0),
        history=fields.take("history", _items(_payment, problems), ()),
        free_shipping_vip=fields.take("free_shipping_vip", yes_no, default=False),
    )


def _payment(fields: Fields, problems: list[Problem], where: str) -> Payment:
    before = len(problems)
    payment = Payment(
        paid=fields.take("paid", yuan),
        postage_included=fields.take("postage_included", yuan, 0),
    )
    if len(problems) == before and payment.postage_included > payment.paid:
        problems.append(Problem("postage_over_paid", f"{where}.postage_included"))
    return payment


def _line(fields: Fields, problems: list[Problem], where: str) -> Line:
    del problems, where
    return Line(
        name=fields.take("name", text, ""),
        unit_price=fields.take("unit_price", yuan),
        quantity=fields.take("quantity", count, 1),
        special_price=fields.take("special_price", yes_no, default=False),
        stock=fields.take("stock", one_of(STOCKS), "in_stock"),
        weight_kg=fields.take("weight_kg", or_null(kilograms), None),
    )


def _earlier(fields: Fields, problems: list[Problem], where: str) -> EarlierOrder:
    del where
    return EarlierOrder(
        id=fields.take("id", text),
        placed_at=fields.take("placed_at", moment),
        status=fields.take("status", one_of(STATUSES)),
        lines=fields.take("lines", _items(_line, problems)),
        postage_paid=fields.take("postage_paid", yuan, 0),
        ship_to=fields.take("ship_to", or_null(_nested(_ship_to, problems)), None),
    )


def _ship_to(fields: Fields, problems: list[Problem], where: str) -> ShipTo:
    del problems, where
    return ShipTo(
        province=fields.take("province", province),
        address=fields.take("address", or_null(text), None),
    )


def _nested(read: Callable[[Fields, list[Problem], str], _T], problems: list[Problem]) -> Read[_T]:
    def nested(raw: object, where: str) -> _T:
        fields = Fields(raw, where, problems)
        made = read(fields, problems, where)
        fields.close()
        return made

    return nested


def _items(
    read: Callable[[Fields, list[Problem], str], _T], problems: list[Problem], least: int = 0
) -> Read[tuple[_T, ...]]:
    one = _nested(read, problems)

    def items(raw: object, where: str) -> tuple[_T, ...]:
        if not isinstance(raw, list):
            raise InputError(Problem("not_a_list", where, {"got": shown(raw)}))
        if len(raw) < least:
            raise InputError(Problem("empty_list", where))
        if len(raw) > MAX_LINES:
            raise InputError(Problem("too_many", where, {"limit": str(MAX_LINES)}))
        return tuple(one(item, f"{where}[{number}]") for number, item in enumerate(raw))

    return items
