"""``miaohui quote``: what to collect for an order, and why."""

from __future__ import annotations

import json
import sys

import click

from desktop.cli.output import json_option, read_input, say, say_json
from desktop.cli.rooms import Rooms
from desktop.core.money import format_yuan
from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import Quote, quote
from desktop.core.orders.shop import Shop
from desktop.core.problems import InputError, Problem
from desktop.services.quoting import QuoteText


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("quote", help=words.text("cli.help.quote"))
    @click.argument("order", metavar="ORDER.json")
    @click.option("--shop", metavar="SHOP.yaml", help=words.text("cli.help.shop"))
    @json_option(words)
    @click.option("--jsonl", "as_lines", is_flag=True, help=words.text("cli.help.jsonl"))
    def command(order: str, shop: str | None, *, as_json: bool, as_lines: bool) -> int:
        if as_json and as_lines:
            raise InputError(Problem("json_or_jsonl"))
        rules = _shop(rooms, shop)
        text = QuoteText(words)
        if as_lines:
            return _quote_lines(rooms, read_input(order), rules, text)
        answer = quote(parse_order(decode_json(read_input(order))), rules)
        if as_json:
            say_json(text.as_json(answer))
        else:
            _explain(answer, text)
        return 0


def _shop(rooms: Rooms, path: str | None) -> Shop:
    if path is not None:
        return rooms.packs.shop(read_input(path), path)
    shop = rooms.packs.pack(rooms.place(rooms.default_pack)).shop
    if shop is None:
        raise InputError(Problem("no_shop", values={"path": str(rooms.default_pack)}))
    return shop


def _quote_lines(rooms: Rooms, data: bytes, shop: Shop, text: QuoteText) -> int:
    bad = 0
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    for line in lines:
        try:
            answer: object = text.as_json(quote(parse_order(decode_json(line)), shop))
        except InputError as error:
            bad += 1
            answer = {"error": rooms.words.problem(error.problems[0])}
        say(json.dumps(answer, ensure_ascii=False))
    if bad:
        said = rooms.words.text("cli.bad_lines", bad=bad, all=len(lines))
        print(said, file=sys.stderr)  # noqa: T201 - this is the command line
    return 2 if bad else 0


def _explain(answer: Quote, text: QuoteText) -> None:
    steps = text.steps(answer)
    column = max(len(amount) for _, amount in steps)
    for said, amount in steps:
        say(f"{amount:>{column}}  {said}")
    total = format_yuan(answer.due)
    say(f"{total:>{column}}  {text.due}")
    for order in answer.orders:
        for line in text.line_prices(order):
            say(line)
    for remark in (text.note(answer), *text.remarks(answer)):
        if remark:
            say(remark)
