"""Fetches from a folder: a share, a mounted drive, a stick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from tuf.api.exceptions import DownloadHTTPError

from desktop.remote.client.deadline import Deadline
from desktop.remote.client.fetcher import Fetcher
from desktop.services.repository import RemoteError

BASE = "folder:"
_PIECE = 256 * 1024
_NOT_FOUND = 404


class FolderFetcher(Fetcher):
    """Fetches files below one folder."""

    def __init__(self, folder: Path, deadline: Deadline) -> None:
        super().__init__(deadline)
        self._folder = _real(folder)

    def pieces(self, url: str) -> Iterator[bytes]:
        """The content of a file; nothing outside of the folder is ever read.

        A share that is gone looks like one without files: so the folder itself is looked for.
        """
        try:
            path = _real(self._folder / unquote(url.removeprefix(f"{BASE}/")))
            if not path.is_relative_to(self._folder) or not path.is_file():
                if not self._folder.is_dir():
                    raise RemoteError("no_folder", place=str(self._folder))
                raise DownloadHTTPError("no such file", _NOT_FOUND)
            with path.open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
        except OSError as error:
            raise RemoteError("network", why=error.strerror or str(error)) from error

    def close(self) -> None:
        """Nothing is kept open."""


def _real(path: Path) -> Path:
    """Where a path leads; ``Path.resolve`` would raise for links that go round."""
    return Path(os.path.realpath(path))
