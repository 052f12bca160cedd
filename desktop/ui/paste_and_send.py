"""Whether a phrase may be pasted and sent with one key; off until an agent switches it on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.services.pasting import PASTE_AND_SEND
from desktop.services.ports import Settings


class PasteAndSend(QObject):
    """Keeps the agent's wish and tells it.

    Signals:
        changed: The agent wants the other state.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def on(self) -> bool:
        """Whether it may."""
        return PASTE_AND_SEND.of(self._settings)

    def use(self, on: bool) -> None:
        """Takes the wish at once."""
        PASTE_AND_SEND.keep(self._settings, on)
        self.changed.emit()
