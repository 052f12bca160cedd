"""The page for what concerns the whole window: words, colours, names, when it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from desktop.services.agent import AGENT_NAME
from desktop.services.ports import PortError
from desktop.ui.closing import CLOSE_TO_TRAY
from desktop.ui.desk import Desk
from desktop.ui.i18n import LanguageWish
from desktop.ui.settings.page import Choice, Page, Row, Switch
from desktop.ui.theme import ThemeWish


class GeneralPage(Page):
    """The agent's name, language, theme, always-on-top, what closing does."""

    id = "general"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._name = QLineEdit()
        self._name.editingFinished.connect(self._keep_name)
        self._name_row = Row(self._name)
        self._language = Choice(
            LanguageWish, lambda wish: self.keep(lambda: desk.languages.use(wish))
        )
        self._theme = Choice(ThemeWish, lambda wish: self.keep(lambda: desk.theme.use(wish)))
        self._on_top = Switch(lambda on: self.keep(lambda: desk.on_top.use(on)))
        self._to_tray = Switch(
            lambda on: self.keep(lambda: CLOSE_TO_TRAY.keep(desk.services.settings, on))
        )
        self._autostart = Switch(self._start_with_session)
        rows = (
            self._name_row,
            self._language,
            self._theme,
            self._on_top,
            self._to_tray,
            self._autostart,
        )
        for row in rows:
            self.column.addWidget(row)
        desk.theme.changed.connect(self.refresh)
        desk.on_top.changed.connect(self.refresh)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("GeneralPage", "General")

    def refresh(self) -> None:
        """Shows what is kept now."""
        settings = self.desk.services.settings
        self._name.setText(AGENT_NAME.of(settings))
        self._language.show_value(self.desk.languages.wish)
        self._theme.show_value(self.desk.theme.wish)
        self._on_top.show_state(on=self.desk.on_top.wished)
        self._to_tray.show_state(on=CLOSE_TO_TRAY.of(settings))
        self._autostart.show_state(on=self.desk.services.machine.autostart.enabled())

    def retranslate(self) -> None:
        """Writes every text anew."""
        system = self.tr("As the system")
        self._name_row.name(
            self.tr("Your name"), self.tr("What customers know you by; it fills {{ 客服 }}.")
        )
        self._language.name(self.tr("Language"))
        self._language.name_values(
            {
                LanguageWish.SYSTEM: system,
                LanguageWish.CHINESE: "中文",
                LanguageWish.ENGLISH: "English",
            }
        )
        self._theme.name(self.tr("Theme"))
        self._theme.name_values(
            {
                ThemeWish.SYSTEM: system,
                ThemeWish.LIGHT: self.tr("Light"),
                ThemeWish.DARK: self.tr("Dark"),
            }
        )
        self._on_top.name(self.tr("Keep the window above others"))
        self._to_tray.name(
            self.tr("Closing the window hides it in the tray"),
            self.tr("Hotkeys go on working. Otherwise closing ends the program."),
        )
        self._autostart.name(self.tr("Start when I log in"))

    def _start_with_session(self, on: bool) -> None:
        autostart = self.desk.services.machine.autostart
        try:
            (autostart.enable if on else autostart.disable)()
        except PortError as error:
            self.desk.say(self.desk.languages.words.text(f"autostart.{error.code}"), "", None)
            self.refresh()

    def _keep_name(self) -> None:
        name = self._name.text()
        if name.strip() != AGENT_NAME.of(self.desk.services.settings) and self.desk.kept(
            lambda: AGENT_NAME.keep(self.desk.services.settings, name)
        ):
            self.desk.values.changed.emit()
