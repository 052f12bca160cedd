"""Puts the command line together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.cli.main import run_cli
from desktop.cli.rooms import Rooms
from desktop.core.problems import InputError, Problem
from desktop.packs import FollowedPacks, pack_place, pack_source, packs_there, usual_pack
from desktop.platform.clock import SystemClock
from desktop.platform.paths import personal_paths
from desktop.publishing import repositories
from desktop.services.doctor import Check
from desktop.services.words import Words
from desktop.store.files import write_whole


def run_command(words: Words, args: list[str], open_window: Callable[[Path], int]) -> int:
    """Runs a command; returns the exit status."""

    def diagnose() -> tuple[Check, ...]:
        from desktop.doctor import diagnose

        return diagnose(words, packs, packs_there().values(), FollowedPacks().held())

    packs = pack_source()
    rooms = Rooms(
        words=words,
        version=_version,
        packs=packs,
        place=pack_place,
        client=FollowedPacks().client,
        save=_save,
        default_pack=usual_pack(),
        clock=SystemClock(),
        agent=_agent,
        copy=_copy,
        repositories=lambda: repositories(personal_paths().publishing, SystemClock()),
        diagnose=diagnose,
        open_window=open_window,
    )
    return run_cli(rooms, args)


def _version() -> str:
    from importlib.metadata import version

    return version("miaohui")


def _agent() -> str:
    """What the agent calls themselves, if the window was ever told."""
    from desktop.services.agent import AGENT_NAME
    from desktop.store.errors import StoreError
    from desktop.store.reading import read_store

    try:
        return AGENT_NAME.of(read_store(personal_paths().database))
    except StoreError:  # a phrase can be filled without it; ``doctor`` tells what is wrong
        return ""


def _copy(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException as error:
        why = str(error).strip().split("\n", 1)[0]
        raise InputError(Problem("no_clipboard", values={"why": why})) from None


def _save(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        values = {"path": str(path), "why": error.strerror or ""}
        raise InputError(Problem("unwritable", values=values)) from None
