"""``repo invite`` and ``export``: how agents get to it."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.output import json_option, say, say_json
from desktop.cli.repo.opening import chosen, opened, repo_option
from desktop.cli.rooms import Rooms
from desktop.core.packs.invitation import SUFFIX, invitation_file, invitation_link, is_web
from desktop.core.problems import InputError, Problem
from desktop.services.repositories import S3


def register(group: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    _register_invite(group, rooms)
    _register_export(group, rooms)


def _register_invite(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("invite", help=words.text("repo.help.invite"))
    @click.option(
        "--place", "places", metavar="URL|DIR", multiple=True, help=words.text("repo.option.place")
    )
    @click.option(
        "--pack", "packs", metavar="ID", multiple=True, help=words.text("repo.option.follow")
    )
    @click.option("-o", "--output", metavar="FILE", help=words.text("repo.option.invitation"))
    @repo_option(words)
    @json_option(words)
    def invite(
        places: tuple[str, ...],
        packs: tuple[str, ...],
        output: str | None,
        repo: str | None,
        *,
        as_json: bool,
    ) -> int:
        repository, publisher = chosen(rooms, repo), opened(rooms, repo)
        if not places and repository.place.startswith(S3):
            raise InputError(Problem("repo_needs_place", values={"place": repository.place}))
        there = [role.name for role in publisher.status().roles[4:]]
        for pack in packs:
            if pack not in there:
                values = {"got": pack, "packs": ", ".join(there)}
                raise InputError(Problem("repo_no_pack", values=values))
        if not there:
            raise InputError(Problem("repo_no_packs"))
        invitation = publisher.invitation(places or (repository.place,), packs or there)
        file = Path(output or f"{repository.name}{SUFFIX}")
        file = file / f"{repository.name}{SUFFIX}" if file.is_dir() else file
        rooms.save(file, invitation_file(invitation))
        web = any(is_web(place) for place in invitation.places)
        link = invitation_link(invitation) if web else None
        if as_json:
            say_json(
                {
                    "file": str(file),
                    "link": link,
                    "digits": invitation.spoken,
                    "places": invitation.places,
                    "packs": invitation.packs,
                }
            )
            return 0
        say(words.text("repo.invited", file=file, packs=", ".join(invitation.packs)))
        say(link or words.text("repo.no_link"))
        say(words.text("repo.digits", digits=invitation.spoken))
        return 0


def _register_export(group: click.Group, rooms: Rooms) -> None:
    words = rooms.words

    @group.command("export", help=words.text("repo.help.export"))
    @click.argument("folder", metavar="DIR")
    @repo_option(words)
    def export(folder: str, repo: str | None) -> int:
        count = opened(rooms, repo).export(Path(folder).absolute())
        code = "repo.exported" if count else "repo.export_same"
        say(words.text(code, folder=folder, count=count))
        return 0
