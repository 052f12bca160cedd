"""What happens when the file or the disk is not as it should be."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from desktop.store import schema
from desktop.store.backups import KEPT, is_whole
from desktop.store.database import BALLAST_BYTES, Database, restore
from desktop.store.errors import (
    BackupBrokenError,
    StoreDamagedError,
    StoreFullError,
    StoreNewerError,
    StoreUnavailableError,
)
from desktop.store.personal import SqlitePersonalStore

START = datetime(2026, 2, 3, 10, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "miaohui.db"


def fill(path: Path, clock: Clock, *, backup: bool) -> None:
    database = Database(path, clock.now)
    store = SqlitePersonalStore(database)
    for number in range(200):
        store.set_setting(f"key {number}", "value " * 20)
    if backup:
        database.back_up_if_due()
    database.close()


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 // 4096 * 4096 + 100])


def flipped_header(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5] ^= 0xFF
    path.write_bytes(content)


def zeroed_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [garbage, half, flipped_header, zeroed_page])
def test_a_damaged_file_is_set_aside_and_the_newest_good_backup_brings_it_back(
    path: Path, damage: Callable[[Path], None]
) -> None:
    clock = Clock()
    fill(path, clock, backup=True)
    bad = path.parent / "backups" / "20260204T100000Z.db"
    bad.write_bytes(b"SQLite format 3\0 but no more")
    damage(path)

    with pytest.raises(StoreDamagedError) as told:
        Database(path, clock.now)

    assert told.value.set_aside.exists()
    assert not path.exists()
    assert told.value.backup
    assert told.value.backup.made_at == START
    restore(path, told.value.backup.path)
    database = Database(path, clock.now)
    assert SqlitePersonalStore(database).setting("key 199") == "value " * 20
    database.close()


def test_without_a_backup_a_new_file_can_be_begun_and_the_damaged_one_stays(path: Path) -> None:
    clock = Clock()
    fill(path, clock, backup=False)
    garbage(path)
    with pytest.raises(StoreDamagedError) as told:
        Database(path, clock.now)
    assert told.value.backup is None
    database = Database(path, clock.now)
    assert SqlitePersonalStore(database).setting("key 0") is None
    database.close()
    assert told.value.set_aside.exists()


def test_a_file_of_a_newer_version_is_left_untouched(path: Path) -> None:
    clock = Clock()
    fill(path, clock, backup=False)
    db = apsw.Connection(str(path))
    db.pragma("user_version", schema.VERSION + 1)
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreNewerError):
        Database(path, clock.now)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreUnavailableError):
        Database(tmp_path / "file" / "miaohui.db", Clock().now)


def test_a_backup_a_day_is_kept_for_a_week(path: Path) -> None:
    clock = Clock()
    database = Database(path, clock.now)
    for _ in range(10):
        database.back_up_if_due()
        clock.moment += timedelta(hours=1)
        database.back_up_if_due()
        clock.moment += timedelta(hours=23)
    found = database.backups.all()
    database.close()
    assert [b.made_at for b in found] == [START + timedelta(days=9 - n) for n in range(KEPT)]
    assert all(is_whole(b.path) for b in found)


def test_a_file_of_the_first_version_is_brought_here_with_all_it_holds(path: Path) -> None:
    path.parent.mkdir()
    db = apsw.Connection(str(path))
    for statement in (*schema.MIGRATIONS[0], "INSERT INTO setting VALUES ('agent.name', '小林')"):
        db.execute(statement)
    db.pragma("user_version", 1)
    db.close()
    database = Database(path, Clock().now)
    store = SqlitePersonalStore(database)
    assert store.setting("agent.name") == "小林"
    store.record_reply("2026-02-03", 12_000)
    assert store.replies("2026-02-03") == (12_000,)
    database.close()


def test_backups_of_one_day_do_not_push_out_those_of_other_days(path: Path) -> None:
    clock = Clock()
    database = Database(path, clock.now)
    for _ in range(KEPT):
        database.back_up_if_due()
        clock.moment += timedelta(days=1)
    for _ in range(2 * KEPT):
        database.back_up()
    days = [backup.made_at.date() for backup in database.backups.all()]
    database.close()
    assert len(set(days)) == KEPT
    assert days.count(clock.moment.date()) == KEPT


def test_two_backups_of_one_second_are_two(path: Path) -> None:
    database = Database(path, Clock().now)
    store = SqlitePersonalStore(database)
    first = database.back_up()
    store.set_setting("after", "the first")
    second = database.back_up()
    database.close()
    restore(path, first.path)
    again = Database(path, Clock().now)
    assert SqlitePersonalStore(again).setting("after") is None
    again.close()
    assert second.path != first.path


def test_going_back_needs_a_whole_backup_and_keeps_what_is_there_now(path: Path) -> None:
    database = Database(path, Clock().now)
    store = SqlitePersonalStore(database)
    good = database.back_up()
    bad = database.back_up()
    bad.path.write_bytes(b"no database")
    store.set_setting("now", "here")
    with pytest.raises(BackupBrokenError):
        database.make_way_for(bad)
    database.make_way_for(good)
    newest = database.copies()[0]
    database.close()
    restore(path, newest.path)
    again = Database(path, Clock().now)
    assert SqlitePersonalStore(again).setting("now") == "here"
    again.close()


@pytest.mark.parametrize("after", range(4))
def test_a_migration_cut_short_at_any_statement_can_be_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    clock = Clock()
    fill(path, clock, backup=False)
    steps = [f"CREATE TABLE new_{n} (x) STRICT".replace("(x)", "(x TEXT)") for n in range(3)]
    broken = (*steps[:after], "this is no SQL", *steps[after:])
    now, next_version = schema.MIGRATIONS, schema.VERSION + 1
    monkeypatch.setattr(schema, "VERSION", next_version)
    monkeypatch.setattr("desktop.store.database.VERSION", next_version)
    monkeypatch.setattr(schema, "MIGRATIONS", (*now, broken))
    with pytest.raises(StoreUnavailableError):
        Database(path, clock.now)
    assert is_whole(path)

    monkeypatch.setattr(schema, "MIGRATIONS", (*now, tuple(steps)))
    clock.moment += timedelta(minutes=1)
    database = Database(path, clock.now)
    tables = {name for (name,) in database.db.execute("SELECT name FROM sqlite_schema")}
    assert {"new_0", "new_1", "new_2"} <= tables
    assert SqlitePersonalStore(database).setting("key 199") == "value " * 20
    assert database.backups.newest_good(), "a copy is made before tables change"
    database.close()


def test_a_full_disk_loses_nothing_and_gives_up_its_ballast(path: Path) -> None:
    clock = Clock()
    fill(path, clock, backup=False)
    database = Database(path, clock.now)
    store = SqlitePersonalStore(database)
    ballast = path.with_name("miaohui.db.ballast")
    assert ballast.stat().st_size == BALLAST_BYTES

    # the largest size the file may have is the nearest thing to a full disk without being root
    database.db.pragma("max_page_count", database.db.pragma("page_count"))
    with pytest.raises(StoreFullError):
        store.set_setting("large", "x" * 200_000)
    assert store.setting("large") is None
    assert store.setting("key 199") == "value " * 20
    assert not ballast.exists()

    database.db.pragma("max_page_count", 1_000_000)
    store.set_setting("large", "x" * 200_000)
    database.close()
    again = Database(path, clock.now)
    assert SqlitePersonalStore(again).setting("large") == "x" * 200_000
    assert ballast.stat().st_size == BALLAST_BYTES
    again.close()
