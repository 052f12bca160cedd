"""The second half of a start: the services behind the window, wired by hand, and its rooms.

Apart from ``window``, because all this is loaded while the window already stands.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.core.packs.model import Pack
from desktop.core.phrases.values import PLACEHOLDERS, automatic_values
from desktop.platform.paths import resources_dir
from desktop.platform.system import Backend
from desktop.services.agent import AGENT_NAME
from desktop.services.calendar import Calendar
from desktop.services.docking.service import DockingService
from desktop.services.hotkeys import HotkeyService
from desktop.services.insertion import InsertionService
from desktop.services.leaving import Leaving
from desktop.services.library import LibraryService
from desktop.services.packs import Opened
from desktop.services.reply_clock import ReplyClock
from desktop.services.typed_codes import TypedCodes
from desktop.store.personal import SqlitePersonalStore
from desktop.ui.main import put_rooms_in
from desktop.ui.services import WindowServices
from desktop.ui.shell.window import MainWindow


def furnish(
    app: QApplication,
    window: MainWindow,
    opened: Opened,
    backend: Backend,
    store: SqlitePersonalStore,
) -> None:
    """Builds the services for an opened pack, puts the rooms in, and listens for keys."""
    pack = opened.pack
    names = (*PLACEHOLDERS, *pack.placeholders)
    library = LibraryService(pack.library, opened.index, names, store, backend.clock)
    Calendar(library, backend.scheduler, backend.clock).plan()
    insertion = InsertionService(
        backend.clipboard, backend.focus, backend.keys, backend.scheduler, backend.clock
    )
    # not app.quit: that asks the window, which only hides
    leaving = Leaving(insertion, backend.scheduler, backend.clock, app.exit)
    hotkeys = HotkeyService(
        backend.hotkeys,
        store,
        lambda: library.overlay().hotkeys,
        window.run,
    )
    typed_codes = TypedCodes(
        backend.typing, backend.focus, library, store, lambda i: window.run(f"phrase:{i}")
    )
    services = WindowServices(
        shop_name=_shop_name(pack),
        shop=pack.shop,
        clock=backend.clock,
        library=library,
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
        resources=resources_dir(),
        quit=lambda: leave(),  # noqa: PLW0108 - it is made below
    )

    def leave() -> None:
        window.hide()
        leaving.leave()

    def bind() -> None:
        window.tell_refused(hotkeys.apply())

    put_rooms_in(window, services)
    library.on_change.append(bind)
    hotkeys.watch(bind)
    bind()
    reason = typed_codes.resume()
    if reason:
        window.tell_no_typing(reason)
    window.dock()


def _shop_name(pack: Pack) -> str:
    return pack.shop.name if pack.shop else pack.name
