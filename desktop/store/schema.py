"""The tables, and how a file of an older version becomes one of this."""

from __future__ import annotations

import apsw

APPLICATION_ID = 0x6D68_7569
"""``mhui`` in the header of the file."""

_V1 = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE own_phrase (
        place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
        text TEXT NOT NULL, code TEXT NOT NULL, tags TEXT NOT NULL) STRICT""",
    "CREATE TABLE pin (place INTEGER PRIMARY KEY, phrase_id TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE hotkey (phrase_id TEXT PRIMARY KEY, keys TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE usage (
        phrase_id TEXT PRIMARY KEY, count INTEGER NOT NULL, last_used_s REAL NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
_V2 = (
    """CREATE TABLE reply (
        place INTEGER PRIMARY KEY, day TEXT NOT NULL, took_ms INTEGER NOT NULL) STRICT""",
)
_V3 = ("ALTER TABLE own_phrase ADD COLUMN parts TEXT NOT NULL DEFAULT '[]'",)
MIGRATIONS: tuple[tuple[str, ...], ...] = (_V1, _V2, _V3)
"""The statements that lead from version n to n + 1, at place n."""
VERSION = len(MIGRATIONS)


def version_of(db: apsw.Connection) -> int:
    """The version of the file's tables; 0 for an empty file."""
    return int(db.pragma("user_version"))


def migrate(db: apsw.Connection, start: int) -> None:
    """Brings the tables from version ``start`` to ``VERSION``; all of it happens, or nothing."""
    with db:
        for statements in MIGRATIONS[start:]:
            for statement in statements:
                db.execute(statement)
        db.pragma("application_id", APPLICATION_ID)
        db.pragma("user_version", VERSION)
