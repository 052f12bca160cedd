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

from PySide6.QtWidgets import QApplication

from desktop.core.problems import InputError
from desktop.platform.backend import Backend, select_backend
from desktop.platform.paths import Paths, default_pack_dir, personal_paths, resources_dir
from desktop.platform.signals import quit_on_signals
from desktop.platform.single_instance import SingleInstance
from desktop.services.words import Words
from desktop.store.database import Database, restore
from desktop.store.errors import StoreDamagedError, StoreError
from desktop.store.personal import SqlitePersonalStore
from desktop.ui.shell.window import MainWindow

_WARM_MS, _BACKUP_MS = 300, 5_000


def run_window(words: Words, place: Path | None) -> int:
    """Shows the window until the agent quits; returns the exit status.

    A second start shows the first one's window and ends.
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
        return _told(words, partial(_run, app, words, place, paths, first))
    finally:
        first.release()


def _run(
    app: QApplication,
    words: Words,
    place: Path | None,
    paths: Paths,
    first: SingleInstance,
) -> int:
    backend = select_backend(sys.platform, os.environ)
    database = _open_database(paths, backend)
    try:
        store = SqlitePersonalStore(database)
        window = MainWindow(app, store, backend.windows, backend.focus, resources_dir())
        quit_on_signals(app, lambda: window.leave() if window.furnished else app.exit())

        def furnish() -> int:
            from desktop.furnish import furnish
            from desktop.packs import pack_source
            from desktop.store.files import PackPlace

            opened = pack_source().open(PackPlace(place or default_pack_dir()))
            furnish(app, window, opened, backend, store)
            backend.scheduler.call_later(_WARM_MS, opened.index.warm)
            backend.scheduler.call_later(_BACKUP_MS, lambda: window.keep(database.back_up_if_due))
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
        window.hide()  # while all who hear of it are there: a widget still shown hides as it dies
        return status
    finally:
        database.close()
        backend.close()


def _told(words: Words, work: Callable[[], int]) -> int:
    """Does the work; what stops it is said, and is the exit status."""
    try:
        return work()
    except InputError as error:
        return _say_fatal(words.problem(error.problems[0]))
    except StoreError as error:
        return _say_fatal(words.text(f"store.{error.code}", **error.values))


def _open_database(paths: Paths, backend: Backend) -> Database:
    """Opens the agent's database; a damaged one is put right with the agent's leave."""
    try:
        return Database(paths.database, backend.clock.now)
    except StoreDamagedError as damaged:
        from desktop.ui.dialogs import ask_restore

        if damaged.backup and ask_restore(damaged.set_aside, damaged.backup.made_at):
            restore(paths.database, damaged.backup.path)
        return Database(paths.database, backend.clock.now)


def _say_fatal(said: str) -> int:
    from desktop.ui.dialogs import say_fatal

    return say_fatal(said)
