"""``miaohui doctor``: what works on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from desktop.cli.output import say, say_json
from desktop.cli.rooms import Rooms


def register(app: typer.Typer, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("doctor", help=words.text("cli.help.doctor"))
    def command(
        as_json: Annotated[bool, typer.Option("--json", help=words.text("cli.help.json"))] = False,
    ) -> int:
        found = [
            (check.check, check.ok, words.text(f"doctor.{check.code}", **check.values))
            for check in rooms.diagnose()
        ]
        if as_json:
            say_json([{"check": c, "ok": ok, "detail": detail} for c, ok, detail in found])
        else:
            column = max(len(name) for name, _, _ in found)
            for name, ok, detail in found:
                say(f"{'✓' if ok else '✗'} {name:<{column}}  {detail}")
        return 0 if all(ok for _, ok, _ in found) else 1
