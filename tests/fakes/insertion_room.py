"""The insertion service on a desktop in memory whose time stands still until moved."""

from __future__ import annotations

from desktop.core.pasting import PasteRules
from desktop.services.content import Content
from desktop.services.insertion import InsertionService, Outcome
from desktop.services.jobs import Typed
from desktop.services.ports import Target
from tests.fakes.desktop import TEXT, FakeClipboard, FakeDesktop, FakeFocus, FakeKeys

PICTURE = {"image/png": b"\x89PNG picture", "text/html": b"<img>"}


class Room:
    """The service on a fresh desktop with a picture on the clipboard."""

    def __init__(self) -> None:
        self.desktop = FakeDesktop()
        self.time = self.desktop.time
        self.keys = FakeKeys(self.desktop)
        self.rules = PasteRules()
        self.service = InsertionService(
            FakeClipboard(self.desktop),
            FakeFocus(self.desktop),
            self.keys,
            self.time,
            self.time,
            lambda: self.rules,
        )
        self.desktop.copy(PICTURE)
        self.outcomes: list[Outcome] = []

    def insert(
        self, *parts: Content | Target | None, typed: Typed | None = None, send: bool = False
    ) -> None:
        """The parts of a phrase, then its window."""
        *contents, target = parts
        self.service.insert(
            tuple(contents),  # type: ignore[arg-type]
            target,  # type: ignore[arg-type]
            self.outcomes.append,
            typed=typed,
            send=send,
        )

    def text(self, window: int = 1) -> str:
        return self.desktop.windows[window].text

    def copied(self) -> str:
        return self.desktop.content.get(TEXT, b"").decode()

    def at_rest(self) -> bool:
        """The picture is back and nothing is left to happen."""
        return self.desktop.content == PICTURE and not self.time.waiting()
