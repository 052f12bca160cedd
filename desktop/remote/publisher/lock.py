"""One publisher at a time, also from different machines."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from types import TracebackType
from uuid import uuid4

from desktop.remote.layout import LOCK
from desktop.remote.publisher.destination import Destination
from desktop.services.repository import RemoteError

OVER_AFTER = timedelta(minutes=10)
"""A lock this old was left by a publisher that was killed; none takes that long."""
_TRIES = 3


class PublishLock:
    """A lock file at the destination, held inside a ``with``.

    A killed publisher leaves its file: the same machine takes it over at once (a lock of the
    system's keeps its own processes apart before it comes here), others when it is old. Should
    the one that seemed dead go on, ``check`` stops it before agents see anything of it.
    """

    def __init__(self, destination: Destination, machine: str, now: Callable[[], datetime]) -> None:
        self._destination = destination
        self._machine = machine
        self._now = now
        self._data = b""

    def __enter__(self) -> PublishLock:
        fields = {
            "machine": self._machine,
            "host": socket.gethostname(),
            "at": self._now().isoformat(),
            "token": uuid4().hex,
        }
        self._data = json.dumps(fields).encode()
        for _ in range(_TRIES):
            if self._destination.create(LOCK, self._data):
                return self
            found = self._destination.read(LOCK)
            if found is None:
                continue  # just given back
            host = self._holder(found)
            if host is not None:
                raise RemoteError("publishing", host=host)
            if self._destination.swap(LOCK, found, self._data):
                return self
        raise RemoteError("publishing", host="?")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._destination.read(LOCK) == self._data:
            self._destination.delete(LOCK)

    def check(self) -> None:
        """Makes sure that the lock is still ours.

        Raises:
            RemoteError: ``publishing``: another publisher took it over.
        """
        found = self._destination.read(LOCK)
        if found != self._data:
            raise RemoteError("publishing", host=(found and self._holder(found)) or "?")

    def _holder(self, found: bytes) -> str | None:
        """Who holds a lock; None if nobody does any more."""
        try:
            fields = json.loads(found)
            machine, host = str(fields["machine"]), str(fields["host"])
            at = datetime.fromisoformat(fields["at"])
            over = abs(self._now() - at) > OVER_AFTER
        except (ValueError, TypeError, KeyError):
            return None  # killed while writing it
        return None if over or machine == self._machine else host
