"""The composition root: the only module that knows every room; it builds and connects them."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path

from desktop.core.problems import InputError, Problem
from desktop.platform.clock import SystemClock
from desktop.platform.language import system_language
from desktop.platform.paths import default_pack_dir, personal_paths
from desktop.services.doctor import Check
from desktop.services.packs import PackSource
from desktop.services.words import Words
from desktop.store.files import CacheFolder, PackPlace, write_whole


def main() -> int:
    """Runs the program with the arguments of the process; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed build has neither
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    words = Words(system_language(sys.platform, os.environ))
    packs = PackSource(CacheFolder(personal_paths().cache), _placeholder_names)
    args = sys.argv[1:]
    match args:  # the ways agents start it, without the time the command line takes to load
        case []:
            return _open_window(words, packs, default_pack_dir())
        case ["--pack", folder]:
            return _open_window(words, packs, Path(folder))
        case ["--keep-clipboard"]:  # started by ourselves when we end
            from desktop.platform.x11.keeper import keep

            return keep()
        case _:
            return _run_command(words, packs, args)


def _run_command(words: Words, packs: PackSource, args: list[str]) -> int:
    from desktop.cli.main import run_cli
    from desktop.cli.rooms import Rooms

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
        open_window=partial(_open_window, words, packs),
    )
    return run_cli(rooms, args)


def _placeholder_names() -> frozenset[str]:
    from desktop.core.phrases.values import PLACEHOLDERS

    return frozenset(PLACEHOLDERS)


def _version() -> str:
    from importlib.metadata import version

    return version("miaohui")


def _open_window(words: Words, packs: PackSource, pack_dir: Path) -> int:
    from desktop.platform.diagnosis import window_obstacle

    obstacle = window_obstacle(sys.platform, os.environ)
    if obstacle:
        print(words.text(f"cli.{obstacle}"), file=sys.stderr)  # noqa: T201 - there is no window
        return 1
    gc.disable()  # nothing made before the window stands is garbage
    from desktop.platform.qt import load_qt

    load_qt()
    from desktop.window import run_window

    return run_window(words, packs, pack_dir)


def _agent() -> str:
    """What the agent calls themselves, if the window was ever told."""
    from desktop.services.agent import AGENT_NAME
    from desktop.store.errors import StoreError
    from desktop.store.reading import read_store

    try:
        return AGENT_NAME.of(read_store(personal_paths().database))
    except StoreError:  # a phrase can be filled without it; ``doctor`` tells what is wrong
        return ""


def _diagnose(words: Words, packs: PackSource) -> tuple[Check, ...]:
    from desktop.doctor import diagnose

    return diagnose(words, packs)


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
