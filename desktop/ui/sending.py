"""Pasting and copying, with one line for the agent when it did not go as wished."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.insertion import CopiedOnly, Failed, Outcome, Unsent
from desktop.services.jobs import Typed
from desktop.services.ports import Action, PortError
from desktop.ui.focus import FocusKeeper
from desktop.ui.i18n import Languages
from desktop.ui.keeping import Say, kept
from desktop.ui.services import WindowServices


class Sender:
    """Brings texts to the chat window, or to the clipboard."""

    def __init__(
        self, services: WindowServices, keeper: FocusKeeper, languages: Languages, say: Say
    ) -> None:
        self._services = services
        self._keeper = keeper
        self._languages = languages
        self._say = say

    def paste(self, text: str, done: Action | None = None, typed: Typed | None = None) -> None:
        """Types a text where the chat window's caret is; ``done`` is called once it stands there.

        It takes the place of what was ``typed`` for it. If it cannot be pasted it stays on the
        clipboard and the window says why.
        """

        def told(outcome: Outcome) -> None:
            if not isinstance(outcome, Failed):  # where only copying works, that is the answer
                self._keep(self._services.reply_clock.stop)
            if isinstance(outcome, CopiedOnly | Failed):
                self._say(self._why(outcome), "", None)
                return
            if isinstance(outcome, Unsent):
                self._say(self._languages.words.text("insertion.unsent"), "", None)
            if done is not None:
                self._keep(done)

        target = typed.target if typed else self._keeper.target()
        self._services.insertion.insert((text,), target, told, typed=typed)

    def _why(self, outcome: CopiedOnly | Failed) -> str:
        words = self._languages.words
        why = words.text(f"insertion.{outcome.reason}")
        if not outcome.arrived:
            return why
        return words.text("insertion.part", part=outcome.arrived + 1, why=why)

    def _keep(self, action: Action) -> None:
        kept(action, self._languages, self._say)

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard to stay."""
        try:
            self._services.clipboard.put(text)
        except PortError as error:
            self._say(self._languages.words.text(f"insertion.{error.code}"), "", None)
        else:
            self._say(QCoreApplication.translate("Sender", "Copied."), "", None)
