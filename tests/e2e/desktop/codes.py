"""Typed codes switched on, and somebody who types them into a chat box."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from desktop.core.phrases.model import Phrase
from desktop.platform.paths import Paths
from desktop.services.typed_codes import TYPED_CODES
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.e2e.desktop.chatboxes import ChatBox
from tests.e2e.desktop.session import Desktop, eventually

PHRASE = "亲，这款真的很超值哦😊\n第二行：质量您放心。"
"""Its code is ``cz``."""
FIELDS = "{{ 收件人 }}您好，马上为您发货"
"""Its code is ``fh9``."""


def switched_on(home: Path) -> Path:
    """Makes a data folder with the two phrases, and typed codes switched on."""
    home.mkdir(parents=True)
    database = Database(Paths(home, home).database, lambda: datetime.now(UTC))
    store = SqlitePersonalStore(database)
    store.save_own(Phrase("own/1", "", "超值", PHRASE, "cz"))
    store.save_own(Phrase("own/2", "", "发货", FIELDS, "fh9", placeholders=("收件人",)))
    TYPED_CODES.keep(store, value=True)
    database.close()
    return home


def type_keys(x11: Desktop, text: str, delay_ms: int = 12) -> None:
    x11.run("xdotool", "type", "--delay", str(delay_ms), text)


def becomes(box: ChatBox, text: str) -> None:
    with contextlib.suppress(AssertionError):
        eventually(lambda: box.text() == text, "the text in the chat box", 5)
    found = box.text()
    assert found == text, f"{found!r} in the chat box, and not {text!r}"
