"""The window's menus, at the header and at the tray: language, theme, the agent's name, quit."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.services.agent import agent_name, set_agent_name
from desktop.services.ports import Action
from desktop.ui.i18n import Languages, LanguageWish
from desktop.ui.services import Settings
from desktop.ui.theme import Theme, ThemeWish

_LANGUAGE, _THEME = "window.language", "window.theme"
_Wish = TypeVar("_Wish", bound=StrEnum)


def language_wish(settings: Settings) -> LanguageWish:
    """The language the agent chose, or the system's."""
    return LanguageWish(settings.setting(_LANGUAGE) or LanguageWish.SYSTEM)


def theme_wish(settings: Settings) -> ThemeWish:
    """The theme the agent chose, or the system's."""
    return ThemeWish(settings.setting(_THEME) or ThemeWish.SYSTEM)


class WindowMenu(QMenu):
    """Choices that concern the whole window; each applies, and is kept, at once.

    Signals:
        agent_named: The agent has another name.
    """

    agent_named = Signal()

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        languages: Languages,
        theme: Theme,
        leave: Action,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._languages = _Choice(
            self, LanguageWish, languages.wish, self._keep(_LANGUAGE, languages.use)
        )
        self._themes = _Choice(self, ThemeWish, theme.wish, self._keep(_THEME, theme.use))
        self._agent = self.addAction("", self._ask_agent)
        self.addSeparator()
        self._leave = self.addAction("", leave)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask_agent(self) -> None:
        """Asks what the agent calls themselves; the next phrase has it."""
        name, given = QInputDialog.getText(
            self.parentWidget(),
            self.tr("Your name"),
            self.tr("What customers know you by, for {{ 客服 }}:"),
            text=agent_name(self._settings),
        )
        if given:
            set_agent_name(self._settings, name)
            self.agent_named.emit()

    def _keep(self, key: str, use: Callable[[_Wish], None]) -> Callable[[_Wish], None]:
        def apply(wish: _Wish) -> None:
            self._settings.set_setting(key, wish)
            use(wish)

        return apply

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
        self._agent.setText(self.tr("Your name…"))
        self._leave.setText(self.tr("Quit"))


class _Choice(Generic[_Wish]):
    """A submenu of which one entry is ticked."""

    def __init__(
        self, menu: QMenu, wishes: type[_Wish], current: _Wish, use: Callable[[_Wish], None]
    ) -> None:
        self._menu = menu.addMenu("")
        group = QActionGroup(menu)
        self._actions = {wish: self._menu.addAction("") for wish in wishes}
        for wish, action in self._actions.items():
            action.setCheckable(True)
            action.setChecked(wish is current)
            action.setActionGroup(group)
        self._use = use
        group.triggered.connect(self._chosen)

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
