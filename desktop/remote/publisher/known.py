"""Which repositories a machine knows, read without loading what signs."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.remote.disk import disk_error
from desktop.services.repositories import Repository
from desktop.services.repository import RemoteError

FILE = "repository.json"


def known_below(folder: Path) -> tuple[Repository, ...]:
    """Those that were set up or attached here, by name.

    Raises:
        RemoteError: One of them cannot be read.
    """
    return tuple(read_known(path) for path in sorted(folder.glob(f"*/{FILE}")))


def read_known(path: Path) -> Repository:
    """One of them.

    Raises:
        RemoteError: ``damaged_here``, or the disk does not let us.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Repository)
    except OSError as error:
        raise disk_error(error) from error
    except msgspec.DecodeError:
        raise RemoteError("damaged_here", path=str(path)) from None


def has_keys(folder: Path) -> bool:
    """Whether any of them has keys on this machine; what cannot be read has none."""
    try:
        known = known_below(folder)
        return any(one.keyring or any(Path(one.keys).glob("*.pem")) for one in known)
    except (OSError, RemoteError):
        return False
