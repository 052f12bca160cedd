"""The other half of the composition root: the window with everything behind it, on Qt's loop."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.core.packs.model import Pack
from desktop.core.phrases.values import PLACEHOLDERS, automatic_values
from desktop.core.problems import InputError
from desktop.platform.backend import Backend, select_backend
from desktop.platform.clock import SystemClock
from desktop.platform.launch import start_again
from desktop.platform.paths import Paths, personal_paths, resources_dir
from desktop.platform.signals import quit_on_signals
from desktop.platform.single_instance import SingleInstance
from desktop.services.agent import AGENT_NAME
from desktop.services.attachments import Attachments
from desktop.services.calendar import Calendar
from desktop.services.docking.service import DockingService
from desktop.services.doctor import Check
from desktop.services.hotkeys import HotkeyService
from desktop.services.insertion import InsertionService
from desktop.services.leaving import Leaving
from desktop.services.library import LibraryService
from desktop.services.packs import Opened, PackSource
from desktop.services.pasting import PASTE_RULES
from desktop.services.ports import Action, Backup, Clock
from desktop.services.reply_clock import ReplyClock
from desktop.services.shelf import Shelf
from desktop.services.typed_codes import TypedCodes
from desktop.services.words import Words
from desktop.store.attachments import NamedFolder, OwnFolder
from desktop.store.database import Database, restore
from desktop.store.errors import StoreDamagedError, StoreError
from desktop.store.files import PackPlace
from desktop.store.personal import SqlitePersonalStore
from desktop.ui.jobs import ThreadJobs
from desktop.ui.main import build_window
from desktop.ui.services import Machine, WindowServices
from desktop.ui.shell.window import MainWindow

_WARM_MS, _TIDY_MS = 300, 5_000
_AGAIN = -1
"""The status of a run after which the program starts again."""


def run_window(words: Words, packs: PackSource, pack_dir: Path) -> int:
    """Shows the window until the agent quits; returns the exit status.

    A second start shows the first one's window and ends.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("miaohui")
    app.setQuitOnLastWindowClosed(False)
    shown: list[MainWindow] = []
    quit_on_signals(app, lambda: shown[0].leave() if shown else app.exit())
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
        status = _run(app, packs, pack_dir, paths, first, shown)
    except InputError as error:
        return _say_fatal(words.problem(error.problems[0]))
    except StoreError as error:
        return _say_fatal(words.text(f"store.{error.code}", **error.values))
    finally:
        first.release()
    if status == _AGAIN:
        start_again(sys.argv[1:])
        return 0
    return status


def _run(
    app: QApplication,
    packs: PackSource,
    pack_dir: Path,
    paths: Paths,
    first: SingleInstance,
    shown: list[MainWindow],
) -> int:
    database = _open_database(paths)
    store = SqlitePersonalStore(database)
    backend = select_backend(sys.platform, os.environ, store)
    wanted: list[Backup] = []
    try:
        opened = Shelf(packs, {str(pack_dir): PackPlace(pack_dir)}, store).open()
        attachments = Attachments(
            opened.content, OwnFolder(paths.attachments), NamedFolder(paths.copies)
        )
        window, listen = _connect(
            app, packs, opened, attachments, backend, database, store, wanted.append
        )
        shown.append(window)
        window.stands.connect(lambda: first.serve(window.come_forward))
        window.stands.connect(listen)
        window.stands.connect(gc.freeze)
        window.stands.connect(gc.enable)
        window.appear()
        backend.scheduler.call_later(_WARM_MS, opened.index.warm)
        backend.scheduler.call_later(_TIDY_MS, lambda: window.keep(database.back_up_if_due))
        backend.scheduler.call_later(_TIDY_MS, partial(_sweep, attachments, store, backend.clock))
        status = app.exec()
        for still_shown in app.topLevelWidgets():
            still_shown.hide()  # Qt would do it when Python can no longer answer
    finally:
        shown.clear()
        database.close()
        backend.close()
    if not wanted:
        return status
    restore(paths.database, wanted[0].path)
    return _AGAIN


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


def _connect(
    app: QApplication,
    packs: PackSource,
    opened: Opened,
    attachments: Attachments,
    backend: Backend,
    database: Database,
    store: SqlitePersonalStore,
    go_back: Callable[[Backup], None],
) -> tuple[MainWindow, Action]:
    """Builds the services and the window; the action listens for keys once the window stands."""
    pack = opened.pack
    names = (*PLACEHOLDERS, *pack.placeholders)
    library = LibraryService(pack.library, opened.index, names, store, backend.clock)
    Calendar(library, backend.scheduler, backend.clock).plan()
    insertion = InsertionService(
        backend.clipboard,
        backend.focus,
        backend.keys,
        backend.scheduler,
        backend.clock,
        lambda: PASTE_RULES.of(store),
    )
    # not app.quit: that asks the window, which only hides
    leaving = Leaving(insertion, backend.scheduler, backend.clock, app.exit)
    hotkeys = HotkeyService(
        backend.hotkeys,
        store,
        lambda: library.overlay().hotkeys,
        lambda command: window.run(command),  # noqa: PLW0108 - it is made below
        lambda command: window.describe(command),  # noqa: PLW0108 - as above
    )
    typed_codes = TypedCodes(
        backend.typing, backend.focus, library, store, lambda i: window.run(f"phrase:{i}")
    )
    services = WindowServices(
        shop_name=_shop_name(pack),
        shop=pack.shop,
        clock=backend.clock,
        library=library,
        attachments=attachments,
        insertion=insertion,
        reply_clock=ReplyClock(backend.clock, store),
        typed_codes=typed_codes,
        focus=backend.focus,
        clipboard=backend.clipboard,
        windows=backend.windows,
        docking=DockingService(backend.others, store),
        settings=store,
        automatic_values=lambda: automatic_values(
            _shop_name(pack), AGENT_NAME.of(store), backend.clock.now()
        ),
        team_placeholders=pack.placeholders,
        hotkeys=hotkeys,
        machine=Machine(
            autostart=backend.autostart,
            archive=database,
            restore=lambda backup: restore_then_leave(backup),  # noqa: PLW0108 - it is made below
            diagnose=lambda words: _diagnose(words, packs),
        ),
        jobs=ThreadJobs(app),
        resources=resources_dir(),
        quit=lambda: leave(),  # noqa: PLW0108 - it is made below
    )
    window = build_window(app, services)

    def leave() -> None:
        window.hide()
        leaving.leave()

    def restore_then_leave(backup: Backup) -> None:
        database.make_way_for(backup)
        go_back(backup)
        leave()

    def bind() -> None:
        window.tell_refused(hotkeys.apply())

    def listen() -> None:
        hotkeys.watch(bind)
        bind()
        reason = typed_codes.resume()
        if reason:
            window.tell_no_typing(reason)
        window.dock()

    library.on_change.append(bind)
    return window, listen


def _diagnose(words: Words, packs: PackSource) -> tuple[Check, ...]:
    from desktop.doctor import diagnose

    return diagnose(words, packs)


def _sweep(attachments: Attachments, store: SqlitePersonalStore, clock: Clock) -> None:
    attachments.sweep(store.overlay().own, clock.now().timestamp())


def _say_fatal(said: str) -> int:
    from desktop.ui.dialogs import say_fatal

    return say_fatal(said)


def _shop_name(pack: Pack) -> str:
    return pack.shop.name if pack.shop else pack.name
