"""What the order room shows for what stands in its form, decided without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from desktop.core.money import format_yuan
from desktop.core.orders.draft import OrderDraft, parse_draft
from desktop.core.orders.model import Order
from desktop.core.orders.quote import Quote, quote
from desktop.core.orders.shop import Shop
from desktop.core.problems import InputError, Problem


class Answered(Struct, frozen=True):
    """A form that makes an order.

    Attributes:
        order: The order.
        quote: What it costs.
        prices: New price of each row of the form, in yuan; empty for a row left blank.
    """

    order: Order
    quote: Quote
    prices: tuple[str, ...]


class Unanswered(Struct, frozen=True):
    """A form that does not make an order yet.

    Attributes:
        faults: Field path as in the form to what is wrong with it; empty for a blank form.
    """

    faults: Mapping[str, Problem]


def answer(draft: OrderDraft, now: datetime, shop: Shop) -> Answered | Unanswered:
    """Reads the form and quotes it; rows left blank are passed over, the last one always."""
    rows = [n for n, line in enumerate(draft.lines) if line.unit_price or line.name]
    if not rows:
        return Unanswered({})
    kept = replace(draft, lines=tuple(draft.lines[n] for n in rows))
    order = parse_draft(kept, now)
    if not isinstance(order, Order):
        return Unanswered({_in_form(p.where, rows): p for p in reversed(order)})
    try:
        quoted = quote(order, shop)
    except InputError as error:  # the shop does not ship there
        return Unanswered({p.where: p for p in error.problems})
    prices = [""] * len(draft.lines)
    for row, share in zip(rows, quoted.orders[-1].lines, strict=True):
        prices[row] = format_yuan(share.pays)
    return Answered(order, quoted, tuple(prices))


def _in_form(where: str, rows: list[int]) -> str:
    """The path with the row's number in the form instead of its number among the filled ones."""
    if not where.startswith("lines["):
        return where
    number, rest = where.removeprefix("lines[").split("]", 1)
    return f"lines[{rows[int(number)]}]{rest}"
