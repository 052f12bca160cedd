"""``miaohui subscribe``, ``update`` and ``unsubscribe``: an agent's side of the repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from desktop.cli.output import json_option, say, say_json
from desktop.cli.repo.asking import agree, need_somebody
from desktop.cli.rooms import Rooms
from desktop.core.packs.invitation import (
    Invitation,
    invitation_by_hash,
    is_web,
    read_invitation,
    read_link,
)
from desktop.core.problems import InputError, Problem
from desktop.services.subscriptions import CheckFailed, Held, Updated
from desktop.services.updating import News, UpdatingService
from desktop.services.words import Words

_LINK = "miaohui://"
_MOST_BYTES = 1_000_000


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    _register_subscribe(app, rooms)
    _register_unsubscribe(app, rooms)
    _register_update(app, rooms)


def _register_subscribe(app: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @app.command("subscribe", help=words.text("cli.help.subscribe"))
    @click.argument("invitation", metavar="FILE|LINK|URL|DIR")
    @click.option("--root", metavar="SHA256", help=words.text("cli.help.root"))
    @click.option(
        "--pack", "packs", metavar="ID", multiple=True, help=words.text("cli.help.follow")
    )
    @click.option("--yes", is_flag=True, help=words.text("cli.help.yes_digits"))
    def subscribe(invitation: str, root: str | None, packs: tuple[str, ...], *, yes: bool) -> int:
        invited = _invitation(invitation, root, packs)
        if not yes:
            need_somebody()
        say(words.text("cli.digits", digits=invited.spoken, packs=", ".join(invited.packs)))
        if not yes and not agree(words.text("cli.digits_right")):
            return 1
        client = rooms.client()
        joined = client.join(invited)
        service = UpdatingService(client, rooms.packs)
        news = [service.update(s) for s in joined if s.pack in invited.packs]
        return _told(news, rooms, as_json=False)


def _register_unsubscribe(app: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @app.command("unsubscribe", help=words.text("cli.help.unsubscribe"))
    @click.argument("pack", metavar="ID")
    def unsubscribe(pack: str) -> int:
        client = rooms.client()
        there = client.subscriptions()
        left = [subscription for subscription in there if subscription.pack == pack]
        if not left:
            values = {"got": pack, "packs": ", ".join(s.pack for s in there)}
            raise InputError(
                Problem("not_followed" if there else "nothing_followed", values=values)
            )
        for subscription in left:
            client.leave(subscription)
        say(words.text("cli.left", pack=pack))
        return 0


def _register_update(app: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @app.command("update", help=words.text("cli.help.update"))
    @json_option(words)
    def update(*, as_json: bool) -> int:
        client = rooms.client()
        there = client.subscriptions()
        if not there:
            raise InputError(Problem("nothing_followed"))
        service = UpdatingService(client, rooms.packs)
        return _told(
            [service.update(subscription) for subscription in there], rooms, as_json=as_json
        )


def _invitation(given: str, root: str | None, packs: tuple[str, ...]) -> Invitation:
    """The invitation that is a link, a file, or a place with the hash of its root.

    Raises:
        InputError: It is none of these.
    """
    if given.startswith(_LINK):
        return read_link(given)
    if root is not None:
        place = given if is_web(given) else str(Path(given).absolute())
        return invitation_by_hash(place, root, packs)
    path = Path(given)
    if not path.is_file():
        raise InputError(Problem("not_invited", values={"got": given}))
    try:
        with path.open("rb") as file:
            return read_invitation(file.read(_MOST_BYTES))
    except OSError as error:
        values = {"path": given, "why": error.strerror or ""}
        raise InputError(Problem("unreadable", values=values)) from None


def _told(news: list[News], rooms: Rooms, *, as_json: bool) -> int:
    """Tells what came; 1 if a check came to nothing or prices are in doubt."""
    if as_json:
        say_json([_as_json(item, rooms.words) for item in news])
    else:
        for item in news:
            _say(item, rooms.words)
    return 1 if any(_worrying(item) for item in news) else 0


def _worrying(item: News) -> bool:
    held = item.checked.held
    return isinstance(item.checked, CheckFailed) or held is None or held.doubt is not None


def _say(item: News, words: Words) -> None:
    pack, checked = item.subscription.pack, item.checked
    match checked:
        case Updated(held, before):
            older = f"v{before.version} → " if before else ""
            summary = f": {item.diff.summary}" if item.diff else ""
            say(f"{pack} {older}v{held.edition.version}{summary}")
            for line in held.edition.note.splitlines():
                say(f"    {line}")
        case CheckFailed(error, held):
            why = words.text(f"remote.{error.code}", **error.values)
            print(f"{pack}: {why}", file=sys.stderr)  # noqa: T201 - this is the command line
            if held:
                when = f"{held.checked_at.astimezone():%Y-%m-%d %H:%M}"
                say(words.text("cli.kept", pack=pack, version=held.edition.version, when=when))
        case _:
            say(words.text("cli.unchanged", pack=pack, version=checked.held.edition.version))
    if checked.held and checked.held.doubt:
        say(words.text(f"cli.doubt.{checked.held.doubt.reason}", pack=pack))


def _as_json(item: News, words: Words) -> dict[str, Any]:
    held: Held | None = item.checked.held
    error = item.checked.error if isinstance(item.checked, CheckFailed) else None
    before = item.checked.before if isinstance(item.checked, Updated) else None
    return {
        "pack": item.subscription.pack,
        "version": held.edition.version if held else None,
        "before": before.version if before else None,
        "summary": item.diff.summary if item.diff else None,
        "note": held.edition.note if held else None,
        "checked_at": held.checked_at.isoformat() if held else None,
        "doubt": held.doubt.reason if held and held.doubt else None,
        "error": error.code if error else None,
        "message": words.text(f"remote.{error.code}", **error.values) if error else None,
    }
