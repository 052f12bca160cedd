"""What the database keeps is what was put in; the fake of it is held to the same."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.core.phrases.model import Attachment, Overlay, Part, Phrase
from desktop.services.ports import PersonalStore
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.fakes.personal import FakePersonalStore

IDS = st.sampled_from(["own/1", "own/2", "own/3", "pack/a.b/1"])
HOTKEYS = st.sampled_from([None, parse_hotkey("Ctrl+Alt+J"), parse_hotkey("F5")])
DAYS_OF_TWO = ["2026-02-03", "2026-02-04"]
DAYS = st.sampled_from(DAYS_OF_TWO)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}\0"), max_size=8)
ATTACHMENTS = st.builds(
    Attachment, st.sampled_from(["picture", "file"]), TEXTS, TEXTS, st.integers(0, 10**9)
)


class Stores(RuleBasedStateMachine):
    """Does the same to the database and to the fake; both must tell the same."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.fake = FakePersonalStore()
        self.open()

    def open(self) -> None:
        self.database = Database(self.folder / "miaohui.db", lambda: datetime.now(UTC))
        self.real = SqlitePersonalStore(self.database)

    @property
    def both(self) -> tuple[PersonalStore, PersonalStore]:
        return self.real, self.fake

    @rule(
        phrase_id=IDS,
        title=TEXTS,
        text=TEXTS,
        tags=st.lists(TEXTS, max_size=2),
        parts=st.lists(TEXTS | ATTACHMENTS, max_size=3),
    )
    def save(
        self, phrase_id: str, title: str, text: str, tags: list[str], parts: list[Part]
    ) -> None:
        phrase = Phrase(phrase_id, "", title, text, "", tuple(tags), parts=tuple(parts))
        for store in self.both:
            store.save_own(phrase)

    @rule(phrase_id=IDS)
    def delete(self, phrase_id: str) -> None:
        for store in self.both:
            store.delete_own(phrase_id)

    @rule(pins=st.lists(IDS, unique=True))
    def pin(self, pins: list[str]) -> None:
        for store in self.both:
            store.set_pins(tuple(pins))

    @rule(phrase_id=IDS, hotkey=HOTKEYS)
    def give_hotkey(self, phrase_id: str, hotkey: Hotkey | None) -> None:
        for store in self.both:
            store.set_hotkey(phrase_id, hotkey)

    @rule(phrase_id=IDS, at_s=st.integers(0, 10**10))
    def use(self, phrase_id: str, at_s: int) -> None:
        for store in self.both:
            store.record_use(phrase_id, at_s)

    @rule(day=DAYS, took_ms=st.integers(0, 10**6))
    def answer(self, day: str, took_ms: int) -> None:
        for store in self.both:
            store.record_reply(day, took_ms)

    @rule(key=TEXTS, value=TEXTS)
    def set(self, key: str, value: str) -> None:
        for store in self.both:
            store.set_setting(key, value)
            assert store.setting(key) == value

    @rule()
    def undo_everything(self) -> None:
        for store in self.both:
            store.replace(Overlay(own=store.overlay().own[:1]))

    @rule()
    def start_again(self) -> None:
        self.database.close()
        self.open()
        for key, value in self.fake.settings.items():
            assert self.real.setting(key) == value

    @invariant()
    def tell_the_same(self) -> None:
        if hasattr(self, "real"):
            assert self.real.overlay() == self.fake.overlay()
            for day in DAYS_OF_TWO:
                assert self.real.replies(day) == self.fake.replies(day)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            shutil.rmtree(self.folder)


TestStores = Stores.TestCase
TestStores.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
