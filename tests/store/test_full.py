"""On a full disk every change says so and changes nothing; the fake of the store is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import Overlay, Phrase
from desktop.services.ports import NotKeptError, PersonalStore
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.fakes.personal import FakePersonalStore

OWN = Phrase("own/1", "", "话术", "您好" * 200)
F6 = parse_hotkey("F6")
DAY = "2026-02-03"
LONG = "x" * 5_000

CHANGES: dict[str, Callable[[PersonalStore, int], None]] = {
    "a phrase": lambda store, n: store.save_own(Phrase(f"own/{n}", "", "t", LONG)),
    "an undone deletion": lambda store, n: store.replace(
        Overlay(own=tuple(Phrase(f"own/{m}", "", "t", LONG) for m in range(n + 1)))
    ),
    "pins": lambda store, n: store.set_pins(tuple(f"{LONG}{m}" for m in range(n + 1))),
    "a hotkey": lambda store, n: store.set_hotkey(f"{LONG}{n}", F6),
    "a use": lambda store, n: store.record_use(f"{LONG}{n}", 1.0),
    "an answer": lambda store, n: store.record_reply(DAY, n),
    "a setting": lambda store, n: store.set_setting(f"{n}", LONG),
}


class Full:
    """A store with something in it, and no room for more."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.database = Database(folder / "miaohui.db", lambda: datetime.now(UTC))
        self.fake = FakePersonalStore()
        self.store: PersonalStore = self.fake
        if kind == "real":
            self.store = SqlitePersonalStore(self.database)
        self.store.save_own(OWN)
        self.store.set_pins(("own/1",))
        self.store.set_hotkey("own/1", F6)
        self.fake.full = True
        # the largest size the file may have is the nearest thing to a full disk without being root
        self.database.db.pragma("max_page_count", self.database.db.pragma("page_count"))

    def holds(self) -> tuple[object, ...]:
        settings = [self.store.setting(str(n)) for n in range(200)]
        return self.store.overlay(), self.store.replies(DAY), settings


@pytest.fixture(params=["real", "fake"])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Full]:
    world = Full(request.param, tmp_path)
    yield world
    world.database.close()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_finds_no_room_says_so_and_leaves_everything_as_it_was(
    full: Full, change: str
) -> None:
    before, told = change_until_full(full, change)
    assert told.code == "full"
    assert told.values["path"].endswith("miaohui.db")
    assert full.holds() == before


def change_until_full(full: Full, change: str) -> tuple[object, NotKeptError]:
    """What was held before the change that found no room, and what that one said."""
    for number in range(20_000):
        before = full.holds()
        try:
            CHANGES[change](full.store, number)
        except NotKeptError as error:
            return before, error
    pytest.fail("there was always room")
