"""``miaohui repo``: a supervisor's side of the pack repository."""

from __future__ import annotations

import click

from desktop.cli.repo import beginning, giving, keys, publishing, state
from desktop.cli.rooms import Rooms
from desktop.cli.usage import SpokenGroup


def register(app: click.Group, rooms: Rooms) -> None:
    """Adds the commands."""
    group = SpokenGroup("repo", help=rooms.words.text("repo.help"))
    app.add_command(group)
    for room in (beginning, publishing, state, giving, keys):
        room.register(group, rooms)
