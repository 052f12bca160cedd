"""The marked phrase being filled in: what stands in its fields, and what would be sent."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop.core.phrases.model import Phrase
from desktop.core.phrases.templates import preview
from desktop.services.filling import Filled, fill
from desktop.ui.phrases.state import Part
from desktop.ui.values import Value, Values


class Filler(QObject):
    """Values typed by the agent over those that are known; forgotten with the phrase.

    Attributes:
        phrase: The phrase in the preview; None for an empty preview.

    Signals:
        changed: The preview shows something else now.
    """

    changed = Signal()

    def __init__(self, values: Values, parent: QObject) -> None:
        super().__init__(parent)
        self._values = values
        self._typed: dict[str, str] = {}
        self.phrase: Phrase | None = None
        values.changed.connect(self.changed)

    def take(self, phrase: Phrase | None) -> None:
        """Starts on a phrase; what was typed for another one is forgotten."""
        if phrase is None or self.phrase is None or phrase.id != self.phrase.id:
            self._typed = {}
        self.phrase = phrase
        self.changed.emit()

    def type(self, name: str, text: str) -> None:
        """The agent filled, changed or emptied a field."""
        self._typed[name] = text
        self.changed.emit()

    def forget(self, phrase_id: str) -> None:
        """The phrase is sent: the next customer's fields start empty."""
        if self.phrase is not None and self.phrase.id == phrase_id:
            self._typed = {}
            self.changed.emit()

    def parts(self) -> tuple[Part, ...]:
        """The preview."""
        if self.phrase is None:
            return ()
        return preview(self.phrase.text, self._known(self._typed))

    def text(self) -> str | None:
        """Exactly what would be sent; None as long as a field is empty."""
        return self._filled(self.phrase, self._typed) if self.phrase else None

    def ready(self, phrase: Phrase) -> str | None:
        """What would be sent of a phrase that nobody typed anything for; None as above."""
        return self._filled(phrase, {})

    def _filled(self, phrase: Phrase, typed: Mapping[str, str]) -> str | None:
        filled = fill(phrase, self._known(typed))
        return filled.text if isinstance(filled, Filled) else None

    def _known(self, typed: Mapping[str, str]) -> dict[str, Value]:
        known = {**self._values.current(), **typed}
        return {name: value for name, value in known.items() if value != ""}
