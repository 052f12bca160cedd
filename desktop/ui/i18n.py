"""The window's language: Qt translations for its own texts, the shared words for codes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop.services.ports import Settings
from desktop.services.settings import choice
from desktop.services.words import Language, Words


class LanguageWish(StrEnum):
    """What an agent may ask for."""

    SYSTEM = "system"
    CHINESE = "zh"
    ENGLISH = "en"


LANGUAGE = choice("window.language", LanguageWish.SYSTEM)
_LANGUAGES: dict[LanguageWish, Language] = {LanguageWish.CHINESE: "zh", LanguageWish.ENGLISH: "en"}


def system_language() -> Language:
    """Chinese where the system speaks Chinese, English elsewhere."""
    wished = QLocale.system().uiLanguages()
    return "zh" if wished and wished[0].startswith("zh") else "en"


class Languages:
    """Holds the language of the moment; a change reaches every widget as ``LanguageChange``.

    The texts in the code are English, so Chinese is the one that is loaded.
    """

    def __init__(self, app: QCoreApplication, folder: Path, settings: Settings) -> None:
        self._app = app
        self._folder = folder
        self._settings = settings
        self._loaded: tuple[QTranslator, ...] = ()
        self.words = Words("en")
        self._speak()

    @property
    def wish(self) -> LanguageWish:
        """What the agent asked for."""
        return LANGUAGE.of(self._settings)

    def use(self, wish: LanguageWish) -> None:
        """Speaks Chinese, English, or whatever the system does, from now on."""
        LANGUAGE.keep(self._settings, wish)
        self._speak()

    def _speak(self) -> None:
        language = _LANGUAGES.get(self.wish) or system_language()
        if language == self.words.language:
            return
        self.words = Words(language)
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = self._load() if language == "zh" else ()
        for translator in self._loaded:
            self._app.installTranslator(translator)

    def _load(self) -> tuple[QTranslator, ...]:
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return (
            _translator(self._app, "qtbase_zh_CN.qm", Path(qt_texts)),
            _translator(self._app, "miaohui_zh_CN.qm", self._folder),
        )


def _translator(parent: QObject, name: str, folder: Path) -> QTranslator:
    translator = QTranslator(parent)
    translator.load(name, str(folder))
    return translator
