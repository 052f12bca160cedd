"""``miaohui pack``: what a supervisor does with a pack's folder."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.output import json_option, say, say_json
from desktop.cli.rooms import Rooms


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    words = rooms.words
    packs = click.Group("pack", help=words.text("cli.help.packs"))
    app.add_command(packs)

    @packs.command("check", help=words.text("cli.help.check"))
    @click.argument("folder", metavar="DIR|FILE")
    @json_option(words)
    def check(folder: str, *, as_json: bool) -> int:
        problems = rooms.packs.check(rooms.folder(Path(folder)))
        if as_json:
            say_json(
                [
                    {
                        "level": problem.level,
                        "code": problem.code,
                        "file": problem.file,
                        "line": problem.line,
                        "message": words.problem(problem),
                    }
                    for problem in problems
                ]
            )
        else:
            for problem in problems:
                say(f"{words.text(f'cli.level.{problem.level}')} {words.problem(problem)}")
            if not problems:
                say(words.text("cli.pack_good"))
        return 1 if any(problem.level == "error" for problem in problems) else 0
