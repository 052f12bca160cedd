"""A quote in words and as JSON; the window and the command line say the same."""

from __future__ import annotations

from typing import Any

from desktop.core.money import format_yuan
from desktop.core.orders.passes import Step
from desktop.core.orders.quote import LineShare, OrderQuote, Quote
from desktop.services.words import Words


class QuoteText:
    """Says a quote in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def step(self, step: Step) -> str:
        """One rule in words, e.g. ``会员折扣 248.00 × 5%``."""
        values = dict(step.values)
        if "courier" in values:
            values["courier"] = self._words.courier(values["courier"])
        return self._words.text(f"step.{step.rule}", **values)

    @property
    def due(self) -> str:
        """What the amount due is called."""
        return self._words.text("quote.due")

    def note(self, quote: Quote) -> str:
        """What is near or special about it: the gap to free shipping, a refund, rules of a time."""
        said = []
        if quote.refund:
            said.append(self._words.text("quote.refund", refund=format_yuan(quote.refund)))
        if quote.free_shipping:
            said.append(self._words.text("quote.free"))
        elif quote.free_shipping_gap is not None:
            said.append(self._words.text("quote.gap", gap=format_yuan(quote.free_shipping_gap)))
        if quote.period is not None:
            said.append(self._words.text("quote.period", name=quote.period))
        return " · ".join(said)

    def steps(self, quote: Quote) -> list[tuple[str, str]]:
        """Words and signed yuan of every step; the order is named where there are several."""
        return [
            (
                self._order_of(step, quote) + self.step(step),
                format_yuan(step.amount) if step.amount else "",
            )
            for step in quote.steps
        ]

    def remarks(self, quote: Quote) -> list[str]:
        """What else the agent wants to know: the tier reached, what ships together."""
        said = []
        if quote.tier_after:
            said.append(self._words.text("quote.tier", tier=quote.tier_after))
        if quote.pooled:
            said.append(self._words.text("quote.pooled", ids=", ".join(quote.pooled)))
        for order_id, reason in quote.not_pooled:
            why = self._words.text(f"quote.reason.{reason}")
            said.append(self._words.text("quote.not_pooled", id=order_id, reason=why))
        return said

    def line_prices(self, order: OrderQuote) -> list[str]:
        """The new price of every line that gets a discount, for the back office."""
        return [
            self._words.text(
                "quote.line_price",
                name=line.name or self._words.text("quote.line", n=number),
                pays=format_yuan(line.pays),
            )
            for number, line in enumerate(order.lines, 1)
            if line.discount
        ]

    def _order_of(self, step: Step, quote: Quote) -> str:
        if len(quote.orders) == 1:
            return ""
        code = "quote.new" if step.order == quote.orders[-1].id else "quote.order"
        return self._words.text(code, id=step.order)

    def as_json(self, quote: Quote) -> dict[str, Any]:
        """The quote as the contract of the order quote writes it; amounts as text."""
        gap = quote.free_shipping_gap
        return {
            "orders": [_order_json(order) for order in quote.orders],
            "due": format_yuan(quote.due),
            "refund": format_yuan(quote.refund),
            "free_shipping": quote.free_shipping,
            "free_shipping_gap": None if gap is None else format_yuan(gap),
            "tier_after": quote.tier_after,
            "pooled": list(quote.pooled),
            "not_pooled": [list(pair) for pair in quote.not_pooled],
            "period": quote.period,
            "steps": [
                {
                    "rule": step.rule,
                    "order": step.order,
                    "amount": format_yuan(step.amount),
                    "text": self.step(step),
                }
                for step in quote.steps
            ],
        }


def _order_json(order: OrderQuote) -> dict[str, Any]:
    return {
        "id": order.id,
        "goods": format_yuan(order.goods),
        "member_discount": format_yuan(order.member_discount),
        "postage": format_yuan(order.postage),
        "postage_credit": format_yuan(order.postage_credit),
        "due": format_yuan(order.due),
        "weight_kg": None if order.weight_kg is None else str(order.weight_kg),
        "lines": [_line_json(line) for line in order.lines],
    }


def _line_json(line: LineShare) -> dict[str, str]:
    return {
        "name": line.name,
        "goods": format_yuan(line.goods),
        "discount": format_yuan(line.discount),
        "pays": format_yuan(line.pays),
    }
