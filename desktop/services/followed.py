"""The packs that a machine follows, each with what is new since its agent last looked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.core.packs.edition import Edition
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError
from desktop.services.held import HeldPlace
from desktop.services.packs import PackSource
from desktop.services.repository import RemoteError
from desktop.services.settings import record
from desktop.services.shelf import shop_name
from desktop.services.subscriptions import Held, HeldPacks, Subscription
from desktop.services.words import Words

if TYPE_CHECKING:
    from desktop.core.packs.diff import PackDiff


class Seen(Struct, frozen=True):
    """The edition an agent looked at last: its number, and the SHA-256 of its bytes."""

    version: int
    sha256: str


SEEN = record("packs.seen", dict[str, Seen], {})
"""By the pack's id."""


class Unseen(Struct, frozen=True):
    """A newer edition than the one the agent looked at last.

    Attributes:
        before: Number of the edition that was looked at.
        edition: The one that is held.
        diff: From the one to the other; None if the older one is not kept any more.
    """

    before: int
    edition: Edition
    diff: PackDiff | None

    @property
    def summary(self) -> str:
        """``v12 → v13: +3 ~2 −1``."""
        numbers = f": {self.diff.summary}" if self.diff else ""
        return f"v{self.before} → v{self.edition.version}{numbers}"


class Followed(Struct, frozen=True):
    """A pack that this machine follows.

    Attributes:
        subscription: Which.
        name: What agents call it; empty while there is nothing that can be opened.
        held: Its last good edition; None if there is none yet.
        unseen: What the agent has not looked at yet; None for nothing.
        trouble: Why the last check came to nothing; None if it did not, or there was none.
    """

    subscription: Subscription
    name: str = ""
    held: Held | None = None
    unseen: Unseen | None = None
    trouble: RemoteError | None = None

    @property
    def seen(self) -> Seen | None:
        """The edition that is held, as one to have been looked at."""
        return Seen(self.held.edition.version, self.held.edition.sha256) if self.held else None

    def told_doubt(self, words: Words) -> str:
        """Why its prices are to be verified, in a line; empty if they are not."""
        doubt = self.held.doubt if self.held else None
        if doubt is None:
            return ""
        since = f"{doubt.since.astimezone():%Y-%m-%d %H:%M}"
        return words.text(f"doubt.{doubt.reason}", since=since)


class Progress(Struct, frozen=True):
    """How far a check has come: bytes of the pack that is being fetched, and all it has."""

    done: int = 0
    all: int = 0


def followed(held: HeldPacks, packs: PackSource, seen: Mapping[str, Seen]) -> tuple[Followed, ...]:
    """Every pack that is followed; ``seen`` has by its id the edition looked at last.

    Raises:
        RemoteError: It cannot be read which.
    """
    return tuple(_followed(held, packs, one, seen) for one in held.subscriptions())


def _followed(
    held: HeldPacks, packs: PackSource, subscription: Subscription, seen: Mapping[str, Seen]
) -> Followed:
    try:
        last = held.held(subscription)
        if last is None:
            return Followed(subscription)
        after = _pack(held, packs, subscription, last.edition)
        name = shop_name(after) if after else ""
        known = seen.get(subscription.pack)
        if known is None or known.sha256 == last.edition.sha256:
            return Followed(subscription, name, last)
        kept = (one for one in held.editions(subscription) if one.sha256 == known.sha256)
        before = next((_pack(held, packs, subscription, one) for one in kept), None)
    except RemoteError as error:
        return Followed(subscription, trouble=error)
    from desktop.core.packs.diff import pack_diff  # most windows have no news

    diff = pack_diff(before, after) if before and after else None
    return Followed(subscription, name, last, Unseen(known.version, last.edition, diff))


def _pack(
    held: HeldPacks, packs: PackSource, subscription: Subscription, edition: Edition
) -> Pack | None:
    """The pack of an edition; None if its bytes are not there, or need a newer program."""
    try:
        return packs.pack(HeldPlace(held, subscription, edition))
    except InputError:
        return None
