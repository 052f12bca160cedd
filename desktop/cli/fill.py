"""``miaohui fill``: one phrase with its placeholders filled in."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches

import click

from desktop.cli.output import json_option, pack_option, read_input, say, say_json
from desktop.cli.rooms import Rooms
from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import quote
from desktop.core.packs.model import Pack
from desktop.core.phrases.effective import in_effect
from desktop.core.phrases.model import Phrase
from desktop.core.phrases.values import automatic_values
from desktop.core.problems import InputError, Problem, shown
from desktop.services.filling import Filled, Missing, fill, order_values, read_settings


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("fill", help=words.text("cli.help.fill"))
    @click.argument("phrase_id", metavar="ID")
    @pack_option(words)
    @click.option(
        "--set", "settings", metavar="NAME=VALUE", multiple=True, help=words.text("cli.help.set")
    )
    @click.option("--order", metavar="ORDER.json", help=words.text("cli.help.order"))
    @click.option("--copy", is_flag=True, help=words.text("cli.help.copy"))
    @json_option(words)
    def command(
        phrase_id: str,
        pack: str | None,
        settings: tuple[str, ...],
        order: str | None,
        *,
        copy: bool,
        as_json: bool,
    ) -> int:
        opened = rooms.packs.pack(rooms.pack_place(pack))
        phrase = _phrase(opened, phrase_id, rooms.clock.now())
        typed = read_settings(settings, phrase)
        filled = _filled(rooms, opened, phrase, order, typed)
        if copy:
            rooms.copy(filled.text)
        if as_json:
            say_json(
                {
                    "id": phrase.id,
                    "text": filled.text,
                    "placeholders": list(phrase.placeholders),
                    "parts": [
                        {"text": part} if isinstance(part, str) else {part.kind: part.name}
                        for part in filled.parts
                    ],
                }
            )
        else:
            say(filled.text)
        return 0


def _phrase(pack: Pack, phrase_id: str, now: datetime) -> Phrase:
    phrases = {phrase.id: phrase for phrase in pack.library.phrases()}
    if phrase_id in phrases:
        if not in_effect(phrases[phrase_id], now):
            raise InputError(Problem("phrase_not_now", values={"id": phrase_id}))
        return phrases[phrase_id]
    near = get_close_matches(phrase_id, phrases, n=1)
    if near:
        raise InputError(
            Problem("no_phrase_near", values={"got": shown(phrase_id), "near": near[0]})
        )
    raise InputError(Problem("no_phrase", values={"got": shown(phrase_id)}))


def _filled(
    rooms: Rooms, pack: Pack, phrase: Phrase, order: str | None, typed: dict[str, str]
) -> Filled:
    shop_name = pack.shop.name if pack.shop else ""
    automatic = automatic_values(shop_name, rooms.agent(), rooms.clock.now())
    done = fill(phrase, automatic, _quoted(pack, order), typed)
    if isinstance(done, Filled):
        return done
    if isinstance(done, Missing):
        names = ", ".join(done.names)
        raise InputError(Problem("unfilled", values={"id": phrase.id, "names": names}))
    raise InputError(*done.problems)


def _quoted(pack: Pack, order: str | None) -> dict[str, str]:
    if order is None:
        return {}
    if pack.shop is None:
        raise InputError(Problem("no_shop", values={"path": pack.id}))
    placed = parse_order(decode_json(read_input(order)))
    return order_values(quote(placed, pack.shop), placed)
