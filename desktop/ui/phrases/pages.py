"""The pages over the list, made when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedLayout

from desktop.core.phrases.model import OWN_CATEGORY, Phrase
from desktop.ui.desk import Desk

if TYPE_CHECKING:
    from desktop.ui.phrases.editor import EditorPage
    from desktop.ui.phrases.hotkey_page import HotkeyPage
    from desktop.ui.phrases.page import Page

_NEW = Phrase("", "", "", "")


class Pages:
    """Opens editor and hotkey page over the list and comes back from them."""

    def __init__(self, desk: Desk, stack: QStackedLayout, reveal: Callable[[str], None]) -> None:
        self._desk = desk
        self._stack = stack
        self._reveal = reveal
        self._editor: EditorPage | None = None
        self._hotkeys: HotkeyPage | None = None

    def write_new(self) -> None:
        """Opens the editor for a new phrase of the agent's own."""
        self._edit(_NEW)

    def edit(self, phrase: Phrase) -> None:
        """Opens the editor; the team's phrase stays, a copy becomes the agent's own."""
        own = phrase.id.startswith(f"{OWN_CATEGORY}/")
        self._edit(phrase if own else _copy(phrase))

    def set_hotkey(self, phrase: Phrase) -> None:
        """Opens the page for the phrase's own hotkey."""
        if self._hotkeys is None:
            from desktop.ui.phrases.hotkey_page import HotkeyPage

            self._hotkeys = HotkeyPage(self._desk)
            self._add(self._hotkeys)
        self._stack.setCurrentWidget(self._hotkeys)
        self._hotkeys.open(phrase, self._desk.services.library.overlay().hotkeys.get(phrase.id))

    def _edit(self, phrase: Phrase) -> None:
        if self._editor is None:
            from desktop.ui.phrases.editor import EditorPage

            self._editor = EditorPage(self._desk)
            self._editor.saved.connect(self._reveal)
            self._editor.discarded.connect(self._offer_back)
            self._add(self._editor)
        self._stack.setCurrentWidget(self._editor)
        self._editor.open(phrase)

    def _add(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.left.connect(self._back)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)

    def _offer_back(self, draft: Phrase) -> None:
        translate = QCoreApplication.translate
        said = translate("Pages", "Left without saving.")
        self._desk.say(said, translate("Pages", "Go on"), lambda: self._edit(draft))


def _copy(phrase: Phrase) -> Phrase:
    return replace(_NEW, title=phrase.title, text=phrase.text, parts=phrase.parts)
