"""The marked phrase being filled in: what stands in its fields, and what would be sent."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.core.phrases.model import Phrase
from desktop.core.phrases.templates import Value, preview
from desktop.services.filling import Filled, Missing, Refused, fill
from desktop.ui.phrases.state import Shown
from desktop.ui.values import Values


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

    def parts(self) -> tuple[Shown, ...]:
        """The preview, part by part."""
        parts = self.phrase.in_parts() if self.phrase else ()
        known = self._known()
        return tuple(preview(part, known) if isinstance(part, str) else part for part in parts)

    def outcome(self) -> Filled | Missing | Refused | None:
        """Exactly what would be sent, or why nothing would; None without a phrase."""
        return fill(self.phrase, self._known()) if self.phrase else None

    def untouched(self, phrase: Phrase) -> Filled | Missing | Refused:
        """The same for a phrase that nobody typed anything for."""
        return fill(phrase, self._values.current())

    def _known(self) -> dict[str, Value]:
        return {**self._values.current(), **self._typed}
