"""``repo status`` and ``resign``: what there is, until when, and what keeps it alive."""

from __future__ import annotations

from datetime import datetime

import click

from desktop.cli.output import json_option, say, say_json
from desktop.cli.repo.opening import chosen, key_options, opened, repo_option
from desktop.cli.rooms import Rooms
from desktop.core.packs.invitation import spoken_digits
from desktop.services.repository import RepositoryStatus, RoleStatus
from desktop.services.terms import RoleText, needs_care


def register(group: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    _register_status(group, rooms)
    _register_resign(group, rooms)


def _register_status(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("status", help=words.text("repo.help.status"))
    @repo_option(words)
    @click.option("--keys", metavar="DIR", multiple=True, help=words.text("repo.option.keys"))
    @json_option(words)
    def status(repo: str | None, keys: tuple[str, ...], *, as_json: bool) -> int:
        repository, now = chosen(rooms, repo), rooms.clock.now()
        found = opened(rooms, repo, keys).status()
        if as_json:
            say_json(_json(repository.name, repository.place, found, now))
        else:
            say(words.text("repo.of", name=repository.name, place=repository.place))
            say(words.text("repo.digits", digits=spoken_digits(found.repository)))
            size = f"{found.size / 1000:,.1f}"
            say(words.text("repo.size", files=found.files, size=size))
            text = RoleText(words)
            for role in found.roles:
                say(text.role(role, now))
                for key in role.keys:
                    say(f"    {text.key(key)}")
        return 1 if any(needs_care(role, now) for role in found.roles) else 0


def _register_resign(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("resign", help=words.text("repo.help.resign"))
    @repo_option(words)
    @key_options(words)
    def resign(repo: str | None, keys: tuple[str, ...], passphrase_file: str | None) -> int:
        done = opened(rooms, repo, keys, passphrase_file).resign()
        say(words.text("repo.resigned" if done else "repo.young"))
        return 0


def _json(name: str, place: str, found: RepositoryStatus, now: datetime) -> dict[str, object]:
    return {
        "name": name,
        "place": place,
        "repository": found.repository,
        "digits": spoken_digits(found.repository),
        "files": found.files,
        "bytes": found.size,
        "roles": [_role_json(role, now) for role in found.roles],
    }


def _role_json(role: RoleStatus, now: datetime) -> dict[str, object]:
    return {
        "role": role.name,
        "version": role.version,
        "expires_at": role.expires_at.isoformat(),
        "needs_care": needs_care(role, now),
        "threshold": role.threshold,
        "bytes": role.size,
        "edition": role.edition.version if role.edition else None,
        "keys": [
            {"id": key.id, "holder": key.name, "signed": key.signed, "at_hand": key.at_hand}
            for key in role.keys
        ],
    }
