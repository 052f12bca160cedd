"""The pack repository as agents see it: the port, and the values it takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from desktop.core.packs.edition import Edition
from desktop.core.packs.freshness import Doubt
from desktop.services.repository import RemoteError

if TYPE_CHECKING:
    from desktop.core.packs.invitation import Invitation


class Subscription(Struct, frozen=True):
    """One pack that this machine follows.

    Attributes:
        repository: SHA-256 of the repository's first root; the same for all its packs.
        places: Addresses or folders that hold it, tried in order.
        pack: The pack's id.
    """

    repository: str
    places: tuple[str, ...]
    pack: str


class Held(Struct, frozen=True):
    """What an agent works with now: the last good edition of a pack.

    Attributes:
        edition: What the repository said of it.
        checked_at: The last check that found everything signed and in order.
        doubt: Why its prices are to be verified, if they are.
    """

    edition: Edition
    checked_at: datetime
    doubt: Doubt | None


class Unchanged(Struct, frozen=True):
    """The repository has nothing newer."""

    held: Held


class Updated(Struct, frozen=True):
    """A new edition was fetched and verified; ``before`` is the one held until then."""

    held: Held
    before: Edition | None


class CheckFailed(Struct, frozen=True):
    """The check came to nothing; what was held stays.

    Attributes:
        error: What went wrong.
        held: What stays; None if there never was a good edition.
    """

    error: RemoteError
    held: Held | None


Checked = Unchanged | Updated | CheckFailed


class Watch(Struct, frozen=True):
    """What a long check tells, and asks, while it runs.

    Attributes:
        progress: Called with the bytes of the pack fetched so far, and all.
        cancelled: Asked often; True ends the check.
    """

    progress: Callable[[int, int], None] = lambda _done, _all: None
    cancelled: Callable[[], bool] = lambda: False


UNWATCHED = Watch()


class HeldPacks(Protocol):
    """The packs that this machine follows, as they were fetched last; asks no network."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Everything followed, in a steady order."""
        ...

    def held(self, subscription: Subscription) -> Held | None:
        """The last good edition; None if there is none yet."""
        ...

    def editions(self, subscription: Subscription) -> tuple[Edition, ...]:
        """The editions that are kept, newest first."""
        ...

    def load(
        self, subscription: Subscription, edition: Edition | None = None
    ) -> tuple[Edition, bytes]:
        """The bytes of an edition that is kept, hashed again.

        Without one named, those of the last good one, or of an older one if they were damaged.

        Raises:
            RemoteError: There is no whole edition, or not the one that was named.
        """
        ...


class PackClient(HeldPacks, Protocol):
    """An agent's side. Calls take as long as a network takes: never on the window's thread."""

    def join(self, invitation: Invitation) -> tuple[Subscription, ...]:
        """Follows the packs of an invitation from now on; nothing is fetched but a missing root.

        Raises:
            RemoteError: The root cannot be fetched, is not the invited one, or cannot be kept.
        """
        ...

    def check(self, subscription: Subscription, watch: Watch) -> Checked:
        """Looks for a newer edition and keeps it; never raises for what the world does."""
        ...

    def leave(self, subscription: Subscription) -> None:
        """Follows it no longer, and forgets its editions.

        Raises:
            RemoteError: The disk does not let us.
        """
        ...


class Sources(Protocol):
    """Where followed packs are; any thread may ask."""

    def held(self) -> HeldPacks | None:
        """What is here, unread; None if this machine has never followed a pack."""
        ...

    def client(self) -> PackClient:
        """What looks for newer editions; loading it takes a moment."""
        ...
