"""Files that are whole or not there, and one process at a time."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from desktop.services.repository import RemoteError

PART = ".part"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {5, 32, 33}
"""Windows' access denied, sharing violation, lock violation: a virus scanner or a reader, for
some milliseconds. Source: conan-io/conan#19532, zarr-developers/zarr-python#4358."""
_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


def write_whole(path: Path, data: bytes, suffix: str = PART) -> None:
    """Puts a file in its place, whole and on the disk, or leaves what was there.

    ``suffix`` is that of the file while it is written: one of its own where others write, too.

    Raises:
        OSError: The disk is full or does not let us.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}{suffix}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        move(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def part_suffix() -> str:
    """A suffix that no other writer has."""
    return f".{uuid4().hex}{PART}"


def write_new(path: Path, data: bytes) -> bool:
    """Puts a file in its place, whole, unless there is one already; whether it did.

    Raises:
        OSError: The disk is full or does not let us.
    """
    if path.exists():
        return False
    part = path.with_name(f"{path.name}{part_suffix()}")
    write_whole(part, data)
    try:
        if os.name == "nt":
            part.rename(path)  # which refuses there, and overwrites elsewhere
        else:
            _link(part, path)
    except FileExistsError:
        return False
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return True


def _link(part: Path, path: Path) -> None:
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # FAT and some shares have no links: somebody may be as quick as we are
        if path.exists():
            raise FileExistsError from None
        move(part, path)


def move(part: Path, path: Path) -> None:
    """Renames a file over another; what is in the way for a moment is waited for.

    Raises:
        OSError: The system does not let us.
    """
    for pause_s in (*_PAUSES_S, None):
        try:
            part.replace(path)
            break
        except OSError as error:
            if pause_s is None or getattr(error, "winerror", None) not in _IN_THE_WAY:
                raise
            time.sleep(pause_s)
    if os.name == "posix":  # the new name must outlive a power cut, too
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def disk_error(error: OSError) -> RemoteError:
    """What an error of the disk means to people."""
    if error.errno in _FULL:
        return RemoteError("disk_full", path=str(error.filename or ""))
    return RemoteError("disk", path=str(error.filename or ""), why=error.strerror or str(error))


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Keeps other processes out of a folder's work; a killed one lets go by itself.

    Raises:
        RemoteError: ``busy``: another process is at it; or the disk does not let us.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise disk_error(error) from error
    with file:
        try:
            _lock(file)
        except OSError:
            raise RemoteError("busy") from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
