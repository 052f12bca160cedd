"""What can go wrong with the database: the world's faults, each with a code that has words."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from desktop.services.ports import Backup, NotKeptError


class StoreError(NotKeptError):
    """Base of this room; its words are ``store.<code>``, filled in by ``values``."""

    says: ClassVar[str] = ""

    def __init__(self, **values: str) -> None:
        super().__init__(self.says, values)


class StoreFullError(StoreError):
    """The disk is full: nothing was changed, what was kept before is safe."""

    says = "full"


class StoreUnavailableError(StoreError):
    """The file cannot be opened or written: rights, a locked file, a network drive gone."""

    says = "unavailable"


class BackupFullError(StoreError):
    """There is no room for a backup."""

    says = "backup_full"


class BackupFailedError(StoreError):
    """The backup cannot be written, or read again."""

    says = "backup_failed"


class BackupBrokenError(StoreError):
    """A backup is damaged and cannot take the place of the data."""

    says = "backup_broken"


class StoreBrokenError(StoreError):
    """The file is damaged; it was only read, and left where it is."""

    says = "broken"


class StoreNewerError(StoreError):
    """A newer version of the program wrote the file; it was left untouched."""

    says = "newer"


class StoreDamagedError(StoreError):
    """The file is damaged and was set aside.

    Attributes:
        set_aside: Where the damaged file is now.
        backup: The newest good copy; None if there is none.
    """

    says = "damaged"

    def __init__(self, set_aside: Path, backup: Backup | None) -> None:
        super().__init__(path=str(set_aside))
        self.set_aside = set_aside
        self.backup = backup
