"""A disk that loses power: sectors not synced since are kept or lost by chance.

Model: a write reaches the platter at the latest when its file is synced; until then each 512-byte
sector may be old or new. Source: how SQLite's own crash tests model a power cut.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import apsw

SECTOR = 512


class PowerCutError(apsw.IOError):
    """The power is gone."""


class Disk(apsw.VFS):
    """A file layer over the system's that is cut after some number of writes and syncs."""

    def __init__(self, name: str, seed: int, cut_after: int, image: Path) -> None:
        self.name = name
        self._chance = random.Random(seed)
        self._left = cut_after
        self._image = image
        self.old: dict[Path, dict[int, bytes]] = {}
        """File to its unsynced sectors as they were when it was synced last."""
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> DiskFile:
        return DiskFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.step()
        super().xDelete(filename, syncdir)
        self.old.pop(Path(filename), None)

    def step(self) -> None:
        """One thing that needs power; takes the image of the disk when there is none left."""
        if self._left == 0:
            self._take_image()
        self._left -= 1
        if self._left < 0:
            raise PowerCutError

    def _take_image(self) -> None:
        self._image.mkdir(parents=True)
        for path, sectors in self.old.items():
            if not path.exists():
                continue
            content = bytearray(path.read_bytes())
            for number, was in sectors.items():
                if self._chance.random() < 0.5:
                    at = number * SECTOR
                    content[at : at + SECTOR] = was or bytes(len(content[at:][:SECTOR]))
            (self._image / path.name).write_bytes(content)


class DiskFile(apsw.VFSFile):
    """One open file on the disk."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._disk = disk
        self._path = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name))
        super().__init__("", name, flags)
        disk.old.setdefault(self._path, {})

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.step()
        self._remember(offset, len(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._disk.step()
        self._remember(newsize, max(0, super().xFileSize() - newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._disk.step()
        super().xSync(flags)
        self._disk.old[self._path] = {}

    def _remember(self, offset: int, length: int) -> None:
        old, size = self._disk.old[self._path], super().xFileSize()
        for number in range(offset // SECTOR, (offset + length - 1) // SECTOR + 1):
            at = number * SECTOR
            if number not in old:
                known = max(0, min(SECTOR, size - at))
                old[number] = super().xRead(known, at) if known else b""


def run_until_cut(disk: Disk, work: Callable[[], None]) -> None:
    """Works until the power goes; whatever the program says of that does not matter."""
    try:
        work()
    except Exception:  # noqa: BLE001 - however it shows, the power is gone
        return
    finally:
        disk.unregister()
