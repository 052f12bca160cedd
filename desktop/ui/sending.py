"""Pasting and copying, with one line for the agent when it did not go as wished."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.phrases.model import Attachment, Part, joined
from desktop.core.problems import InputError
from desktop.services.content import Content
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

    def paste(
        self,
        parts: tuple[Part, ...],
        done: Action | None = None,
        *,
        typed: Typed | None = None,
        send: bool = False,
    ) -> None:
        """Pastes a phrase where the chat window's caret is, or says why it cannot.

        What could not be pasted stays on the clipboard.

        Args:
            parts: What is pasted, one after the other.
            done: Called once it stands there.
            typed: What it takes the place of.
            send: Whether the chat window's send key follows.
        """

        def told(outcome: Outcome) -> None:
            if not isinstance(outcome, Failed):  # where only copying works, that is the answer
                self._keep(self._services.reply_clock.stop)
            if isinstance(outcome, CopiedOnly | Failed):
                self._say(self._why(outcome, parts[outcome.arrived :]), "", None)
                return
            if isinstance(outcome, Unsent):
                self._say(self._languages.words.text("insertion.unsent"), "", None)
            if done is not None:
                self._keep(done)

        contents = self._contents(parts)
        if contents:
            target = typed.target if typed else self._keeper.target()
            self._services.insertion.insert(contents, target, told, typed=typed, send=send)

    def copy(self, *parts: Part) -> None:
        """Puts on the clipboard to stay what it can hold: the texts, or the one picture or file."""
        texts = joined(parts)
        contents = (texts,) if texts else self._contents(parts)
        if not contents:
            return
        try:
            self._services.clipboard.put(contents[0])
        except PortError as error:
            self._say(self._languages.words.text(f"insertion.{error.code}"), "", None)
        else:
            self._say(_copied(whole=not _left_out(parts)), "", None)

    def _contents(self, parts: tuple[Part, ...]) -> tuple[Content, ...]:
        """The parts as they go to another program; nothing if one cannot be had, which is said."""
        contents: list[Content] = []

        def fetch() -> None:
            contents.extend(self._services.attachments.content(part) for part in parts)

        try:
            fetched = kept(fetch, self._languages, self._say)
        except InputError as wrong:
            words = self._languages.words
            self._say("; ".join(map(words.problem, wrong.problems)), "", None)
            return ()
        return tuple(contents) if fetched else ()

    def _why(self, outcome: CopiedOnly | Failed, left: tuple[Part, ...]) -> str:
        """Why it did not go as wished, at which part, and what the copy does not hold."""
        words = self._languages.words
        why = words.text(f"insertion.{outcome.reason}")
        if outcome.arrived:
            why = words.text("insertion.part", part=outcome.arrived + 1, why=why)
        if isinstance(outcome, CopiedOnly) and _left_out(left):
            why = words.text("insertion.texts_alone", why=why)
        return why

    def _keep(self, action: Action) -> None:
        kept(action, self._languages, self._say)


def _left_out(parts: tuple[Part, ...]) -> bool:
    """Whether a copy of them holds their texts and nothing else that is among them."""
    return bool(joined(parts)) and any(isinstance(part, Attachment) for part in parts)


def _copied(*, whole: bool) -> str:
    translate = QCoreApplication.translate
    copied = translate("Sender", "Copied.")
    texts = translate("Sender", "The texts are copied; the clipboard holds no more at a time.")
    return copied if whole else texts
