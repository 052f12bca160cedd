"""What one agent keeps, in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from desktop.store.database import Database

if TYPE_CHECKING:
    from desktop.core.hotkeys import Hotkey
    from desktop.core.phrases.model import Overlay, Phrase

_COLUMNS = "id, title, text, code, tags, parts"
_SELECT = f"SELECT {_COLUMNS} FROM own_phrase ORDER BY place"  # noqa: S608
_INSERT = f"INSERT INTO own_phrase ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608


class SqlitePersonalStore:
    """The agent's own phrases, pins, hotkeys, usage, settings, and how long answers took today."""

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = database.db.execute("SELECT key, value FROM setting")
        self._settings = {str(key): str(value) for key, value in rows}

    def overlay(self) -> Overlay:
        """Everything but the settings."""
        # the window stands before phrases are asked for
        from desktop.core.hotkeys import parse_hotkey
        from desktop.core.phrases.model import Overlay, Usage

        db = self._database.db
        own = db.execute(_SELECT)
        pins = db.execute("SELECT phrase_id FROM pin ORDER BY place")
        hotkeys = db.execute("SELECT phrase_id, keys FROM hotkey")
        usage = db.execute("SELECT phrase_id, count, last_used_s FROM usage")
        return Overlay(
            own=tuple(_phrase(*row) for row in own),
            pins=tuple(phrase_id for (phrase_id,) in pins),
            hotkeys={phrase_id: parse_hotkey(keys) for phrase_id, keys in hotkeys},
            usage={phrase_id: Usage(count, last_s) for phrase_id, count, last_s in usage},
        )

    def save_own(self, phrase: Phrase) -> None:
        """Adds the phrase, or replaces the one with its id, keeping its place."""
        changed = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS.split(", ")[1:])
        with self._database.write() as db:
            db.execute(f"{_INSERT} ON CONFLICT (id) DO UPDATE SET {changed}", _row(phrase))

    def delete_own(self, phrase_id: str) -> None:
        """Deletes one of the agent's own phrases, with its pin, hotkey and usage."""
        with self._database.write() as db:
            db.execute("DELETE FROM own_phrase WHERE id = ?", (phrase_id,))
            for table in ("pin", "hotkey", "usage"):
                db.execute(f"DELETE FROM {table} WHERE phrase_id = ?", (phrase_id,))  # noqa: S608

    def replace(self, overlay: Overlay) -> None:
        """Puts back a whole overlay, as undo does."""
        with self._database.write() as db:
            for table in ("own_phrase", "pin", "hotkey", "usage"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand one line above
            db.executemany(_INSERT, [_row(phrase) for phrase in overlay.own])
            db.executemany("INSERT INTO pin (phrase_id) VALUES (?)", [(i,) for i in overlay.pins])
            db.executemany(
                "INSERT INTO hotkey VALUES (?, ?)",
                [(phrase_id, str(hotkey)) for phrase_id, hotkey in overlay.hotkeys.items()],
            )
            db.executemany(
                "INSERT INTO usage VALUES (?, ?, ?)",
                [(i, usage.count, usage.last_used_s) for i, usage in overlay.usage.items()],
            )

    def set_pins(self, phrase_ids: tuple[str, ...]) -> None:
        """Replaces the pins."""
        with self._database.write() as db:
            db.execute("DELETE FROM pin")
            db.executemany("INSERT INTO pin (phrase_id) VALUES (?)", [(i,) for i in phrase_ids])

    def set_hotkey(self, phrase_id: str, hotkey: Hotkey | None) -> None:
        """Gives the phrase a hotkey of its own, or takes it away."""
        with self._database.write() as db:
            db.execute("DELETE FROM hotkey WHERE phrase_id = ?", (phrase_id,))
            if hotkey is not None:
                db.execute("INSERT INTO hotkey VALUES (?, ?)", (phrase_id, str(hotkey)))

    def record_use(self, phrase_id: str, at_s: float) -> None:
        """Counts one use."""
        with self._database.write() as db:
            db.execute(
                "INSERT INTO usage VALUES (?, 1, ?) ON CONFLICT (phrase_id) DO UPDATE "
                "SET count = count + 1, last_used_s = max(last_used_s, excluded.last_used_s)",
                (phrase_id, at_s),
            )

    def record_reply(self, day: str, took_ms: int) -> None:
        """Adds an answer of this day, and forgets those of other days."""
        with self._database.write() as db:
            db.execute("DELETE FROM reply WHERE day <> ?", (day,))
            db.execute("INSERT INTO reply (day, took_ms) VALUES (?, ?)", (day, took_ms))

    def replies(self, day: str) -> tuple[int, ...]:
        """How long this day's answers took, in their order."""
        rows = self._database.db.execute(
            "SELECT took_ms FROM reply WHERE day = ? ORDER BY place", (day,)
        )
        return tuple(took_ms for (took_ms,) in rows)

    def setting(self, key: str) -> str | None:
        """A setting as text; None if never set."""
        return self._settings.get(key)

    def set_setting(self, key: str, value: str) -> None:
        """Sets it."""
        if self._settings.get(key) == value:
            return
        with self._database.write() as db:
            db.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) "
                "DO UPDATE SET value = excluded.value",
                (key, value),
            )
        self._settings[key] = value


def _row(phrase: Phrase) -> tuple[str, ...]:
    """A phrase as ``_COLUMNS`` keep it."""
    tags, parts = (msgspec.json.encode(kept).decode() for kept in (phrase.tags, phrase.parts))
    return (phrase.id, phrase.title, phrase.text, phrase.code, tags, parts)


def _phrase(phrase_id: str, title: str, text: str, code: str, tags: str, parts: str) -> Phrase:
    from desktop.core.phrases.model import Part, Phrase
    from desktop.core.phrases.templates import placeholders

    phrase = Phrase(
        phrase_id,
        "",
        title,
        text,
        code,
        msgspec.json.decode(tags, type=tuple[str, ...]),
        parts=msgspec.json.decode(parts, type=tuple[Part, ...]) if parts != "[]" else (),
    )
    return replace(phrase, placeholders=placeholders(*phrase.in_parts()))
