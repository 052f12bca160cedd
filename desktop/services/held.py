"""Packs that this machine follows, as places to open them from."""

from __future__ import annotations

from msgspec import Struct

from desktop.core.packs.edition import Edition
from desktop.core.problems import InputError, Problem
from desktop.services.blobs import Blob
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import HeldPacks, Subscription


class HeldPlace(Struct, frozen=True):
    """Where an edition of a pack lies; the last good one if none is named."""

    packs: HeldPacks
    subscription: Subscription
    edition: Edition | None = None

    def read(self) -> Blob:
        """The edition's file.

        Raises:
            InputError: It is not there, or not whole.
        """
        pack = self.subscription.pack
        try:
            return _InMemory(pack, self.packs.load(self.subscription, self.edition)[1])
        except RemoteError:
            raise InputError(Problem("not_held", values={"pack": pack})) from None


class _InMemory(Struct, frozen=True):
    name: str
    data: bytes

    def size(self) -> int:
        return len(self.data)

    def read(self, start: int, length: int) -> bytes:
        return self.data[start : start + length]
