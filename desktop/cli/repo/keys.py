"""``repo keys``: who may sign."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

import click

from desktop.cli.output import read_input, say
from desktop.cli.repo.asking import AskedSecrets
from desktop.cli.repo.opening import key_options, opened, repo_option
from desktop.cli.rooms import Rooms
from desktop.cli.usage import SpokenGroup
from desktop.services.key_changes import added_to, revoked_from, rotated
from desktop.services.repositories import key_file
from desktop.services.repository import KeyChange, KeyMove, PackPublisher, RootDraft

_DRAFT = "new-root.draft"


def register(group: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    keys = SpokenGroup("keys", help=rooms.words.text("repo.help.keys"))
    group.add_command(keys)
    for add in (_register_add, _register_revoke, _register_rotate, _register_renew):
        add(keys, rooms)
    _register_sign(keys, rooms)
    _register_finish(keys, rooms)


def _register_add(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("add", help=words.text("repo.help.keys_add"))
    @click.argument("role", metavar="ROLE")
    @click.argument("holder", metavar="WHO")
    @click.option(
        "--threshold", metavar="M", type=click.IntRange(1, 50), help=words.text("repo.option.least")
    )
    @click.option("--draft", metavar="FILE", default=_DRAFT, help=words.text("repo.option.draft"))
    @repo_option(words)
    @key_options(words)
    def add(
        role: str,
        holder: str,
        threshold: int | None,
        draft: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file)
        change = added_to(publisher.status(), role, holder, threshold)
        return _change(rooms, publisher, change, draft)


def _register_revoke(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("revoke", help=words.text("repo.help.keys_revoke"))
    @click.argument("role", metavar="ROLE")
    @click.argument("key", metavar="KEY|WHO")
    @click.option(
        "--threshold", metavar="M", type=click.IntRange(1, 50), help=words.text("repo.option.least")
    )
    @click.option("--draft", metavar="FILE", default=_DRAFT, help=words.text("repo.option.draft"))
    @repo_option(words)
    @key_options(words)
    def revoke(
        role: str,
        key: str,
        threshold: int | None,
        draft: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file)
        change = revoked_from(publisher.status(), role, key, threshold)
        return _change(rooms, publisher, change, draft)


def _register_rotate(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("rotate", help=words.text("repo.help.keys_rotate"))
    @click.argument("role", metavar="ROLE")
    @click.argument("key", metavar="[KEY|WHO]", required=False)
    @click.option("--draft", metavar="FILE", default=_DRAFT, help=words.text("repo.option.draft"))
    @repo_option(words)
    @key_options(words)
    def rotate(
        role: str,
        key: str | None,
        draft: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file)
        return _change(rooms, publisher, rotated(publisher.status(), role, key), draft)


def _register_renew(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("renew", help=words.text("repo.help.keys_renew"))
    @click.argument("role", metavar="ROLE")
    @click.option("--draft", metavar="FILE", default=_DRAFT, help=words.text("repo.option.draft"))
    @repo_option(words)
    @key_options(words)
    def renew(
        role: str,
        draft: str,
        repo: str | None,
        keys: tuple[str, ...],
        passphrase_file: str | None,
    ) -> int:
        publisher = opened(rooms, repo, keys, passphrase_file)
        return _change(rooms, publisher, added_to(publisher.status(), role), draft)


def _register_sign(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("sign", help=words.text("repo.help.keys_sign"))
    @click.argument("draft", metavar="DRAFT")
    @repo_option(words)
    @key_options(words)
    def sign(
        draft: str, repo: str | None, keys: tuple[str, ...], passphrase_file: str | None
    ) -> int:
        data = read_input(draft)
        if keys and repo is None:  # a stick is enough: this machine need not know the repository
            secrets = AskedSecrets(words, passphrase_file)
            signed = rooms.repositories().sign_draft(data, keys, secrets)
        else:
            signed = opened(rooms, repo, keys, passphrase_file).sign_root(data)
        if signed.data == data and signed.missing:
            say(words.text("repo.draft.none_here", count=signed.missing))
            return 1
        rooms.save(Path(draft), signed.data)
        _tell_draft(rooms, signed, draft)
        return 0


def _register_finish(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("finish", help=words.text("repo.help.keys_finish"))
    @click.argument("draft", metavar="DRAFT")
    @repo_option(words)
    @key_options(words)
    def finish(
        draft: str, repo: str | None, keys: tuple[str, ...], passphrase_file: str | None
    ) -> int:
        data = read_input(draft)
        opened(rooms, repo, keys, passphrase_file).publish_root(data)
        say(words.text("repo.draft.in_force"))
        return 0


def _change(rooms: Rooms, publisher: PackPublisher, change: KeyChange, file: str) -> int:
    """Makes a change, and tells what is to be done with new keys, or with the draft."""
    before = _keys(publisher, change.role)
    draft = publisher.change_keys(change)
    if draft:
        rooms.save(Path(file), draft.data)
        _tell_draft(rooms, draft, file)
        return 0
    after = _keys(publisher, change.role)
    _tell_moves(rooms, [m for m in (*before, *after) if (m in before) != (m in after)], after)
    say(rooms.words.text("repo.changed", role=change.role))
    return 0


def _keys(publisher: PackPublisher, role: str) -> list[KeyMove]:
    name = "timestamp" if role == "online" else role
    found = next(r for r in publisher.status().roles if r.name == name)
    return [KeyMove(role, key.id, key.name, comes=True) for key in found.keys]


def _tell_moves(rooms: Rooms, moves: Iterable[KeyMove], coming: Container[KeyMove]) -> None:
    for move in moves:
        code = "repo.key.new" if move in coming else "repo.key.gone"
        file = key_file(move.role, move.id)
        say(rooms.words.text(code, file=file, holder=move.holder))


def _tell_draft(rooms: Rooms, draft: RootDraft, file: str) -> None:
    _tell_moves(rooms, draft.moves, [move for move in draft.moves if move.comes])
    for role, least in draft.thresholds:
        say(rooms.words.text("repo.draft.threshold", role=role, least=least))
    code = "repo.draft.missing" if draft.missing else "repo.draft.whole"
    say(rooms.words.text(code, file=file, count=draft.missing))
