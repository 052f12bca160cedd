"""``miaohui quote``: what to collect for an order, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.output import read_input, say, say_json
from desktop.cli.rooms import Rooms
from desktop.core.money import format_yuan
from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import Quote, quote
from desktop.core.orders.shop import Shop
from desktop.core.problems import InputError, Problem
from desktop.services.quoting import QuoteText


def register(app: typer.Typer, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("quote", help=words.text("cli.help.quote"))
    def command(
        order: Annotated[str, typer.Argument(metavar="ORDER.json")],
        shop: Annotated[
            Path | None,
            typer.Option("--shop", metavar="SHOP.yaml", help=words.text("cli.help.shop")),
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=words.text("cli.help.json"))] = False,
        as_lines: Annotated[
            bool, typer.Option("--jsonl", help=words.text("cli.help.jsonl"))
        ] = False,
    ) -> int:
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


def _shop(rooms: Rooms, path: Path | None) -> Shop:
    if path is not None:
        return rooms.packs.shop(read_input(str(path)), str(path))
    shop = rooms.packs.pack(rooms.folder(rooms.default_pack)).shop
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
