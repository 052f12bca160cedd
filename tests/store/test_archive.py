"""The data folder as the settings show it; the fake of it is held to the real one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.services.ports import Archive
from desktop.store.database import Database
from tests.fakes.archive import FakeArchive


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 2, 3, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["real", "fake"])
def archive(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    database = Database(tmp_path / "data" / "miaohui.db", clock.now)
    yield database if request.param == "real" else FakeArchive(clock.now)
    database.close()


def test_copies_stand_newest_first_with_the_time_they_were_made(
    archive: Archive, clock: Clock
) -> None:
    assert list(archive.copies()) == []
    first = archive.back_up()
    clock.moment += timedelta(hours=1)
    second = archive.back_up()
    assert list(archive.copies()) == [second, first]
    assert second.made_at - first.made_at == timedelta(hours=1)
    assert all(archive.folder in copy.path.parents for copy in archive.copies())
