"""Reading the database without opening it to write: nothing is made, migrated or set aside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import apsw
from msgspec import Struct, field

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.store.errors import StoreBrokenError, StoreNewerError, StoreUnavailableError
from desktop.store.schema import VERSION, version_of

_BUSY_MS = 2_000


class Reading(Struct, frozen=True):
    """What was read.

    Attributes:
        settings: Every setting as text by its key.
        hotkeys: Each phrase's own hotkey by its id.
    """

    settings: Mapping[str, str] = field(default_factory=dict)
    hotkeys: Mapping[str, Hotkey] = field(default_factory=dict)

    def setting(self, key: str) -> str | None:
        """A setting; None if never set."""
        return self.settings.get(key)


def read_store(path: Path) -> Reading:
    """Reads the settings and hotkeys; an empty reading if there is no database yet.

    Raises:
        StoreBrokenError: The file is damaged; it was left where it is.
        StoreNewerError: A newer version of the program wrote it.
        StoreUnavailableError: It cannot be read.
    """
    if not path.exists():
        return Reading()
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return _read(db, path)
        finally:
            db.close()
    except (apsw.CorruptError, apsw.NotADBError):
        raise StoreBrokenError(path=str(path)) from None
    except apsw.Error as error:
        raise StoreUnavailableError(path=str(path), why=str(error)) from error


def _read(db: apsw.Connection, path: Path) -> Reading:
    db.set_busy_timeout(_BUSY_MS)
    version = version_of(db)
    if version > VERSION:
        raise StoreNewerError(path=str(path))
    if not version:  # the window is about to make it
        return Reading()
    if str(db.pragma("quick_check")) != "ok":
        raise apsw.CorruptError
    settings = db.execute("SELECT key, value FROM setting")
    hotkeys = db.execute("SELECT phrase_id, keys FROM hotkey")
    return Reading(
        {str(key): str(value) for key, value in settings},
        {str(phrase_id): parse_hotkey(str(keys)) for phrase_id, keys in hotkeys},
    )
