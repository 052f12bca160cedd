"""The main window: header, one open room, tabs; it hides instead of ending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.focus import FocusKeeper
from desktop.ui.i18n import Languages
from desktop.ui.icons import Icons
from desktop.ui.on_top import OnTop
from desktop.ui.shell.place import MAX_WIDTH_PX, MIN_HEIGHT_PX, MIN_WIDTH_PX, Places
from desktop.ui.theme import SIDE_PX, Theme

if TYPE_CHECKING:
    from desktop.services.hotkeys import Refused
    from desktop.services.ports import Action, Focus, Settings, WindowBehaviour
    from desktop.ui.desk import Desk, Room
    from desktop.ui.services import WindowServices
    from desktop.ui.settings.window import SettingsWindow

HEADER_PX = 40
_TRAY_MS = 400
_UNSEEN_MS = 1_000
"""A window on another desktop is not painted; hotkeys must work all the same."""


class MainWindow(QWidget):
    """The one window of the program.

    It ``appear``s empty, soon after the start. Once it ``stands``, it is to be ``furnish``ed with
    everything that takes time to load; only then the other calls make sense. ``run`` takes the
    commands of hotkeys; a second start calls ``come_forward``.

    Signals:
        stands: The window is painted, or cannot be seen.
    """

    stands = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        behaviour: WindowBehaviour,
        focus: Focus,
        resources: Path,
    ) -> None:
        super().__init__()
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        self.setMaximumWidth(MAX_WIDTH_PX)
        self._theme = Theme(app, resources / "styles", settings)
        self._languages = Languages(app, resources / "translations", settings)
        self._icons = Icons(self._theme, resources / "icons")
        self.setWindowIcon(self._icons.plain("miaohui"))
        self._on_top = OnTop(self, settings)
        self._focus = FocusKeeper(self, behaviour, focus)
        self._places = Places(settings)
        self.furnished = False
        self._watcher: Callable[[str], None] | None = None
        self._settings: SettingsWindow | None = None
        self._name = QLabel()  # stands where the header will
        self._name.setObjectName("shop")
        self._name.setIndent(SIDE_PX)
        self._name.setFixedHeight(HEADER_PX)
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._name)
        self._column.addWidget(self._stack, 1)
        self._painted = QTimer(self, singleShot=True, interval=_UNSEEN_MS)
        self._painted.timeout.connect(self.stands)
        self._retranslate()

    def appear(self) -> None:
        """Shows the window where it stood last, without taking the focus."""
        self._places.put(self)
        self.show()
        self._painted.start()

    def furnish(self, services: WindowServices, rooms: Sequence[Room]) -> None:
        """Puts the rooms and the menus in, and opens the first room."""
        from desktop.ui.hotkey_news import HotkeyNews
        from desktop.ui.shell.header import Header
        from desktop.ui.shell.menu import WindowMenu
        from desktop.ui.shell.rooms import Rooms
        from desktop.ui.shell.standing import Standing
        from desktop.ui.shell.tray import Tray
        from desktop.ui.toast import Toast

        self._rooms = Rooms(rooms, lambda: self._desk, self._stack, self)
        self._desk = self._lay_desk(services)
        self._hotkey_news = HotkeyNews(self._desk, self)
        self._standing = Standing(self, self._desk, self._places)
        self._toast = Toast(self)
        menu = WindowMenu(self, self._desk)
        self._column.replaceWidget(self._name, Header(self, menu, self._desk))
        self._name.deleteLater()
        self._rooms.furnish()
        self._column.addWidget(self._rooms.tabs)
        self._tray = Tray(self, self.windowIcon(), menu, self.come_forward, self._desk)
        self._tray_wait = QTimer(self, singleShot=True, interval=_TRAY_MS)
        self._tray_wait.timeout.connect(self._tray.appear)
        self._tray_wait.start()
        self.furnished = True
        self._rooms.panel.enter()

    def dock(self) -> None:
        """Docks beside another program's window, if the agent left it so."""
        self._standing.start_docking()

    def come_forward(self) -> None:
        """Shows the window in front with the keyboard focus: a tray click, a second start."""
        self._focus.take()
        self._rooms.panel.enter()

    def leave(self) -> None:
        """Ends the program, as its menu does."""
        self._desk.services.quit()

    def run(self, command: str) -> None:
        """Runs a command of a hotkey, or ``scenario:<id>``."""
        if self._watcher is not None:
            self._watcher(command)
            return
        from desktop.core.hotkeys import REPLY_CLOCK

        if command == REPLY_CLOCK:
            self._desk.services.reply_clock.start()
            return
        if not self._rooms.run(command):
            self._say(self.tr("The pack of this shop has no rules for prices."), "", None)

    def describe(self, command: str) -> str:
        """What a command does, in the language of the moment."""
        from desktop.ui.hotkey_names import command_name

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
        if not self.furnished:
            return
        from desktop.ui.closing import CLOSE_TO_TRAY

        self._standing.put_away()
        if not CLOSE_TO_TRAY.of(self._desk.services.settings):
            self._desk.services.quit()
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
        if self.furnished:
            self._place_toast()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_desk(self, services: WindowServices) -> Desk:
        from desktop.ui.desk import Desk
        from desktop.ui.docking import Dock
        from desktop.ui.paste_and_send import PasteAndSend
        from desktop.ui.sending import Sender
        from desktop.ui.values import Values

        return Desk(
            services=services,
            theme=self._theme,
            icons=self._icons,
            languages=self._languages,
            on_top=self._on_top,
            paste_and_send=PasteAndSend(services.settings, self),
            dock=Dock(self, services.docking, self._languages, self._say),
            values=Values(services.automatic_values, self),
            focus=self._focus,
            sender=Sender(services, self._focus, self._languages, self._say),
            say=self._say,
            open_room=self._rooms.open,
            open_settings=self._open_settings,
            run=self.run,
            watch_commands=self._watch,
        )

    def _open_settings(self, page_id: str) -> None:
        if self._settings is None:
            from desktop.ui.settings.window import SettingsWindow

            self._settings = SettingsWindow(self._desk, self)
        self._settings.open_page(page_id)

    def _say(self, text: str, label: str, action: Action | None) -> None:
        self._toast.say(text, label, action)
        self._place_toast()

    def _place_toast(self) -> None:
        bottom_px = self._stack.y() + self._rooms.panel.toast_bottom_px()
        self._toast.stand(self.width(), bottom_px)

    def _watch(self, watcher: Callable[[str], None] | None) -> None:
        self._watcher = watcher

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Miaohui"))
        if not self.furnished:
            self._name.setText(self.tr("Miaohui"))
