"""Follows packs: looks for news, and tells what came."""

from __future__ import annotations

from msgspec import Struct

from desktop.core.packs.diff import PackDiff, pack_diff
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError
from desktop.services.held import HeldPlace
from desktop.services.packs import PackSource
from desktop.services.subscriptions import (
    UNWATCHED,
    Checked,
    PackClient,
    Subscription,
    Updated,
    Watch,
)


class News(Struct, frozen=True):
    """What a check of one subscription has brought.

    Attributes:
        subscription: What was looked at.
        checked: What came of it.
        diff: From the pack held before to the new one; None if nothing came, or nothing was held.
    """

    subscription: Subscription
    checked: Checked
    diff: PackDiff | None = None


class UpdatingService:
    """Checks subscriptions, each whole or not at all."""

    def __init__(self, client: PackClient, packs: PackSource) -> None:
        self._client = client
        self._packs = packs

    def update(self, subscription: Subscription, watch: Watch = UNWATCHED) -> News:
        """Looks for a newer edition; never raises for what the world does."""
        before = self._pack(subscription)
        checked = self._client.check(subscription, watch)
        if not isinstance(checked, Updated):
            return News(subscription, checked)
        after = self._pack(subscription)
        return News(subscription, checked, pack_diff(before, after) if before and after else None)

    def _pack(self, subscription: Subscription) -> Pack | None:
        """The pack held; None if there is none, or it needs a newer version of the program."""
        try:
            return self._packs.pack(HeldPlace(self._client, subscription))
        except InputError:
            return None
