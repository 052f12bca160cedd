"""The agent's data folder, in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.services.ports import Backup, NotKeptError


class FakeArchive:
    """The Archive port; no backup can be made while it is ``full``."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._copies: list[Backup] = []
        self.full = False

    @property
    def folder(self) -> Path:
        return Path("/home/agent/miaohui")

    def copies(self) -> list[Backup]:
        return list(reversed(self._copies))

    def back_up(self) -> Backup:
        if self.full:
            raise NotKeptError("backup_full", {"path": str(self.folder / "backups")})
        made = Backup(self.folder / "backups" / f"{len(self._copies)}.db", self._now())
        self._copies.append(made)
        return made
