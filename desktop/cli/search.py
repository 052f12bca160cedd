"""``miaohui search``: what the window's search box finds."""

from __future__ import annotations

import click

from desktop.cli.output import json_option, pack_option, say, say_json
from desktop.cli.rooms import Rooms


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("search", help=words.text("cli.help.search"))
    @click.argument("query", metavar="QUERY")
    @pack_option(words)
    @click.option(
        "--limit",
        metavar="N",
        default=10,
        type=click.IntRange(1, 10_000),
        help=words.text("cli.help.limit"),
    )
    @json_option(words)
    def command(query: str, pack: str | None, limit: int, *, as_json: bool) -> int:
        opened = rooms.packs.open(rooms.pack_place(pack))
        now = rooms.clock.now()
        hits = opened.at(now).index.search(query, {}, limit, now.timestamp())
        if as_json:
            say_json(
                [
                    {
                        "id": hit.phrase.id,
                        "title": hit.phrase.title,
                        "text": hit.phrase.text,
                        "score": hit.score,
                        "matched": [list(span) for span in hit.in_text],
                    }
                    for hit in hits
                ]
            )
        else:
            for hit in hits:
                say(f"{hit.phrase.id}  {hit.phrase.title}\n    {hit.phrase.text}")
        return 0
