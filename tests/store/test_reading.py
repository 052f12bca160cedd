"""Looking into the data folder tells how it is and leaves it as it is."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.services.agent import AGENT_NAME
from desktop.store import diagnosis, schema
from desktop.store.database import Database, ballast_of
from desktop.store.diagnosis import diagnose_folder
from desktop.store.errors import StoreBrokenError, StoreNewerError
from desktop.store.personal import SqlitePersonalStore
from desktop.store.reading import Reading, read_store

START = datetime(2026, 2, 3, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with a name and a hotkey in it, and a backup."""
    path = tmp_path / "data" / "miaohui.db"
    database = Database(path, lambda: START)
    store = SqlitePersonalStore(database)
    AGENT_NAME.keep(store, "小林")
    store.set_hotkey("p/1", parse_hotkey("F6"))
    database.back_up()
    database.close()
    return path


def files(path: Path) -> dict[str, bytes]:
    """Everything there but SQLite's own traces, which the next one to open it clears away."""
    found = (p for p in path.parent.iterdir() if p.is_file())
    return {p.name: p.read_bytes() for p in found if not p.name.endswith(("-wal", "-shm"))}


def codes(path: Path) -> dict[str, tuple[bool, str]]:
    return {check.check: (check.ok, check.code) for check in diagnose_folder(path)}


def test_what_was_kept_is_read_and_nothing_is_written(path: Path) -> None:
    before = files(path)
    reading = read_store(path)
    assert AGENT_NAME.of(reading) == "小林"
    assert reading.hotkeys == {"p/1": parse_hotkey("F6")}
    assert files(path) == before


def test_it_is_read_while_the_window_has_it_open(path: Path) -> None:
    database = Database(path, lambda: START)
    AGENT_NAME.keep(SqlitePersonalStore(database), "小王")
    assert AGENT_NAME.of(read_store(path)) == "小王"
    database.close()


def test_where_there_is_none_nothing_is_made(tmp_path: Path) -> None:
    assert read_store(tmp_path / "data" / "miaohui.db") == Reading()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told_and_left_for_the_window_to_mend(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))
    before = files(path)
    with pytest.raises(StoreBrokenError):
        read_store(path)
    assert files(path) == before


def test_a_file_of_a_newer_version_is_told(path: Path) -> None:
    db = apsw.Connection(str(path))
    db.pragma("user_version", schema.VERSION + 1)
    db.close()
    with pytest.raises(StoreNewerError):
        read_store(path)


def test_a_folder_in_order_is_called_so(path: Path, tmp_path: Path) -> None:
    assert codes(path) == {"space": (True, "space"), "backups": (True, "backups")}
    new = tmp_path / "new" / "miaohui.db"
    assert codes(new) == {"space": (True, "space"), "backups": (True, "no_backups")}
    assert not new.parent.exists()


def test_a_full_disk_is_told_before_and_after_it_happens(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "LEAST_FREE_MB", 10**9)
    assert codes(path)["space"] == (False, "little_space")
    monkeypatch.undo()
    ballast_of(path).unlink()
    assert codes(path)["space"] == (False, "no_reserve")


def test_a_backup_that_cannot_be_read_is_told(path: Path) -> None:
    (path.parent / "backups" / "20260204T100000Z.db").write_bytes(b"no database")
    assert codes(path)["backups"] == (False, "bad_backup")
