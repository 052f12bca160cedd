"""``miaohui pack``: what a supervisor does with a pack's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.output import say, say_json
from desktop.cli.rooms import Rooms


def register(app: typer.Typer, rooms: Rooms) -> None:
    """Adds the commands."""
    words = rooms.words
    packs = typer.Typer(rich_markup_mode=None, no_args_is_help=False)
    app.add_typer(packs, name="pack", help=words.text("cli.help.packs"))

    @packs.callback()
    def group() -> None:
        """Keeps ``check`` a command of its own below ``pack``."""

    @packs.command("check", help=words.text("cli.help.check"))
    def check(
        folder: Annotated[Path, typer.Argument(metavar="DIR")],
        as_json: Annotated[bool, typer.Option("--json", help=words.text("cli.help.json"))] = False,
    ) -> int:
        problems = rooms.packs.check(rooms.folder(folder))
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
