"""The clipboard on loan: what the agent had on it is kept, and given back when we are done."""

from __future__ import annotations

from collections.abc import Callable

from desktop.services.content import Content
from desktop.services.ports import Clipboard, Snapshot, Target


class ClipboardLoan:
    """Lends the clipboard to one phrase after the other; any call may raise PortError."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self._backup: Snapshot | None = None

    @property
    def outstanding(self) -> bool:
        """Whether there is something to give back."""
        return self._backup is not None

    def intact(self) -> bool:
        """Whether the clipboard is on loan and nobody has put something else on it."""
        return self._backup is not None and self._clipboard.ours()

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts a part of a phrase on it; ``on_read`` is called at readings until the next is put.

        What is kept is what was there before the first phrase, or what the agent copied since.
        """
        if not self.intact():
            self._backup = self._clipboard.snapshot()
        self._clipboard.offer(content, target, on_read)

    def settled(self) -> bool:
        """Whether the target could read now what is on it."""
        return self._clipboard.settled()

    def give_back(self) -> None:
        """Puts back what was there, unless the agent has copied something else meanwhile."""
        if self._backup is not None and self._clipboard.ours():
            self._clipboard.restore(self._backup)
        self._backup = None

    def leave(self, content: Content) -> None:
        """Puts something on it to stay."""
        self._clipboard.put(content)
        self._backup = None
