"""One SQLite file that loses nothing: opened, checked, written and closed here alone.

Write-ahead log with synchronous=FULL: 0.24 ms a commit, and neither a kill nor a power cut loses
what was acknowledged. Every write begins IMMEDIATE, or a second process makes it fail.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop.services.ports import Backup
from desktop.store.backups import Backups, is_whole
from desktop.store.errors import (
    BackupBrokenError,
    BackupFailedError,
    BackupFullError,
    StoreDamagedError,
    StoreFullError,
    StoreNewerError,
    StoreUnavailableError,
)
from desktop.store.schema import VERSION, migrate, version_of

BALLAST_BYTES = 2 * 1024 * 1024
_BUSY_MS = 5_000
_TRACES = ("", "-wal", "-shm")
Now = Callable[[], datetime]


class Database:
    """An open database.

    Args:
        path: The file; its folder is made if need be.
        now: The wall clock, for naming backups and what is set aside.
        vfs: Name of the SQLite file layer; tests cut its power.

    Raises:
        StoreDamagedError: The file is damaged; it was set aside and a new one can be opened.
        StoreNewerError: A newer version of the program wrote it.
        StoreUnavailableError: It cannot be opened or written.
        StoreFullError: There is no room for it.
    """

    def __init__(self, path: Path, now: Now, vfs: str | None = None) -> None:
        self._path = path
        self._now = now
        self.backups = Backups.beside(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.db = apsw.Connection(str(path), vfs=vfs)
            try:
                self._prepare()
            except BaseException:
                self.db.close()
                raise
        except (apsw.CorruptError, apsw.NotADBError):
            raise self._set_aside() from None
        except (OSError, apsw.Error) as error:
            raise self._said(error) from error
        self._load_ballast()

    @contextmanager
    def write(self) -> Iterator[apsw.Connection]:
        """One transaction: all of it is on disk when the block is left, or none of it.

        Raises:
            StoreFullError: The disk is full; nothing changed.
            StoreUnavailableError: Another program holds the file for too long, or it is gone.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
        except apsw.Error as error:
            raise self._said(error) from error

    def close(self) -> None:
        """Closes the file."""
        self.db.close()

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._path.parent

    def copies(self) -> list[Backup]:
        """Its copies, newest first."""
        return self.backups.all()

    def back_up_if_due(self) -> None:
        """Makes today's copy if there is none yet.

        Raises:
            BackupFullError: There is no room for it.
            BackupFailedError: The folder cannot be written, or the copy is not whole.
        """
        if self.backups.due(self._now()):
            self.back_up()

    def back_up(self) -> Backup:
        """Makes a copy now.

        Raises:
            BackupFullError: There is no room for it.
            BackupFailedError: The folder cannot be written, or the copy is not whole.
        """
        path = str(self.backups.folder)
        try:
            made = self.backups.make(self.db, self._now())
        except apsw.FullError as error:
            raise BackupFullError(path=path) from error
        except (OSError, apsw.Error) as error:
            raise BackupFailedError(path=path, why=str(error)) from error
        if made is None:
            raise BackupFailedError(path=path, why="integrity_check")
        return made

    def make_way_for(self, backup: Backup) -> None:
        """Sees to it that ``restore`` can put this copy in the place of the data: nothing is lost.

        Raises:
            BackupBrokenError: The copy is damaged.
            BackupFullError: There is no room to back up what is there now.
            BackupFailedError: What is there now cannot be backed up.
        """
        if not is_whole(backup.path):
            raise BackupBrokenError(path=str(backup.path))
        self.back_up()

    def _prepare(self) -> None:
        db = self.db
        db.set_busy_timeout(_BUSY_MS)
        db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        start = version_of(db)
        if start > VERSION:
            raise StoreNewerError(path=str(self._path))
        db.pragma("journal_mode", "wal")
        db.pragma("synchronous", "full")
        db.pragma("foreign_keys", "on")
        if str(db.pragma("quick_check")) != "ok":
            raise apsw.CorruptError
        if start < VERSION:
            if start:
                self.backups.make(db, self._now())
            self._migrate()

    def _migrate(self) -> None:
        """Migrates unless another process has just done so."""
        with self.write() as db:
            start = version_of(db)
            if start < VERSION:
                migrate(db, start)

    def _set_aside(self) -> StoreDamagedError:
        stamp = self._now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self._path.with_name(f"{self._path.name}.damaged-{stamp}")
        for trace in _TRACES:
            source = Path(f"{self._path}{trace}")
            if source.exists():
                source.replace(f"{aside}{trace}")
        return StoreDamagedError(aside, self.backups.newest_good())

    def _said(self, error: Exception) -> StoreFullError | StoreUnavailableError:
        if isinstance(error, apsw.FullError):
            self._ballast.unlink(missing_ok=True)  # room for what must be written now
            return StoreFullError(path=str(self._path))
        return StoreUnavailableError(path=str(self._path), why=str(error))

    @property
    def _ballast(self) -> Path:
        return ballast_of(self._path)

    def _load_ballast(self) -> None:
        """Keeps room on the disk that can be given up when it is full."""
        try:
            if not self._ballast.exists():
                with self._ballast.open("wb") as file:
                    file.write(os.urandom(BALLAST_BYTES))
        except OSError:
            self._ballast.unlink(missing_ok=True)


def ballast_of(database: Path) -> Path:
    """The file that keeps room on the disk for this database."""
    return database.with_name(f"{database.name}.ballast")


def restore(path: Path, backup: Path) -> None:
    """Puts a copy in the place of the database, which must not be open.

    Raises:
        StoreUnavailableError: The copy cannot be read or the place not written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(backup.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        for trace in _TRACES[1:]:
            Path(f"{path}{trace}").unlink(missing_ok=True)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreUnavailableError(path=str(path), why=error.strerror or "") from error
