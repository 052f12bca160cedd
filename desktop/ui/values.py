"""What stands in for placeholders at this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.core.phrases.templates import Value


class Values(QObject):
    """The automatic values, and over them those of the quote the agent is working on.

    Signals:
        changed: A quote came, changed or went.
    """

    changed = Signal()

    def __init__(self, automatic: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._automatic = automatic
        self._quote: Mapping[str, Value] = {}

    def current(self) -> dict[str, Value]:
        """Placeholder name to value."""
        return {**self._automatic(), **self._quote}

    def set_quote(self, values: Mapping[str, Value]) -> None:
        """Takes the values of the quote on the desk; an empty mapping when there is none."""
        if dict(values) != self._quote:
            self._quote = dict(values)
            self.changed.emit()
