"""``miaohui pack``: what a supervisor does with a pack's folder or file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import click

from desktop.cli.output import json_option, problem_json, say, say_json, say_problems
from desktop.cli.rooms import Rooms
from desktop.cli.usage import SpokenGroup
from desktop.core.packs.diff import pack_diff
from desktop.services.comparing import DiffText


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    packs = SpokenGroup("pack", help=rooms.words.text("cli.help.packs"))
    app.add_command(packs)
    _register_check(packs, rooms)
    _register_build(packs, rooms)
    _register_diff(packs, rooms)


def _register_check(packs: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @packs.command("check", help=words.text("cli.help.check"))
    @click.argument("path", metavar="DIR|FILE")
    @json_option(words)
    def check(path: str, *, as_json: bool) -> int:
        problems = rooms.packs.check(rooms.place(Path(path)))
        if as_json:
            say_json([problem_json(problem, words) for problem in problems])
        else:
            say_problems(problems, words)
            if not problems:
                say(words.text("cli.pack_good"))
        return 1 if any(problem.level == "error" for problem in problems) else 0


def _register_build(packs: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @packs.command("build", help=words.text("cli.help.build"))
    @click.argument("path", metavar="DIR")
    @click.option("-o", "--output", metavar="FILE", help=words.text("cli.help.output"))
    @json_option(words)
    def build(path: str, output: str | None, *, as_json: bool) -> int:
        made = rooms.packs.build(rooms.place(Path(path)))
        file = Path(output or made.name)
        file = file / made.name if file.is_dir() else file
        rooms.save(file, made.data)
        count = sum(1 for _ in made.pack.library.phrases())
        if as_json:
            say_json(
                {
                    "file": str(file),
                    "id": made.pack.id,
                    "version": made.pack.version,
                    "phrases": count,
                    "bytes": len(made.data),
                    "sha256": sha256(made.data).hexdigest(),
                    "problems": [problem_json(problem, words) for problem in made.warnings],
                }
            )
        else:
            say_problems(made.warnings, words)
            size = f"{len(made.data) / 1000:,.1f}"
            say(words.text("cli.built", file=file, size=size, count=count))
        return 0


def _register_diff(packs: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @packs.command("diff", help=words.text("cli.help.diff"))
    @click.argument("before", metavar="A")
    @click.argument("after", metavar="B")
    @json_option(words)
    def diff(before: str, after: str, *, as_json: bool) -> int:
        old, new = (rooms.packs.pack(rooms.place(Path(path))) for path in (before, after))
        found, text = pack_diff(old, new), DiffText(words)
        if as_json:
            say_json(text.as_json(found))
        else:
            for line in text.lines(found):
                say(line)
        return 0
