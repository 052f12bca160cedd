"""A program killed in the middle of writing loses nothing it has acknowledged."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from desktop.store.backups import is_whole
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore

ROOT = Path(__file__).parents[2]
WRITER = Path(__file__).with_name("writer.py")
LANES, KILLS_A_LANE = 4, 26


def now() -> datetime:
    return datetime(2026, 2, 3, tzinfo=UTC)


def killed_after(path: Path, first: int, commits: int) -> int:
    """Starts a writer and kills it once so many commits were heard of; the last of them."""
    child = subprocess.Popen(
        [sys.executable, str(WRITER), str(path), str(first)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert child.stdout
    for _ in range(commits):
        heard = child.stdout.readline()
    child.kill()
    rest = child.stdout.read()  # it went on while it was being killed
    child.stdout.close()
    child.wait()
    whole = (heard + rest).rsplit(b"\n", 1)[0].split(b"\n")
    return int(whole[-1])


def lane(path: Path, seed: int) -> None:
    chance, acknowledged = random.Random(seed), -1
    for _ in range(KILLS_A_LANE):
        acknowledged = killed_after(path, acknowledged + 1, chance.randint(1, 40))
        database = Database(path, now)
        store = SqlitePersonalStore(database)
        lost = [n for n in range(acknowledged + 1) if store.setting(f"key {n}") != f"value {n}"]
        database.close()
        assert not lost
    assert is_whole(path)


def test_a_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    with ThreadPoolExecutor(LANES) as lanes:
        list(lanes.map(lane, (tmp_path / f"{n}.db" for n in range(LANES)), range(LANES)))


def test_eight_processes_that_write_at_once_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from desktop.store.database import Database\n"
        "from desktop.store.personal import SqlitePersonalStore\n"
        "database = Database(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "store = SqlitePersonalStore(database)\n"
        "for _ in range(60): store.record_use('p/a/1', 1.0)\n"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        for _ in range(8)
    ]
    said = [child.communicate()[1].decode() for child in children]
    assert said == [""] * 8
    database = Database(path, now)
    assert SqlitePersonalStore(database).overlay().usage["p/a/1"].count == 8 * 60
    database.close()
