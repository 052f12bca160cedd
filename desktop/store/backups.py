"""Copies of the database: made daily and when asked for, checked, kept a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

import apsw

from desktop.services.ports import Backup

KEPT = 7
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)\.db")


class Backups:
    """The copies in one folder.

    Attributes:
        folder: Where they lie; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, database: Path) -> Backups:
        """The copies of this database."""
        return cls(database.parent / "backups")

    def all(self) -> list[Backup]:
        """The copies, newest first."""
        found = []
        for path in self.folder.glob("*.db"):
            match = _NAME.fullmatch(path.name)
            if match:
                made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, made_at))
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    def newest_good(self) -> Backup | None:
        """The newest copy that is whole; None if there is none."""
        return next((backup for backup in self.all() if is_whole(backup.path)), None)

    def make(self, db: apsw.Connection, now: datetime) -> Backup | None:
        """Copies the database; None if the copy is not whole, which is then not kept.

        Raises:
            apsw.Error: The disk is full, or the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(now)
        while path.exists():  # of this very second, and maybe the one to go back to
            now += timedelta(seconds=1)
            path = self._path(now)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            db.execute("VACUUM INTO ?", (str(part),))
            if not is_whole(part):
                return None
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        for old in _too_many(self.all()):
            old.path.unlink(missing_ok=True)
        return Backup(path, now)

    def _path(self, made_at: datetime) -> Path:
        return self.folder / f"{made_at.astimezone(UTC).strftime(_STAMP)}.db"

    def due(self, now: datetime) -> bool:
        """Whether there is no copy of this day yet."""
        today = now.astimezone(UTC).date()
        return all(backup.made_at.date() != today for backup in self.all())


def _too_many(backups: list[Backup]) -> Iterator[Backup]:
    """All but the newest of each of the last days; of the newest day as many stay as of days."""
    for age, (_, of_day) in enumerate(groupby(backups, lambda backup: backup.made_at.date())):
        kept = KEPT if age == 0 else int(age < KEPT)
        yield from list(of_day)[kept:]


def is_whole(path: Path) -> bool:
    """Whether every page and index of a file is as it should be."""
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return str(db.pragma("integrity_check")) == "ok"
        finally:
            db.close()
    except apsw.Error:
        return False
