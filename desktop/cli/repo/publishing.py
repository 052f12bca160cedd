"""``repo publish``, ``history`` and ``rollback``: what agents get."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from desktop.cli.output import json_option, problem_json, say, say_json
from desktop.cli.repo.asking import agree, need_somebody
from desktop.cli.repo.opening import key_options, opened, repo_option
from desktop.cli.rooms import Rooms
from desktop.core.packs.edition import Edition
from desktop.services.comparing import DiffText
from desktop.services.previewing import preview
from desktop.services.publishing import Ready, Refused, prepare, publish
from desktop.services.repositories import Publishing
from desktop.services.words import Words


def register(group: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    _register_publish(group, rooms)
    _register_history(group, rooms)
    _register_rollback(group, rooms)


def _register_publish(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("publish", help=words.text("repo.help.publish"))
    @click.argument("folder", metavar="DIR")
    @click.option("--note", metavar="TEXT", help=words.text("repo.option.note"))
    @click.option("--yes", is_flag=True, help=words.text("repo.option.yes"))
    @repo_option(words)
    @key_options(words)
    @json_option(words)
    def command(
        folder: str,
        note: str | None,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
        *,
        yes: bool,
        as_json: bool,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file, Publishing(_progress(words)))
        ready = prepare(rooms.packs, rooms.place(Path(folder)), publisher)
        if isinstance(ready, Refused):
            if as_json:
                problems = [problem_json(problem, words) for problem in ready.problems]
                say_json({"outcome": "refused", "problems": problems})
            else:
                for line in preview(ready, words):
                    say(line)
                say(words.text("repo.refused"))
            return 1
        told = ready.note if note is None else note
        if ready.unchanged and (note is None or (ready.in_force and note == ready.in_force.note)):
            return _tell_unchanged(ready, words, as_json=as_json)
        if not yes:
            need_somebody()
        if not as_json:
            _preview(ready, told, words)
        if not yes and not agree(_question(ready, words)):
            say(words.text("repo.not_published"))
            return 1
        edition = publish(ready, told, publisher)
        if as_json:
            say_json({"outcome": "published", **_json(edition), **_more_json(ready, words)})
        else:
            say(words.text("repo.published", pack=edition.pack, version=edition.version))
        return 0


def _register_history(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("history", help=words.text("repo.help.history"))
    @click.argument("pack", metavar="PACK")
    @repo_option(words)
    @json_option(words)
    def history(pack: str, repo: str | None, *, as_json: bool) -> int:
        editions = opened(rooms, repo).history(pack)
        if as_json:
            say_json([_json(edition) for edition in editions])
        elif not editions:
            say(words.text("repo.none_yet", pack=pack))
        else:
            for edition in editions:
                at = edition.published_at.astimezone().strftime("%Y-%m-%d %H:%M")
                note = " ".join(edition.note.split())
                say(f"v{edition.version}  {at}  {edition.length / 1000:,.1f} kB  {note}".rstrip())
        return 0


def _register_rollback(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("rollback", help=words.text("repo.help.rollback"))
    @click.argument("pack", metavar="PACK")
    @click.argument("version", metavar="VERSION", type=click.IntRange(1, 10**9))
    @click.option("--note", metavar="TEXT", required=True, help=words.text("repo.option.note"))
    @repo_option(words)
    @key_options(words)
    @json_option(words)
    def rollback(
        pack: str,
        version: int,
        note: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
        *,
        as_json: bool,
    ) -> int:
        edition = opened(rooms, repo, keys, passphrase_file).rollback(pack, version, note)
        if as_json:
            say_json({"outcome": "published", **_json(edition)})
        else:
            values = {"pack": pack, "old": version, "version": edition.version}
            say(words.text("repo.rolled_back", **values))
        return 0


def _preview(ready: Ready, note: str, words: Words) -> None:
    for line in preview(ready, words):
        say(line)
    if note:
        say(words.text("repo.note", note=note))


def _question(ready: Ready, words: Words) -> str:
    warnings = len(ready.made.warnings)
    return words.text("repo.ask.despite" if warnings else "repo.ask.publish", count=warnings)


def _progress(words: Words) -> Callable[[str], None]:
    """Each step a line for who watches; scripts get none."""
    told: list[str] = []

    def step(name: str) -> None:
        if sys.stderr.isatty() and name not in told:
            told.append(name)
            click.echo(words.text(f"repo.step.{name}"), err=True)

    return step


def _tell_unchanged(ready: Ready, words: Words, *, as_json: bool) -> int:
    edition = ready.in_force
    assert edition is not None
    if as_json:
        say_json({"outcome": "unchanged", **_json(edition)})
    else:
        say(words.text("repo.unchanged", pack=edition.pack, version=edition.version))
    return 0


def _json(edition: Edition) -> dict[str, object]:
    return {
        "pack": edition.pack,
        "version": edition.version,
        "sha256": edition.sha256,
        "bytes": edition.length,
        "note": edition.note,
        "published_at": edition.published_at.isoformat(),
    }


def _more_json(ready: Ready, words: Words) -> dict[str, object]:
    return {
        "diff": DiffText(words).as_json(ready.diff) if ready.diff else None,
        "problems": [problem_json(problem, words) for problem in ready.made.warnings],
    }
