"""What every fetcher has: a deadline for all that it does, and a count of what came in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator

from tuf.ngclient import FetcherInterface

from desktop.remote.client.deadline import Deadline


class Fetcher(FetcherInterface):
    """Fetches files of one place.

    Attributes:
        deadline: By when; set anew for each phase of a check.
        came: Called with the size of each piece.
    """

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        self.came: Callable[[int], None] = lambda _size: None

    @abstractmethod
    def pieces(self, url: str) -> Iterator[bytes]:
        """The content of a file, piece by piece.

        Raises:
            DownloadHTTPError: There is no such file, or the server has another reason.
            RemoteError: The place cannot be reached, or not in time.
        """

    @abstractmethod
    def close(self) -> None:
        """Ends what was kept open between files."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        for piece in self.pieces(url):
            self.deadline.left_s()
            self.came(len(piece))
            yield piece
