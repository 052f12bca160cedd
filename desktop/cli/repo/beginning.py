"""``repo init``, ``attach`` and ``add-pack``: how a machine comes to a repository."""

from __future__ import annotations

import re
from pathlib import Path

import click

from desktop.cli.output import json_option, read_input, say, say_json
from desktop.cli.repo.asking import AskedSecrets
from desktop.cli.repo.opening import key_options, opened, passphrase_option, repo_option
from desktop.cli.rooms import Rooms
from desktop.core.packs.ids import is_id
from desktop.core.packs.invitation import Invitation, read_invitation, read_link, spoken_digits
from desktop.core.problems import InputError, Problem, shown
from desktop.services.repositories import S3, Repository, key_file
from desktop.services.repository import PackPublisher
from desktop.services.words import Words


def register(group: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    _register_init(group, rooms)
    _register_attach(group, rooms)
    _register_add_pack(group, rooms)


def _register_init(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("init", help=words.text("repo.help.init"))
    @click.argument("place", metavar="PLACE")
    @click.option(
        "--holder",
        "holders",
        metavar="WHO",
        multiple=True,
        required=True,
        help=words.text("repo.option.holder"),
    )
    @click.option(
        "--threshold", metavar="M", type=click.IntRange(1, 50), help=words.text("repo.option.least")
    )
    @click.option(
        "--pack", "packs", metavar="ID", multiple=True, help=words.text("repo.option.packs")
    )
    @click.option("--name", metavar="NAME", help=words.text("repo.option.name"))
    @click.option("--endpoint", metavar="URL", help=words.text("repo.option.endpoint"))
    @click.option("--keys", metavar="DIR", help=words.text("repo.option.new_keys"))
    @click.option("--keyring", is_flag=True, help=words.text("repo.option.keyring"))
    @passphrase_option(words)
    @json_option(words)
    def init(
        place: str,
        holders: tuple[str, ...],
        threshold: int | None,
        packs: tuple[str, ...],
        name: str | None,
        endpoint: str | None,
        keys: str | None,
        passphrase_file: str | None,
        *,
        keyring: bool,
        as_json: bool,
    ) -> int:
        holders = _holders(holders)
        repository = _repository(rooms, place, name, endpoint, keys, keyring=keyring)
        secrets = AskedSecrets(words, passphrase_file)
        least = threshold or (len(holders) // 2 + 1 if len(holders) > 2 else 1)  # noqa: PLR2004
        publisher = rooms.repositories().set_up(repository, holders, least, secrets)
        for pack in packs:
            publisher.add_pack(pack, holders[0])
        _tell_set_up(words, repository, publisher, as_json=as_json)
        return 0


def _register_attach(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("attach", help=words.text("repo.help.attach"))
    @click.argument("place", metavar="PLACE")
    @click.option(
        "--invite", metavar="FILE|LINK", required=True, help=words.text("repo.option.invite")
    )
    @click.option("--name", metavar="NAME", help=words.text("repo.option.name"))
    @click.option("--endpoint", metavar="URL", help=words.text("repo.option.endpoint"))
    @click.option("--keys", metavar="DIR", help=words.text("repo.option.new_keys"))
    @click.option("--keyring", is_flag=True, help=words.text("repo.option.keyring"))
    def attach(
        place: str,
        invite: str,
        name: str | None,
        endpoint: str | None,
        keys: str | None,
        *,
        keyring: bool,
    ) -> int:
        invitation = _invitation(invite)
        repository = _repository(rooms, place, name, endpoint, keys, keyring=keyring)
        rooms.repositories().attach(repository, invitation.root_sha256)
        values = {"name": repository.name, "digits": invitation.spoken, "keys": repository.keys}
        say(words.text("repo.attached", **values))
        return 0


def _register_add_pack(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("add-pack", help=words.text("repo.help.add_pack"))
    @click.argument("pack", metavar="ID")
    @click.option("--holder", metavar="WHO", required=True, help=words.text("repo.option.key_for"))
    @repo_option(words)
    @key_options(words)
    def add_pack(
        pack: str,
        holder: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file)
        publisher.add_pack(pack, holder)
        role = next(role for role in publisher.status().roles if role.name == pack)
        files = ", ".join(key_file(pack, key.id) for key in role.keys)
        say(words.text("repo.pack_added", pack=pack, holder=holder, files=files))
        return 0


def _holders(holders: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(holders)) < len(holders) or not all(h.strip() and h.isprintable() for h in holders):
        raise InputError(Problem("repo_holders"))
    return holders


def _repository(
    rooms: Rooms,
    place: str,
    name: str | None,
    endpoint: str | None,
    keys: str | None,
    *,
    keyring: bool,
) -> Repository:
    """What was asked for, with full paths: later commands may run anywhere."""
    if place.startswith(S3) and not place.removeprefix(S3).split("/")[0]:
        raise InputError(Problem("repo_no_bucket", values={"got": shown(place)}))
    if place.startswith(("http://", "https://")):
        raise InputError(Problem("repo_web_place", values={"got": shown(place)}))
    whole = place.rstrip("/") if place.startswith(S3) else str(Path(place).absolute())
    called = name or _called_after(whole)
    if not is_id(called):
        raise InputError(Problem("repo_name", values={"got": shown(called)}))
    folder = str(Path(keys).absolute()) if keys else rooms.repositories().keys_of(called)
    return Repository(called, whole, folder, keyring, endpoint)


def _called_after(place: str) -> str:
    last = re.split(r"[/\\]", place.rstrip("/\\"))[-1].lower()
    return re.sub(r"[^a-z0-9]+", "-", last).strip("-")[:64] or "packs"


def _invitation(given: str) -> Invitation:
    return read_link(given) if given.startswith("miaohui:") else read_invitation(read_input(given))


def _tell_set_up(
    words: Words, repository: Repository, publisher: PackPublisher, *, as_json: bool
) -> None:
    status = publisher.status()
    roots, targets, _, index, *packs = status.roles
    files = [("root", key) for key in roots.keys]
    files += [("targets", key) for key in targets.keys] + [("online", key) for key in index.keys]
    files += [(role.name, key) for role in packs for key in role.keys]
    digits = spoken_digits(status.repository)
    if as_json:
        say_json(
            {
                "name": repository.name,
                "place": repository.place,
                "repository": status.repository,
                "digits": digits,
                "threshold": roots.threshold,
                "keys": [
                    {"role": role, "holder": key.name, "id": key.id, "file": key_file(role, key.id)}
                    for role, key in files
                ],
            }
        )
        return
    say(words.text("repo.set_up", name=repository.name, place=repository.place))
    say(words.text("repo.digits", digits=digits))
    say(
        words.text("repo.keys_in", keys=repository.keys, least=roots.threshold, all=len(roots.keys))
    )
    for role, key in files:
        # of a keyring only the root's keys are files
        file = words.text("repo.in_keyring") if repository.keyring and role != "root" else ""
        what = words.text(f"repo.keep.{role}" if role in _KEPT else "repo.keep.pack", role=role)
        say(f"  {file or key_file(role, key.id)}  {key.name}  {what}")
    say(words.text("repo.next"))


_KEPT = {"root", "targets", "online"}
