"""The other half of the composition root: the window first, then everything behind it.

What is imported up here is loaded before the window can be seen, so it is little.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.core.problems import InputError
from desktop.platform.backend import select_backend
from desktop.platform.clock import SystemClock
from desktop.platform.paths import Paths, personal_paths, resources_dir
from desktop.platform.signals import quit_on_signals
from desktop.platform.single_instance import SingleInstance
from desktop.services.words import Words
from desktop.store.database import Database, restore
from desktop.store.errors import StoreDamagedError, StoreError
from desktop.store.personal import SqlitePersonalStore
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.services.ports import Backup

_AGAIN = -1
"""The status of a run after which the program starts again."""


def run_window(words: Words, place: Path | None) -> int:
    """Shows the window until the agent quits; returns the exit status.

    A second start shows the first one's window and ends.

    Args:
        words: The words of the system's language.
        place: Where the pack lies; None for the usual pack.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("miaohui")
    app.setQuitOnLastWindowClosed(False)
    paths = personal_paths()
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"path": str(paths.data), "why": error.strerror or ""}
        return _say_fatal(words.text("store.unavailable", **values))
    first = SingleInstance(paths.data)
    if not first.claim():
        return 0
    try:
        status = _told(words, partial(_run, app, words, place, paths, first))
    finally:
        first.release()
    if status == _AGAIN:
        from desktop.platform.launch import start_again

        start_again(sys.argv[1:])
        return 0
    return status


def _run(
    app: QApplication, words: Words, place: Path | None, paths: Paths, first: SingleInstance
) -> int:
    database = _open_database(paths)
    store = SqlitePersonalStore(database)
    backend = select_backend(sys.platform, os.environ, store)
    wanted: list[Backup] = []
    try:
        window = MainWindow(app, store, backend.windows, backend.focus, resources_dir())
        quit_on_signals(app, lambda: window.leave() if window.furnished else app.exit())

        def furnish() -> int:
            from desktop.furnish import furnish

            furnish(app, window, place, paths, backend, database, store, wanted.append)
            first.serve(window.come_forward)
            gc.freeze()
            gc.enable()
            return 0

        def stand() -> None:
            """What stops us ends the program here too, with a word and not a traceback."""
            if status := _told(words, furnish):
                app.exit(status)

        window.stands.connect(stand)
        window.appear()
        status = app.exec()
        for still_shown in app.topLevelWidgets():
            still_shown.hide()  # Qt would do it when Python can no longer answer
    finally:
        database.close()
        backend.close()
    if not wanted:
        return status
    restore(paths.database, wanted[0].path)
    return _AGAIN


def _told(words: Words, work: Callable[[], int]) -> int:
    """Does the work; what stops it is said, and is the exit status."""
    try:
        return work()
    except InputError as error:
        return _say_fatal(words.problem(error.problems[0]))
    except StoreError as error:
        return _say_fatal(words.text(f"store.{error.code}", **error.values))


def _open_database(paths: Paths) -> Database:
    """Opens the agent's database; a damaged one is put right with the agent's leave."""
    now = SystemClock().now
    try:
        return Database(paths.database, now)
    except StoreDamagedError as damaged:
        from desktop.ui.dialogs import ask_restore

        if damaged.backup and ask_restore(damaged.set_aside, damaged.backup.made_at):
            restore(paths.database, damaged.backup.path)
        return Database(paths.database, now)


def _say_fatal(said: str) -> int:
    from desktop.ui.dialogs import say_fatal

    return say_fatal(said)
