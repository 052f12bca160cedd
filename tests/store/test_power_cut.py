"""A power cut at any write or sync loses nothing that was acknowledged."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from desktop.store.backups import is_whole
from desktop.store.database import Database
from desktop.store.errors import StoreError
from desktop.store.personal import SqlitePersonalStore
from tests.store.power import Disk, run_until_cut

CUTS, CONTROL_CUTS = 320, 60
NAME = "miaohui.db"


def now() -> datetime:
    return datetime(2026, 2, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that is in use already."""
    folder = tmp_path_factory.mktemp("begun")
    database = Database(folder / NAME, now)
    store = SqlitePersonalStore(database)
    for number in range(30):
        store.set_setting(f"before {number}", "kept " * 20)
    database.close()
    return folder


def cut_once(begun: Path, folder: Path, seed: int, synchronous: str) -> list[str]:
    """Writes until the power goes; the acknowledged keys. The disk's image is ``folder/image``."""
    work = folder / "work"
    shutil.copytree(begun, work)
    disk = Disk(f"cut {seed}", seed, random.Random(seed).randint(1, 90), folder / "image")
    acknowledged: list[str] = []

    def write() -> None:
        database = Database(work / NAME, now, vfs=disk.name)
        try:
            database.db.pragma("synchronous", synchronous)
            store = SqlitePersonalStore(database)
            for number in range(1_000):
                store.set_setting(f"after {number}", "new " * (number % 7 * 40))
                acknowledged.append(f"after {number}")
        finally:
            database.close()

    run_until_cut(disk, write)
    return acknowledged


def what_is_left(image: Path) -> set[str]:
    """The keys in the database on the disk after the cut; empty if it is damaged."""
    try:
        database = Database(image / NAME, now)
    except StoreError:
        return set()
    try:
        keys = {str(key) for (key,) in database.db.execute("SELECT key FROM setting")}
        return keys if is_whole(image / NAME) else set()
    except apsw.Error:
        return set()
    finally:
        database.close()


def losses(begun: Path, folder: Path, cuts: int, synchronous: str) -> int:
    """How many of so many cuts lost something that was acknowledged."""
    before = {f"before {number}" for number in range(30)}
    lost = 0
    for seed in range(cuts):
        place = folder / str(seed)
        acknowledged = cut_once(begun, place, seed, synchronous)
        lost += not before.union(acknowledged) <= what_is_left(place / "image")
        shutil.rmtree(place)
    return lost


def test_no_cut_loses_what_was_acknowledged(begun: Path, tmp_path: Path) -> None:
    assert losses(begun, tmp_path, CUTS, "full") == 0


def test_the_same_cuts_do_lose_without_syncing_or_else_the_test_above_says_nothing(
    begun: Path, tmp_path: Path
) -> None:
    assert losses(begun, tmp_path, CONTROL_CUTS, "off") > CONTROL_CUTS // 2
