"""``miaohui search``: what the window's search box finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.output import say, say_json
from desktop.cli.rooms import Rooms


def register(app: typer.Typer, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("search", help=words.text("cli.help.search"))
    def command(
        query: Annotated[str, typer.Argument(metavar="QUERY")],
        pack: Annotated[
            Path | None, typer.Option("--pack", metavar="DIR", help=words.text("cli.help.pack"))
        ] = None,
        limit: Annotated[
            int, typer.Option("--limit", min=1, max=10_000, help=words.text("cli.help.limit"))
        ] = 10,
        as_json: Annotated[bool, typer.Option("--json", help=words.text("cli.help.json"))] = False,
    ) -> int:
        opened = rooms.packs.open(rooms.folder(pack or rooms.default_pack))
        hits = opened.index.search(query, {}, limit, rooms.clock.now().timestamp())
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
