"""Which repository a command is about, and with which keys: options that all of them share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from desktop.cli.output import Decorator
from desktop.cli.repo.asking import AskedSecrets
from desktop.cli.rooms import Rooms
from desktop.services.repositories import UNWATCHED, Publishing, Repository, choose
from desktop.services.repository import PackPublisher
from desktop.services.words import Words


def repo_option(words: Words) -> Decorator:
    """``--repo``, as ``repo``."""
    return click.option("--repo", metavar="NAME|PLACE", help=words.text("repo.option.repo"))


def key_options(words: Words) -> Decorator:
    """``--keys`` and ``--passphrase-file``, as ``keys`` and ``passphrase_file``."""
    options = (
        click.option("--keys", metavar="DIR", multiple=True, help=words.text("repo.option.keys")),
        passphrase_option(words),
    )

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def passphrase_option(words: Words) -> Decorator:
    """``--passphrase-file``, as ``passphrase_file``."""
    text = words.text("repo.option.passphrase_file")
    return click.option("--passphrase-file", metavar="FILE", help=text)


def opened(
    rooms: Rooms,
    repo: str | None,
    keys: tuple[str, ...] = (),
    passphrase_file: str | None = None,
    watch: Publishing = UNWATCHED,
) -> PackPublisher:
    """The repository that was named, or the only one.

    Raises:
        InputError: There is none, or no telling which.
        RemoteError: It cannot be opened.
    """
    repositories = rooms.repositories()
    secrets = AskedSecrets(rooms.words, passphrase_file)
    return repositories.open(chosen(rooms, repo), secrets, keys, watch)


def chosen(rooms: Rooms, repo: str | None) -> Repository:
    """The repository that was named, or the only one.

    Raises:
        InputError: There is none, or no telling which.
    """
    return choose(rooms.repositories().known(), repo)
