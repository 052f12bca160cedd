"""What the errors of TUF, the network and the disk mean: only ``RemoteError`` leaves the room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.serialization import DeserializationError

from desktop.remote.disk import disk_error
from desktop.services.repository import RemoteError

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (DownloadLengthMismatchError, "tampered"),
    (LengthOrHashMismatchError, "tampered"),
    (UnsignedMetadataError, "unsigned"),
    (ExpiredMetadataError, "expired"),
    (BadVersionNumberError, "rolled_back"),
    (DeserializationError, "malformed"),
    (RepositoryError, "tampered"),
    (DownloadError, "network"),
)
"""The first that fits counts."""


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns what happens inside into a RemoteError that names the place."""
    try:
        yield
    except RemoteError as error:
        raise RemoteError(error.code, **{"place": place, **error.values}) from error
    except DownloadHTTPError as error:
        status = str(error.status_code)
        raise RemoteError("http_status", place=place, status=status) from error
    except (DownloadError, RepositoryError) as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        raise RemoteError(code, place=place, why=str(error)) from error
    except OSError as error:
        raise disk_error(error) from error
