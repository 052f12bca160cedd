"""Opens the places that an invitation names."""

from __future__ import annotations

import ssl
from pathlib import Path

from desktop.core.packs.invitation import is_web
from desktop.remote.client.deadline import Deadline
from desktop.remote.client.fetcher import Fetcher
from desktop.remote.client.folder import FolderFetcher
from desktop.remote.client.http import HttpFetcher
from desktop.remote.client.proxy import system_tls


class Places:
    """Web servers and folders; the system's certificates are read when one first needs them."""

    def __init__(self, certificates: Path | None = None) -> None:
        """``certificates`` is a PEM file of authorities trusted beside the system's."""
        self._certificates = certificates
        self._context: ssl.SSLContext | None = None

    def open(self, place: str, deadline: Deadline) -> Fetcher:
        """What fetches from a place."""
        if is_web(place):
            return HttpFetcher(deadline, self._tls)
        return FolderFetcher(Path(place), deadline)

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = system_tls(self._certificates)
        return self._context
