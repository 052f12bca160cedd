"""Puts the commands together and runs one: exit status and one-line errors are made here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from desktop.cli import doctor, fill, following, pack, quote, repo, search
from desktop.cli.rooms import Rooms
from desktop.cli.usage import SpokenGroup, problem_of
from desktop.core.problems import InputError
from desktop.services.repository import RemoteError

BAD_INPUT = 2
_COMMANDS = (quote, search, fill, pack, following, repo, doctor)


def run_cli(rooms: Rooms, args: list[str]) -> int:
    """Runs the command line.

    Args:
        rooms: Its doors.
        args: The arguments, without the program's name.

    Returns:
        The exit status: 0 for success, 1 for problems that were looked for, 2 for bad input.
    """
    command = _build(rooms)
    try:
        status = command.main(args, prog_name="miaohui", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _fail(rooms.words.problem(problem_of(error)))
    except InputError as error:
        return _fail(rooms.words.problem(error.problems[0]))
    except RemoteError as error:
        return _fail(rooms.words.text(f"remote.{error.code}", **error.values))
    except click.Abort:
        return 130
    except BrokenPipeError:  # the reader has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status if isinstance(status, int) else 0


def _build(rooms: Rooms) -> click.Group:
    words = rooms.words

    @click.group(
        cls=SpokenGroup,
        invoke_without_command=True,
        help=words.text("cli.help"),
        context_settings={"help_option_names": ["-h", "--help"], "obj": words},
    )
    @click.option("--pack", metavar="DIR", help=words.text("cli.help.pack_window"))
    @click.option("--version", is_flag=True, help=words.text("cli.help.version"))
    @click.pass_context
    def start(context: click.Context, pack: str | None, *, version: bool) -> int:
        if version:
            print(f"miaohui {rooms.version()}")  # noqa: T201 - this is the command line
            context.exit()
        if context.invoked_subcommand is None:
            return rooms.open_window(Path(pack) if pack else rooms.default_pack)
        return 0

    for room in _COMMANDS:
        room.register(start, rooms)
    return start


def _fail(line: str) -> int:
    print(line, file=sys.stderr)  # noqa: T201 - this is the command line
    return BAD_INPUT
