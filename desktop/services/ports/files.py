"""Pictures and files of phrases, on disk."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Protocol


class OwnFiles(Protocol):
    """The pictures and files of the agent's own phrases, known by their content."""

    def keep(self, data: bytes) -> None:
        """Keeps it; on disk when the call returns, or else raises NotKeptError."""
        ...

    def read(self, digest: str) -> bytes | None:
        """What has this digest (SHA-256 in hex); None if it is not there or was damaged."""
        ...

    def sweep(self, used: Collection[str], now_s: float) -> None:
        """Deletes what has not been among the used digests for long; never fails."""
        ...


class NamedFiles(Protocol):
    """Files put down for other programs to take, under the names customers shall see."""

    def put(self, name: str, digest: str, data: bytes) -> Path:
        """Where it lies; raises NotKeptError if it cannot be written."""
        ...
