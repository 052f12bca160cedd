"""Packs that this machine follows, as places to open them from."""

from __future__ import annotations

from msgspec import Struct

from desktop.core.problems import InputError, Problem
from desktop.services.blobs import Blob
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import HeldPacks, Subscription


class HeldPlace(Struct, frozen=True):
    """Where the last good edition of a pack lies."""

    packs: HeldPacks
    subscription: Subscription

    def read(self) -> Blob:
        """The edition's file.

        Raises:
            InputError: There is no whole edition.
        """
        pack = self.subscription.pack
        try:
            return _InMemory(pack, self.packs.load(self.subscription)[1])
        except RemoteError:
            raise InputError(Problem("not_held", values={"pack": pack})) from None


class _InMemory(Struct, frozen=True):
    name: str
    data: bytes

    def size(self) -> int:
        return len(self.data)

    def read(self, start: int, length: int) -> bytes:
        return self.data[start : start + length]


def followed(packs: HeldPacks, pack: str) -> HeldPlace | None:
    """The place of a pack by its id; None if it is not followed."""
    found = (s for s in packs.subscriptions() if s.pack == pack)
    return next((HeldPlace(packs, subscription) for subscription in found), None)
