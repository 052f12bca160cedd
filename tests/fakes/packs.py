"""Packs that were never written anywhere, and a machine that follows none."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem
from desktop.services.blobs import Blob
from desktop.services.packs import Opened, PackSource, Place
from desktop.services.subscriptions import HeldPacks, PackClient
from tests.packs import NoCache


class Made:
    """The place of a pack that a test has made."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    def read(self) -> Mapping[str, bytes] | Blob:
        raise NotImplementedError  # it is opened as it is


class Refusing(Made):
    """The place of a pack that cannot be opened."""

    def __init__(self) -> None:
        """There is nothing behind it."""

    @property
    def opened(self) -> Opened:  # type: ignore[override]
        raise InputError(Problem("not_held", values={"pack": "p"}))


class MadePacks(PackSource):
    """Opens what tests have made."""

    def __init__(self) -> None:
        super().__init__(NoCache(), tuple)

    def open(self, place: Place) -> Opened:
        assert isinstance(place, Made)
        return place.opened

    def pack(self, place: Place) -> Pack:
        return self.open(place).pack


class FollowsNone:
    """The Sources of a machine that never followed a pack."""

    def held(self) -> HeldPacks | None:
        return None

    def client(self) -> PackClient:
        raise NotImplementedError
