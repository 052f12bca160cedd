"""An agent's side of the repository: joins, looks for news, keeps the last good packs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from desktop.core.packs.edition import remember
from desktop.core.packs.freshness import after_failed_check, after_good_check, doubt
from desktop.core.packs.invitation import Invitation
from desktop.remote.client.deadline import Deadline
from desktop.remote.client.faults import told
from desktop.remote.client.fetcher import Fetcher
from desktop.remote.client.look import fetch_pack, fetch_root, look
from desktop.remote.client.places import Places
from desktop.remote.client.shelf import Followed, Shelf, Shelved
from desktop.remote.client.shelves import Shelves
from desktop.remote.disk import only_one
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import (
    Checked,
    CheckFailed,
    Held,
    Subscription,
    Unchanged,
    Updated,
    Watch,
)

_OUR_OWN = {"busy", "cancelled", "disk", "disk_full"}
"""Faults that another place would not mend."""


class Patience(Struct, frozen=True):
    """How long a place may take.

    Attributes:
        check_s: For everything but a pack.
        bytes_per_s: How fast a pack must come, beside ``check_s`` for a slow start.
    """

    check_s: float = 30.0
    bytes_per_s: float = 32_000.0


PATIENCE = Patience()


class Client(Shelves):
    """Keeps packs in a folder of its own; ``PackClient`` says what each call promises."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        places: Places,
        patience: Patience = PATIENCE,
    ) -> None:
        super().__init__(folder, now)
        self._places = places
        self._patience = patience

    def join(self, invitation: Invitation) -> tuple[Subscription, ...]:
        """Follows the packs of an invitation from now on."""
        root = invitation.root or self._fetch_root(invitation)
        _refuse_false(root, invitation.root_sha256)
        shelf = Shelf.of(self._folder, invitation.root_sha256)
        with only_one(shelf.lock):
            known = shelf.followed() or Followed(invitation.root_sha256)
            shelf.keep_root(root)
            shelf.follow(
                Followed(
                    invitation.root_sha256,
                    _once(*invitation.places, *known.places),
                    _once(*known.packs, *invitation.packs),
                )
            )
        joined = self.subscriptions()
        return tuple(s for s in joined if s.repository == invitation.root_sha256)

    def check(self, subscription: Subscription, watch: Watch) -> Checked:
        """Looks for a newer edition and keeps it."""
        shelf = self.shelf(subscription)
        try:
            with only_one(shelf.lock):
                return self._check(shelf, subscription, watch)
        except RemoteError as error:
            held = None
            with suppress(RemoteError):  # the disk's fault was told once
                held = self.held(subscription)
            return CheckFailed(error, held)

    def leave(self, subscription: Subscription) -> None:
        """Follows a pack no longer, and forgets its editions.

        What was learnt of the repository stays: who joins again cannot be shown something older.
        """
        shelf = self.shelf(subscription)
        with only_one(shelf.lock):
            known = shelf.followed()
            if known:
                left = tuple(pack for pack in known.packs if pack != subscription.pack)
                shelf.follow(Followed(known.repository, known.places if left else (), left))
            shelf.forget(subscription.pack)

    def _check(self, shelf: Shelf, subscription: Subscription, watch: Watch) -> Checked:
        shelf.sweep()
        root = shelf.root(subscription.repository)
        failures: list[RemoteError] = []
        for place in subscription.places:
            try:
                return self._look(shelf, place, subscription.pack, root, watch)
            except RemoteError as error:
                failures.append(error)
                if error.code in _OUR_OWN:
                    break
        known = shelf.shelved(subscription.pack)
        known = replace(known, freshness=after_failed_check(known.freshness, self._now()))
        with suppress(RemoteError):  # a full disk has been told already
            shelf.shelve(subscription.pack, known)
        return CheckFailed(failures[0], self.held_of(known))

    def _look(
        self, shelf: Shelf, place: str, pack: str, root: bytes, watch: Watch
    ) -> Unchanged | Updated:
        with self._at(place, watch.cancelled) as fetcher:
            found = look(place, fetcher, pack, shelf.metadata, root, self._now())
            if shelf.bytes_of(found.edition) is None:
                more_s = found.edition.length / self._patience.bytes_per_s
                fetcher.deadline = Deadline(self._patience.check_s + more_s, watch.cancelled)
                shelf.put(found.edition, fetch_pack(place, fetcher, found, watch.progress))
        known = shelf.shelved(pack)
        before = known.editions[0] if known.editions else None
        now = self._now()
        fresh = after_good_check(known.freshness, now, found.good_until, found.index)
        known = Shelved(remember(known.editions, found.edition), fresh)
        shelf.shelve(pack, known)
        held = Held(found.edition, now, doubt(fresh, now))
        return Unchanged(held) if before == found.edition else Updated(held, before)

    def _fetch_root(self, invitation: Invitation) -> bytes:
        failures: list[RemoteError] = []
        for place in invitation.places:
            try:
                with self._at(place) as fetcher:
                    return fetch_root(place, fetcher, invitation.root_sha256)
            except RemoteError as error:
                failures.append(error)
        raise failures[0]

    @contextmanager
    def _at(self, place: str, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Fetcher]:
        """A fetcher for a place; whatever goes wrong with it becomes a RemoteError."""
        with told(place):
            deadline = Deadline(self._patience.check_s, cancelled)
            with closing(self._places.open(place, deadline)) as fetcher:
                yield fetcher


def _refuse_false(root: bytes, sha256: str) -> None:
    """Raises RemoteError if the bytes are not the root invited to, or no root."""
    try:
        metadata: Metadata[Root] = Metadata.from_bytes(root)
        if hashlib.sha256(root).hexdigest() == sha256 and metadata.signed.type == Root.type:
            metadata.signed.verify_delegate(Root.type, metadata.signed_bytes, metadata.signatures)
            return
    except (RepositoryError, ValueError):
        pass
    raise RemoteError("wrong_root")


def _once(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
