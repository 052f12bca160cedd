"""The main window: header, one open room, tabs; it hides instead of ending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.hotkeys import REPLY_CLOCK
from desktop.services.hotkeys import Refused
from desktop.services.ports import Action
from desktop.ui.closing import CLOSE_TO_TRAY
from desktop.ui.desk import Desk, Panel, Room
from desktop.ui.docking import Dock
from desktop.ui.focus import FocusKeeper
from desktop.ui.hotkey_names import command_name
from desktop.ui.hotkey_news import HotkeyNews
from desktop.ui.i18n import Languages
from desktop.ui.icons import Icons
from desktop.ui.on_top import OnTop
from desktop.ui.paste_and_send import PasteAndSend
from desktop.ui.sending import Sender
from desktop.ui.services import WindowServices
from desktop.ui.shell.header import Header
from desktop.ui.shell.menu import WindowMenu
from desktop.ui.shell.place import MAX_WIDTH_PX, MIN_HEIGHT_PX, MIN_WIDTH_PX
from desktop.ui.shell.standing import Standing
from desktop.ui.shell.tabs import Tabs
from desktop.ui.shell.tray import Tray
from desktop.ui.theme import Theme
from desktop.ui.toast import Toast
from desktop.ui.values import Values

if TYPE_CHECKING:
    from desktop.ui.settings.window import SettingsWindow

_TRAY_MS = 400
_UNSEEN_MS = 1_000
"""A window on another desktop is not painted; hotkeys must work all the same."""


class MainWindow(QWidget):
    """The one window of the program.

    ``run`` takes the commands of hotkeys; a second start calls ``come_forward``. Nothing is
    shown until ``appear``.

    Signals:
        stands: The window is painted, or cannot be seen: what it can do without may be loaded.
    """

    stands = Signal()

    def __init__(self, app: QApplication, services: WindowServices, rooms: Sequence[Room]) -> None:
        super().__init__()
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        self.setMaximumWidth(MAX_WIDTH_PX)
        self._services = services
        self._rooms = rooms
        self._panels: dict[int, Panel] = {}
        self._number = 0
        self._watcher: Callable[[str], None] | None = None
        self._settings: SettingsWindow | None = None
        self._desk = self._lay_desk(app)
        self._hotkey_news = HotkeyNews(self._desk, self)
        self._standing = Standing(self, self._desk)
        self._menu = WindowMenu(self, self._desk)
        icon = self._desk.icons.plain("miaohui")
        self.setWindowIcon(icon)
        self._tray = Tray(self, icon, self._menu, self.come_forward, self._desk)
        self._build()
        self._tray_wait = QTimer(self, singleShot=True, interval=_TRAY_MS)
        self._tray_wait.timeout.connect(self._tray.appear)
        self._painted = QTimer(self, singleShot=True, interval=_UNSEEN_MS)
        self._painted.timeout.connect(self.stands)
        self._retranslate()
        self._open(0)

    def appear(self) -> None:
        """Shows the window where it stood last, without taking the focus."""
        self._standing.recall()
        self._panel(self._number).enter()
        self.show()
        self._painted.start()
        self._tray_wait.start()

    def dock(self) -> None:
        """Docks beside another program's window, if the agent left it so."""
        self._standing.start_docking()

    def come_forward(self) -> None:
        """Shows the window in front with the keyboard focus: a tray click, a second start."""
        self._desk.focus.take()
        self._panel(self._number).enter()

    def leave(self) -> None:
        """Ends the program, as its menu does."""
        self._services.quit()

    def run(self, command: str) -> None:
        """Runs a command of a hotkey, or ``scenario:<id>``."""
        if self._watcher is not None:
            self._watcher(command)
            return
        if command == REPLY_CLOCK:
            self._services.reply_clock.start()
            return
        number = next(n for n, room in enumerate(self._rooms) if room.runs(command))
        self._panel(number).run(command)

    def describe(self, command: str) -> str:
        """What a command does, in the language of the moment."""
        return command_name(self._desk, command)

    def tell_refused(self, refused: Sequence[Refused]) -> None:
        """Says which hotkeys we did not get, and why; nothing if that is no news."""
        self._hotkey_news.tell(refused)

    def tell_no_typing(self, reason: str) -> None:
        """Says why typed codes, which are switched on, cannot be had."""
        self._say(self._desk.languages.words.text(f"typing.{reason}"), "", None)

    def keep(self, action: Action) -> None:
        """Does what keeps something, and says it if that failed."""
        self._desk.kept(action)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hides to the tray, or steps aside where there is none; ends the program if wished."""
        event.ignore()
        self._standing.put_away()
        if not CLOSE_TO_TRAY.of(self._services.settings):
            self._services.quit()
        elif self._tray.appear():
            self.hide()
            self._tray.tell_once()
        else:
            self.showMinimized()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notes the first time; what stands in the window is painted with it."""
        super().paintEvent(event)
        if self._painted.isActive():
            self._painted.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the toast in its place."""
        super().resizeEvent(event)
        self._place_toast()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_desk(self, app: QApplication) -> Desk:
        services, resources = self._services, self._services.resources
        theme = Theme(app, resources / "styles", services.settings)
        languages = Languages(app, resources / "translations", services.settings)
        focus = FocusKeeper(self, services.windows, services.focus)
        return Desk(
            services=services,
            theme=theme,
            icons=Icons(theme, resources / "icons"),
            languages=languages,
            on_top=OnTop(self, services.settings),
            paste_and_send=PasteAndSend(services.settings, self),
            dock=Dock(self, services.docking, languages, self._say),
            values=Values(services.automatic_values, self),
            focus=focus,
            sender=Sender(services, focus, languages, self._say),
            say=self._say,
            open_room=self._open_room,
            open_settings=self._open_settings,
            run=self.run,
            watch_commands=self._watch,
        )

    def _build(self) -> None:
        desk = self._desk
        header = Header(self._services.shop_name, self._menu, desk)
        self._stack = QStackedWidget()
        self._tabs = Tabs(self._rooms, desk.theme, desk.icons)
        self._tabs.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._stack, 1)
        column.addWidget(self._tabs)
        self._toast = Toast(self)
        for number in range(len(self._rooms)):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, self._goer(number))

    def _goer(self, number: int) -> Action:
        def go() -> None:
            self._open(number)
            self._panel(number).enter()

        return go

    def _open(self, number: int) -> None:
        self._number = number
        self._tabs.show_open(number)
        self._stack.setCurrentWidget(self._panel(number))

    def _open_room(self, room_id: str) -> None:
        self._open(next(n for n, room in enumerate(self._rooms) if room.id == room_id))

    def _open_settings(self, page_id: str) -> None:
        if self._settings is None:
            from desktop.ui.settings.window import SettingsWindow

            self._settings = SettingsWindow(self._desk, self)
        self._settings.open_page(page_id)

    def _panel(self, number: int) -> Panel:
        if number not in self._panels:
            self._panels[number] = self._rooms[number].build(self._desk)
            self._stack.addWidget(self._panels[number])
        return self._panels[number]

    def _say(self, text: str, label: str, action: Action | None) -> None:
        self._toast.say(text, label, action)
        self._place_toast()

    def _place_toast(self) -> None:
        panel = self._panel(self._number)
        self._toast.stand(self.width(), self._stack.y() + panel.toast_bottom_px())

    def _watch(self, watcher: Callable[[str], None] | None) -> None:
        self._watcher = watcher

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Miaohui"))
