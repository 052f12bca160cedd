"""The packs an agent's machine holds: read without what fetching and verifying need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.core.packs.edition import Edition
from desktop.core.packs.freshness import doubt
from desktop.remote.client.shelf import Shelf, Shelved
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import Held, Subscription


class Shelves:
    """The folder that a ``Client`` keeps; ``HeldPacks`` says what each call promises."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Everything followed, in a steady order."""
        shelves = (Shelf(path.parent) for path in sorted(self._folder.glob("*/repository.json")))
        followed = (known for shelf in shelves if (known := shelf.followed()))
        return tuple(Subscription(f.repository, f.places, p) for f in followed for p in f.packs)

    def held(self, subscription: Subscription) -> Held | None:
        """The last good edition; None if there is none yet."""
        return self.held_of(self.shelf(subscription).shelved(subscription.pack))

    def editions(self, subscription: Subscription) -> tuple[Edition, ...]:
        """The editions that are kept, newest first."""
        return self.shelf(subscription).shelved(subscription.pack).editions

    def load(
        self, subscription: Subscription, edition: Edition | None = None
    ) -> tuple[Edition, bytes]:
        """The bytes of an edition, hashed again; of the last whole one if none is named."""
        shelf = self.shelf(subscription)
        for kept in (edition,) if edition else self.editions(subscription):
            data = shelf.bytes_of(kept)
            if data is not None:
                return kept, data
        raise RemoteError("no_edition_here", pack=subscription.pack)

    def shelf(self, subscription: Subscription) -> Shelf:
        """Where the packs of its repository lie."""
        return Shelf.of(self._folder, subscription.repository)

    def held_of(self, known: Shelved) -> Held | None:
        """What is held by what is known of a pack."""
        fresh = known.freshness
        if not known.editions or fresh.checked_at is None:
            return None
        return Held(known.editions[0], fresh.checked_at, doubt(fresh, self._now()))
