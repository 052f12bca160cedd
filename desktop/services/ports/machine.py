"""The program on this machine: its start with the session, its data and their copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct


class Autostart(Protocol):
    """Whether the program starts when the agent logs in."""

    def enabled(self) -> bool:
        """Whether it will."""
        ...

    def enable(self) -> None:
        """Sees to it that it does; PortError if the system does not let us."""
        ...

    def disable(self) -> None:
        """Sees to it that it does not; PortError if the system does not let us."""
        ...


class Backup(Struct, frozen=True):
    """A copy of the agent's database that was whole when it was made."""

    path: Path
    made_at: datetime


class Archive(Protocol):
    """The agent's data and its copies."""

    @property
    def folder(self) -> Path:
        """Where the data lies."""
        ...

    def copies(self) -> Sequence[Backup]:
        """The backups, newest first."""
        ...

    def back_up(self) -> Backup:
        """Makes a copy now; raises NotKeptError if it cannot."""
        ...
