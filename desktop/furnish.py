"""The second half of a start: the services behind the window, wired by hand, and its rooms.

Apart from ``window``, because all this is loaded while the window already stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import random

from PySide6.QtWidgets import QApplication

from desktop.core.phrases.search import Index
from desktop.core.phrases.values import automatic_values
from desktop.packs import FollowedPacks, pack_source, packs_there
from desktop.platform.memory import give_back_freed
from desktop.platform.paths import Paths
from desktop.platform.system import Backend
from desktop.publishing import publish_desk
from desktop.services.agent import AGENT_NAME
from desktop.services.attachments import Attachments
from desktop.services.calendar import Calendar
from desktop.services.current_pack import CurrentPack
from desktop.services.docking.service import DockingService
from desktop.services.doctor import Check
from desktop.services.following import Following
from desktop.services.hotkeys import HotkeyService
from desktop.services.insertion import InsertionService
from desktop.services.leaving import Leaving
from desktop.services.library import LibraryService
from desktop.services.packs import PackSource
from desktop.services.pasting import PASTE_RULES
from desktop.services.ports import Backup, Clock
from desktop.services.reply_clock import ReplyClock
from desktop.services.shelf import Shelf
from desktop.services.typed_codes import TypedCodes
from desktop.services.words import Words
from desktop.store.attachments import NamedFolder, OwnFolder
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from desktop.ui.jobs import ThreadJobs
from desktop.ui.main import put_rooms_in
from desktop.ui.services import Machine, WindowServices
from desktop.ui.shell.window import MainWindow

_WARM_MS, _TIDY_MS = 300, 5_000


def furnish(
    app: QApplication,
    window: MainWindow,
    place: Path | None,
    paths: Paths,
    backend: Backend,
    database: Database,
    store: SqlitePersonalStore,
    go_back: Callable[[Backup], None],
) -> None:
    """Opens the pack, builds the services, puts the rooms in, and listens for keys.

    Args:
        app: The application; it is to end when the agent leaves.
        window: Stands, and is empty.
        place: Where the pack lies; None for the usual pack.
        paths: The folders of the agent.
        backend: The system.
        database: The agent's database.
        store: What is in it.
        go_back: Told of the backup that the next run is to begin with.

    Raises:
        InputError: With every error the pack has.
        StoreError: What the agent keeps cannot be read.
    """
    packs, jobs = pack_source(), ThreadJobs(app)
    shelf = Shelf(packs, lambda: packs_there(place), store, str(place or ""))
    current = CurrentPack(shelf, jobs, backend.clock)
    following = Following(FollowedPacks(), packs, store, jobs, backend.scheduler, random)
    attachments = Attachments(current, OwnFolder(paths.attachments), NamedFolder(paths.copies))
    library = LibraryService(
        current.pack.library, current.index, current.names, store, backend.clock
    )
    calendars = [Calendar(it, backend.scheduler, backend.clock) for it in (library, current)]
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
        window.run,
        window.describe,
    )
    typed_codes = TypedCodes(
        backend.typing, backend.focus, library, store, lambda i: window.run(f"phrase:{i}")
    )
    services = WindowServices(
        current=current,
        following=following,
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
            current.shop_name, AGENT_NAME.of(store), backend.clock.now()
        ),
        hotkeys=hotkeys,
        machine=Machine(
            autostart=backend.autostart,
            archive=database,
            restore=lambda backup: restore_then_leave(backup),  # noqa: PLW0108 - it is made below
            diagnose=lambda words: _diagnose(words, packs, place),
        ),
        publishing=publish_desk(packs, paths.publishing, backend.clock),
        jobs=jobs,
        quit=lambda: leave(),  # noqa: PLW0108 - it is made below
    )

    def leave() -> None:
        window.hide()
        following.stop()
        leaving.leave()

    def restore_then_leave(backup: Backup) -> None:
        database.make_way_for(backup)
        go_back(backup)
        leave()

    def bind() -> None:
        window.tell_refused(hotkeys.apply())

    def take_pack() -> None:
        library.show(current.pack.library, current.index, current.names)
        warm()

    def warm() -> None:
        later(_WARM_MS, partial(_warm, current.index))
        for calendar in calendars:
            calendar.plan()

    later = backend.scheduler.call_later
    current.on_change.append(take_pack)
    current.on_look.append(give_back_freed)
    following.on_editions.append(current.look)
    put_rooms_in(window, services)
    library.on_change.append(bind)
    hotkeys.watch(bind)
    bind()
    reason = typed_codes.resume()
    if reason:
        window.tell_no_typing(reason)
    window.dock()
    warm()
    following.start()
    later(_TIDY_MS, lambda: window.keep(database.back_up_if_due))
    later(_TIDY_MS, partial(_sweep, attachments, store, backend.clock))


def _warm(index: Index) -> None:
    index.warm()
    give_back_freed()


def _diagnose(words: Words, packs: PackSource, named: Path | None) -> tuple[Check, ...]:
    from desktop.doctor import diagnose

    return diagnose(words, packs, packs_there(named).values(), FollowedPacks().held())


def _sweep(attachments: Attachments, store: SqlitePersonalStore, clock: Clock) -> None:
    attachments.sweep(store.overlay().own, clock.now().timestamp())
