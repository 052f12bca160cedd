"""The window's menus, at the header and at the tray: docking, language, theme, settings, quit."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.ports import Action
from desktop.ui.desk import Desk
from desktop.ui.i18n import LanguageWish
from desktop.ui.shell.dock_menu import DOCK_KEYS, DockMenu
from desktop.ui.theme import ThemeWish

if TYPE_CHECKING:
    from desktop.ui.packs.publish import PublishWindow

_Wish = TypeVar("_Wish", bound=StrEnum)


class WindowMenu(QMenu):
    """Choices that concern the whole window; each applies, and is kept, at once."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.addMenu(DockMenu(self, desk))
        QShortcut(QKeySequence(DOCK_KEYS), window, desk.dock.toggle)
        self._languages = _Choice(
            self,
            LanguageWish,
            lambda: desk.languages.wish,
            lambda wish: desk.kept(lambda: desk.languages.use(wish)),
        )
        self._themes = _Choice(
            self,
            ThemeWish,
            lambda: desk.theme.wish,
            lambda wish: desk.kept(lambda: desk.theme.use(wish)),
        )
        self._settings = self.addAction("", lambda: desk.open_settings(""))
        self._settings.setShortcut(QKeySequence("Ctrl+,"))
        window.addAction(self._settings)  # a menu's own keys work only while it is open
        self._publish = self.addAction("", self._open_publish)
        self._opened: PublishWindow | None = None
        self.aboutToShow.connect(self._offer)
        self._offer()
        self.addSeparator()
        self._leave = self.addAction("", desk.services.quit)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _offer(self) -> None:
        """Publishing is for those who hold keys."""
        self._publish.setVisible(self._desk.services.publishing.has_keys())

    def _open_publish(self) -> None:
        from desktop.ui.packs.publish import PublishWindow  # few agents ever do

        if self._opened is None:
            publishing = self._desk.services.publishing
            self._opened = PublishWindow(self._desk, publishing, self._window)
        self._opened.open()

    def _retranslate(self) -> None:
        self._languages.name(
            self.tr("Language"),
            {
                LanguageWish.SYSTEM: self.tr("As the system"),
                LanguageWish.CHINESE: "中文",
                LanguageWish.ENGLISH: "English",
            },
        )
        self._themes.name(
            self.tr("Theme"),
            {
                ThemeWish.SYSTEM: self.tr("As the system"),
                ThemeWish.LIGHT: self.tr("Light"),
                ThemeWish.DARK: self.tr("Dark"),
            },
        )
        self._settings.setText(self.tr("Settings…"))
        self._publish.setText(self.tr("Publish a pack…"))
        self._leave.setText(self.tr("Quit"))


class _Choice(Generic[_Wish]):
    """A submenu of which one entry is ticked."""

    def __init__(
        self,
        menu: QMenu,
        wishes: type[_Wish],
        current: Callable[[], _Wish],
        use: Callable[[_Wish], object],
    ) -> None:
        self._menu = menu.addMenu("")
        group = QActionGroup(menu)
        self._actions = {wish: self._menu.addAction("") for wish in wishes}
        for action in self._actions.values():
            action.setCheckable(True)
            action.setActionGroup(group)
        self._current = current
        self._use = use
        self._menu.aboutToShow.connect(self._tick)
        group.triggered.connect(self._chosen)

    def _tick(self) -> None:
        self._actions[self._current()].setChecked(True)

    def _chosen(self, chosen: QAction) -> None:
        self._use(next(wish for wish, action in self._actions.items() if action == chosen))

    def name(self, title: str, names: dict[_Wish, str]) -> None:
        self._menu.setTitle(title)
        for wish, action in self._actions.items():
            action.setText(names[wish])


class TrayMenu(QMenu):
    """What the tray offers: the window, its menu's choices, and the way out."""

    def __init__(self, window_menu: WindowMenu, show: Action) -> None:
        super().__init__()
        self._show = self.addAction("", show)
        self.addSeparator()
        self.addActions(window_menu.actions())
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._show.setText(self.tr("Show the window"))
