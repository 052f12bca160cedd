"""Golden quotes: orders a supervisor worked out by hand, and what must come out for each."""

from __future__ import annotations

import re

import msgspec

from desktop.core.money import format_yuan, parse_yuan
from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import quote
from desktop.core.orders.shop import Shop
from desktop.core.packs.model import GoldenQuote
from desktop.core.packs.schema import Entries, Reader
from desktop.core.packs.tree import Mapping, Node, Sequence
from desktop.core.problems import InputError, shown

_AMOUNTS = ("due", "refund", "goods", "member_discount", "postage", "postage_credit")
_GAP, _FREE = "free_shipping_gap", "free_shipping"
_TEXTS = ("tier_after", "period")
_NOTHING = "null"
_LITERALS = {"true": True, "false": False, _NOTHING: None}
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,14})", re.ASCII)
_STEP = re.compile(r"[^.\[\]]+")


def read_quote(entries: Entries, reader: Reader) -> GoldenQuote:
    """Reads one; it counts only if ``reader`` has collected no error."""
    case = entries.text("case")
    entries.mapping("order")  # tells what is none
    node = entries.node("order", required=False)
    expect = entries.mapping("expect")
    entries.close()
    return GoldenQuote(
        case,
        _order(node, entries.where("order"), reader) if isinstance(node, Mapping) else "",
        {} if expect is None else _expect(expect, reader),
    )


def differences(golden: GoldenQuote, shop: Shop) -> tuple[tuple[str, str, str], ...]:
    """Where the quote comes out otherwise: field, what must come out, what does.

    Raises:
        InputError: The shop does not quote the order.
    """
    answer = quote(parse_order(decode_json(golden.order.encode())), shop)
    new = answer.orders[-1]
    gap = answer.free_shipping_gap
    came = {
        "due": format_yuan(answer.due),
        "refund": format_yuan(answer.refund),
        "goods": format_yuan(new.goods),
        "member_discount": format_yuan(new.member_discount),
        "postage": format_yuan(new.postage),
        "postage_credit": format_yuan(new.postage_credit),
        _GAP: _NOTHING if gap is None else format_yuan(gap),
        _FREE: "true" if answer.free_shipping else "false",
        "tier_after": answer.tier_after or _NOTHING,
        "period": answer.period or _NOTHING,
    }
    return tuple(
        (name, wanted, came[name]) for name, wanted in golden.expect.items() if came[name] != wanted
    )


def _order(node: Node, where: str, reader: Reader) -> str:
    raw = msgspec.json.encode(_as_json(node))
    try:
        parse_order(decode_json(raw))
    except InputError as error:
        for problem in error.problems:
            line = _line_at(node, problem.where)
            place = f"{where}.{problem.where}" if problem.where else where
            reader.fault(problem.code, line, place, **problem.values)
    return raw.decode()


def _expect(entries: Entries, reader: Reader) -> dict[str, str]:
    expect = {}
    for name in (*_AMOUNTS, _GAP, _FREE, *_TEXTS):
        text = entries.text(name, required=name == "due")
        if not text:
            continue
        if name == _FREE:
            text = "true" if entries.yes(name) else "false"
        elif name not in _TEXTS and (name, text) != (_GAP, _NOTHING):
            text = _amount(text, name, entries, reader)
        expect[name] = text
    entries.close()
    return expect


def _amount(text: str, name: str, entries: Entries, reader: Reader) -> str:
    try:
        return format_yuan(parse_yuan(text))
    except ValueError:
        reader.fault("not_yuan", entries.line_of(name), entries.where(name), got=shown(text))
        return text


def _as_json(node: Node) -> object:
    """The node as JSON means it: without quotes stand whole numbers, true, false and null."""
    if isinstance(node, Sequence):
        return [_as_json(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: _as_json(below) for name, below in node.entries.items()}
    if node.plain and node.text in _LITERALS:
        return _LITERALS[node.text]
    return int(node.text) if node.plain and _WHOLE.fullmatch(node.text) else node.text


def _line_at(node: Node, where: str) -> int:
    """The line of what lies at a path such as ``lines[0].unit_price``, or should lie there."""
    line = node.line
    for step in _STEP.findall(where):
        if isinstance(node, Mapping) and step in node.entries:
            line, node = node.key_lines[step], node.entries[step]
        elif isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
            node = node.items[int(step)]
            line = node.line
        else:
            break
    return line
