"""``miaohui doctor``: what works on this machine."""

from __future__ import annotations

import click

from desktop.cli.output import json_option, say, say_json
from desktop.cli.rooms import Rooms


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the command."""
    words = rooms.words

    @app.command("doctor", help=words.text("cli.help.doctor"))
    @json_option(words)
    def command(*, as_json: bool) -> int:
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
