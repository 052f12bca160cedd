"""An agent at the window, with the desktop in memory around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.core.packs.model import Pack
from desktop.core.phrases.model import Category, Group, Library, Overlay, Phrase
from desktop.core.phrases.search import Index
from desktop.core.phrases.templates import placeholders
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.platform.clock import SystemClock
from desktop.publishing import publish_desk
from desktop.services.attachments import Attachments
from desktop.services.current_pack import CurrentPack
from desktop.services.docking.service import DockingService
from desktop.services.doctor import Check
from desktop.services.followed import Followed
from desktop.services.following import Following
from desktop.services.hotkeys import HotkeyService
from desktop.services.insertion import InsertionService
from desktop.services.library import LibraryService
from desktop.services.packs import Opened, PackSource
from desktop.services.pasting import PASTE_RULES
from desktop.services.ports import Backup
from desktop.services.publish_desk import PublishDesk
from desktop.services.reply_clock import ReplyClock
from desktop.services.shelf import Shelf
from desktop.services.subscriptions import Sources
from desktop.services.typed_codes import TypedCodes
from desktop.ui.i18n import LanguageWish
from desktop.ui.orders.room import order_room
from desktop.ui.phrases.field import Field
from desktop.ui.phrases.panel import phrase_room
from desktop.ui.phrases.row_list import RowList
from desktop.ui.phrases.search_box import SearchBox
from desktop.ui.services import Machine, WindowServices
from desktop.ui.shell.window import MainWindow
from tests.fakes.archive import FakeArchive
from tests.fakes.attachments import FakeNamedFiles, FakeOwnFiles, FakePackParts
from tests.fakes.autostart import FakeAutostart
from tests.fakes.desktop import (
    FakeClipboard,
    FakeDesktop,
    FakeFocus,
    FakeHotkeys,
    FakeKeys,
    FakeTyping,
)
from tests.fakes.jobs import ManualJobs
from tests.fakes.other_windows import FakeWindowWatch
from tests.fakes.own_windows import FakeOwnWindows
from tests.fakes.packs import FollowsNone, Made, MadePacks
from tests.fakes.personal import FakePersonalStore
from tests.packs import NoCache

T = TypeVar("T", bound=QWidget)
RESOURCES = Path(__file__).parents[2] / "resources"


def phrase(number: str, title: str, text: str, code: str = "") -> Phrase:
    return Phrase(f"p/{number}/1", number, title, text, code, placeholders=placeholders(text))


LIBRARY = Library(
    (
        Category(
            "greet",
            "招呼",
            (
                Group(
                    "初次进店",
                    (
                        phrase("greet.first", "热情问候", "您好，欢迎光临{{ 店铺 }}", "nh"),
                        phrase("greet.busy", "忙碌", "稍等一下哈，马上回复您", "sd"),
                    ),
                ),
                Group("老客", (phrase("greet.back", "欢迎回来", "又见面啦，您好呀", "hl"),)),
            ),
        ),
        Category(
            "price",
            "价格",
            (
                Group(
                    "报价",
                    (
                        phrase("price.quote", "报价", "一共 {{ 应付 }} 元，{{ 收件人 }}您好", "bj"),
                        phrase("price.twice", "复述", "{{ 收件人 }}，{{ 收件人 }}收到请回复", "fs"),
                    ),
                ),
            ),
        ),
    )
)


NOT_PUBLISHING = publish_desk(PackSource(NoCache(), tuple), Path("nowhere"), SystemClock())
"""Nearly everybody: no repository, no keys."""


@cache
def index_of(library: Library) -> Index:
    return Index.build(tuple(library.phrases()))


def pack_of(library: Library) -> Pack:
    return Pack("p", "示例代购店", 1, "zh-CN", library, None, {})


class Agent:
    """Somebody at the window, who presses, clicks and looks."""

    def __init__(
        self,
        app: QApplication,
        store: FakePersonalStore,
        library: Library,
        publishing: PublishDesk,
        sources: Sources,
    ) -> None:
        self.store = store
        self.publishing = publishing
        self.desktop = FakeDesktop()
        self.chat = self.desktop.open(9_001)  # Qt gives its own windows small numbers here
        self.typing = FakeTyping(self.desktop)
        self.own = FakeOwnWindows(self.desktop)
        self.others = FakeWindowWatch()
        self.quits = 0
        self.pack_parts, self.own_files = FakePackParts(), FakeOwnFiles()
        self.named_files = FakeNamedFiles()
        self.jobs = ManualJobs()
        self.places: dict[str, Made] = {}
        self.put_on_shelf("p", pack_of(library))
        shelf = Shelf(MadePacks(), lambda: self.places, store)
        self.current = CurrentPack(shelf, self.jobs, self.desktop.time)
        self.following = Following(
            sources, PackSource(NoCache(), tuple), store, self.jobs, self.desktop.time, lambda: 0.5
        )
        self.attachments = Attachments(self.current, self.own_files, self.named_files)
        self.autostart = FakeAutostart()
        self.archive = FakeArchive(self.desktop.time.now)
        self.restored: list[Backup] = []
        self.checks: list[Check] = []
        self.library = LibraryService(
            library, index_of(library), PLACEHOLDERS, store, self.desktop.time
        )
        self.hotkeys = HotkeyService(
            FakeHotkeys(self.desktop),
            store,
            lambda: self.library.overlay().hotkeys,
            lambda command: self.window.run(command),  # noqa: PLW0108 - it is made below
            lambda command: self.window.describe(command),  # noqa: PLW0108 - as above
        )
        self.current.on_change.append(
            lambda: self.library.show(
                self.current.pack.library, self.current.index, self.current.names
            )
        )
        self.window = MainWindow(app, store, self.own, FakeFocus(self.desktop), RESOURCES)
        self.window.furnish(self._services(), [phrase_room(), order_room()])
        self.library.on_change.append(self.bind)
        self.hotkeys.watch(self.bind)
        self.bind()

    def put_on_shelf(self, key: str, pack: Pack) -> None:
        """What the machine has; a newer edition if it had one."""
        self.places[key] = Made(Opened(pack, index_of(pack.library), self.pack_parts))

    def follows(self, *followed: Followed) -> None:
        """The machine has looked at what it follows."""
        self.following.followed = followed
        for heard in self.following.on_change:
            heard()

    def bind(self) -> None:
        """Takes the hotkeys from the system, as ``desktop.window`` does."""
        self.window.tell_refused(self.hotkeys.apply())

    @property
    def sent(self) -> str:
        """What stands in the chat box, once everything under way has arrived."""
        self.desktop.time.pass_ms(2_000)
        return self.desktop.windows[self.chat.window].text

    @property
    def clipboard(self) -> str:
        return self.desktop.content.get("text/plain", b"").decode()

    @property
    def search(self) -> SearchBox:
        return self.one(SearchBox)

    @property
    def fields(self) -> list[Field]:
        return [field for field in self.window.findChildren(Field) if field.isVisible()]

    @property
    def rows(self) -> RowList:
        return self.one(RowList)

    @property
    def lines(self) -> list[str]:
        """What the list says, a row each."""
        model = self.rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def toast(self) -> str:
        toast = next(w for w in self.window.findChildren(QWidget) if w.objectName() == "toast")
        return toast.accessibleName() if toast.isVisible() else ""

    @property
    def texts(self) -> list[str]:
        """Everything that is written on labels and buttons to be seen now."""
        kinds: tuple[type[QWidget], ...] = (QLabel, QPushButton, QToolButton)
        found = [w for kind in kinds for w in self.window.findChildren(kind) if w.isVisible()]
        return [w.text() for w in found]  # type: ignore[attr-defined]

    def one(self, kind: type[T], name: str = "") -> T:
        found = [
            w for w in self.window.findChildren(kind) if not name or w.accessibleName() == name
        ]
        assert len(found) == 1, (kind, name, len(found))
        return found[0]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Presses a key where the focus is."""
        modifiers = held or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def write(self, text: str) -> None:
        """Types, what has no key of its own by input method."""
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget(), text)
        else:
            self.compose(commit=text)
            QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Space)

    def compose(self, preedit: str = "", commit: str = "") -> None:
        """What an input method sends."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def click_row(self, row: int) -> None:
        rows = self.rows
        place = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click(self, text: str) -> None:
        """Clicks the button that shows this text."""
        kinds: tuple[type[QWidget], ...] = (QPushButton, QToolButton)
        buttons = [w for kind in kinds for w in self.window.findChildren(kind) if w.isVisible()]
        [button] = [w for w in buttons if text in (w.text(), w.accessibleName())]  # type: ignore[attr-defined]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    def line_edit(self, name: str) -> QLineEdit:
        return self.one(QLineEdit, name)

    def _services(self) -> WindowServices:
        desktop = self.desktop
        clipboard, focus = FakeClipboard(desktop), FakeFocus(desktop)
        return WindowServices(
            current=self.current,
            following=self.following,
            clock=desktop.time,
            library=self.library,
            attachments=self.attachments,
            insertion=InsertionService(
                clipboard,
                focus,
                FakeKeys(desktop),
                desktop.time,
                desktop.time,
                lambda: PASTE_RULES.of(self.store),
            ),
            reply_clock=ReplyClock(desktop.time, self.store),
            typed_codes=TypedCodes(
                self.typing,
                focus,
                self.library,
                self.store,
                lambda i: self.window.run(f"phrase:{i}"),
            ),
            focus=focus,
            clipboard=clipboard,
            windows=self.own,
            docking=DockingService(self.others, self.store),
            settings=self.store,
            automatic_values=lambda: {"店铺": "示例代购店"},
            hotkeys=self.hotkeys,
            machine=Machine(
                autostart=self.autostart,
                archive=self.archive,
                restore=self.restored.append,
                diagnose=lambda _words: self.checks,
            ),
            publishing=self.publishing,
            jobs=self.jobs,
            quit=self._quit,
        )

    def _quit(self) -> None:
        self.quits += 1


Come = Callable[..., Agent]


@pytest.fixture
def come(qapp: QApplication) -> Iterator[Come]:
    """An agent comes to the window; what was kept and the library may be given."""
    here: list[Agent] = []

    def arrive(
        overlay: Overlay | None = None,
        library: Library = LIBRARY,
        publishing: PublishDesk | None = None,
        sources: Sources | None = None,
        **settings: str,
    ) -> Agent:
        settings = {"window.language": "en", "window.theme": "light", **settings}
        store = FakePersonalStore(overlay, **settings)
        agent = Agent(qapp, store, library, publishing or NOT_PUBLISHING, sources or FollowsNone())
        here.append(agent)
        agent.window.appear()
        assert QTest.qWaitForWindowActive(agent.window)
        return agent

    yield arrive
    for agent in here:
        agent.store.full = False
        agent.window._desk.languages.use(LanguageWish.ENGLISH)
        agent.window.hide()
        agent.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def agent(come: Come) -> Agent:
    """An agent who starts afresh, in English."""
    return come()
