"""Puts the command line together."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.cli.main import run_cli
from desktop.cli.rooms import Rooms
from desktop.core.problems import InputError, Problem
from desktop.packs import pack_source
from desktop.platform.clock import SystemClock
from desktop.platform.paths import default_pack_dir, personal_paths
from desktop.services.doctor import Check
from desktop.services.packs import PackSource
from desktop.services.words import Words
from desktop.store.files import PackPlace, write_whole


def run_command(words: Words, args: list[str], open_window: Callable[[Path], int]) -> int:
    """Runs a command; returns the exit status."""
    packs = pack_source()
    rooms = Rooms(
        words=words,
        version=_version,
        packs=packs,
        place=PackPlace,
        save=_save,
        default_pack=default_pack_dir(),
        clock=SystemClock(),
        agent=_agent,
        copy=_copy,
        diagnose=partial(_diagnose, words, packs),
        open_window=open_window,
    )
    return run_cli(rooms, args)


def _version() -> str:
    from importlib.metadata import version

    return version("miaohui")


def _agent() -> str:
    """What the agent calls themselves, if the window was ever told."""
    path = personal_paths().database
    if not path.exists():
        return ""
    from desktop.services.agent import AGENT_NAME
    from desktop.store.database import Database
    from desktop.store.errors import StoreError
    from desktop.store.personal import SqlitePersonalStore

    try:
        database = Database(path, SystemClock().now)
    except StoreError:  # a phrase can be filled without it; ``doctor`` tells what is wrong
        return ""
    try:
        return AGENT_NAME.of(SqlitePersonalStore(database))
    finally:
        database.close()


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


def _diagnose(words: Words, packs: PackSource) -> tuple[Check, ...]:
    from desktop.platform.diagnosis import diagnose_desktop

    checks = diagnose_desktop(sys.platform, os.environ)
    return (*checks, _check_clipboard(), _check_store(words), _check_pack(words, packs))


def _check_clipboard() -> Check:
    import pyperclip

    works = pyperclip.is_available()
    return Check("clipboard", works, "clipboard" if works else "no_clipboard")


def _check_store(words: Words) -> Check:
    from desktop.store.database import Database
    from desktop.store.errors import StoreError

    path = personal_paths().database
    try:
        Database(path, SystemClock().now).close()
    except StoreError as error:
        why = words.text(f"store.{error.code}", **error.values)
        return Check("store", ok=False, code="problem", values={"why": why})
    return Check("store", ok=True, code="store", values={"path": str(path)})


def _check_pack(words: Words, packs: PackSource) -> Check:
    try:
        pack = packs.pack(PackPlace(default_pack_dir()))
    except InputError as error:
        why = words.problem(error.problems[0])
        return Check("pack", ok=False, code="bad_pack", values={"why": why})
    count = sum(1 for _ in pack.library.phrases())
    return Check("pack", ok=True, code="pack", values={"name": pack.name, "count": str(count)})
