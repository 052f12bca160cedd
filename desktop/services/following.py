"""Follows packs while the window is open: looks for news, and knows what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.core.packs.schedule import next_check_s
from desktop.services.followed import SEEN, Followed, Progress, Seen, followed
from desktop.services.packs import PackSource
from desktop.services.ports import Action, Jobs, NotKeptError, Scheduler, Settings
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import (
    CheckFailed,
    HeldPacks,
    PackClient,
    Sources,
    Subscription,
    Watch,
)

if TYPE_CHECKING:
    from desktop.core.packs.invitation import Invitation

FIRST_MS = 3_000
"""From the start to the first check: the window comes first."""
LOOK_MS = 60_000
"""Signatures run out by themselves, and other programs may have fetched an edition."""
TELL_MS = 200


class Following:
    """Checks at the start, every quarter of an hour, and when asked; one check at a time.

    Attributes:
        followed: Every pack that is followed, as it was found last.
        progress: Of the check under way; None if there is none.
        on_change: Called when ``followed`` is another.
        on_editions: Called when other packs, or other editions of them, are here.
        on_progress: Called when a check begins and ends, and a few times a second between.
    """

    def __init__(
        self,
        sources: Sources,
        packs: PackSource,
        settings: Settings,
        jobs: Jobs,
        scheduler: Scheduler,
        chance: Callable[[], float],
    ) -> None:
        """Does nothing yet.

        Args:
            sources: Where packs are.
            packs: Opens them.
            settings: Remember what the agent has looked at.
            jobs: Does what takes long.
            scheduler: Calls back.
            chance: A number of 0 to 1, another at each call.
        """
        self._sources = sources
        self._packs = packs
        self._settings = settings
        self._jobs = jobs
        self._scheduler = scheduler
        self._chance = chance
        self._troubles: Mapping[Subscription, RemoteError | None] = {}
        self._cancelled = False
        self._next: Action | None = None
        self._tick: Action = lambda: None
        self._waiting: list[Action] = []
        self.followed: tuple[Followed, ...] = ()
        self.progress: Progress | None = None
        self.on_change: list[Action] = []
        self.on_editions: list[Action] = []
        self.on_progress: list[Action] = []

    def start(self) -> None:
        """Looks now, and once a minute from then on."""
        self._look()
        self._scheduler.call_later(LOOK_MS, self.start)

    def of(self, pack: str) -> Followed | None:
        """What is known of a pack by its id; None if it is not followed."""
        return next((one for one in self.followed if one.subscription.pack == pack), None)

    def check(self) -> None:
        """Looks for newer editions of everything now."""
        self._plan(next_check_s(self._chance()) * 1000)
        if self.progress is None and self.followed:
            self._work(self._check, self._checked)

    def stop(self) -> None:
        """Ends the check under way; what it has not brought comes with the next."""
        self._cancelled = True

    def join(self, invitation: Invitation, done: Callable[[RemoteError | None], None]) -> None:
        """Follows the packs of an invitation, and fetches them; ``done`` is told what failed."""

        def join(watch: Watch) -> None:
            client = self._sources.client()
            troubles = _checked(client, client.join(invitation), watch)
            self._troubles = {**self._troubles, **troubles}
            for trouble in filter(None, troubles.values()):
                raise trouble

        self._in_turn(join, done)

    def leave(self, subscription: Subscription, done: Callable[[RemoteError | None], None]) -> None:
        """Follows a pack no longer; ``done`` is told what failed."""
        self._in_turn(lambda _watch: self._sources.client().leave(subscription), done)

    def mark_seen(self, pack: str) -> None:
        """The agent has looked at what is new in a pack.

        Raises:
            NotKeptError: That cannot be remembered; it is new again after the next start.
        """
        one = self.of(pack)
        if one is None or one.seen is None or one.unseen is None:
            return
        seen = replace(one, unseen=None)
        self.followed = tuple(seen if other is one else other for other in self.followed)
        _call(self.on_change)
        self._remember({pack: one.seen})

    # -- looking at what is here -----------------------------------------------------------

    def _look(self) -> None:
        held, seen = self._sources.held(), SEEN.of(self._settings)
        if held is None:
            self._take(())  # as for nearly everybody: no thread need be made for it
        else:
            self._jobs.run(lambda: self._found(held, seen), self._take)

    def _found(self, held: HeldPacks, seen: Mapping[str, Seen]) -> tuple[Followed, ...] | None:
        try:
            return followed(held, self._packs, seen)
        except RemoteError:
            return None  # the disk does not answer: what is known stays

    def _take(self, found: tuple[Followed, ...] | None) -> None:
        if found is None:
            return
        seen = SEEN.of(self._settings)
        new = {
            p: s for one in found if (s := one.seen) and (p := one.subscription.pack) not in seen
        }
        if new:
            with suppress(NotKeptError):  # it is asked again in a minute
                self._remember(new)
        known = tuple(self._known(one, seen) for one in found)
        before, self.followed = self.followed, known
        if self._next is None:
            self._plan(FIRST_MS)
        if _editions(known) != _editions(before):
            _call(self.on_editions)
        if known != before:
            _call(self.on_change)

    def _known(self, one: Followed, seen: Mapping[str, Seen]) -> Followed:
        """With what was learnt while it was looked for."""
        looked_at = one.seen == seen.get(one.subscription.pack)
        trouble = one.trouble or self._troubles.get(one.subscription)
        return replace(one, trouble=trouble, unseen=None if looked_at else one.unseen)

    def _remember(self, seen: Mapping[str, Seen]) -> None:
        SEEN.keep(self._settings, {**SEEN.of(self._settings), **seen})

    # -- work that takes long --------------------------------------------------------------

    def _check(self, watch: Watch) -> Mapping[Subscription, RemoteError | None]:
        try:
            held = self._sources.held()
            there = held.subscriptions() if held else ()
        except RemoteError:
            return self._troubles
        return _checked(self._sources.client(), there, watch) if there else {}

    def _checked(self, troubles: Mapping[Subscription, RemoteError | None]) -> None:
        self._troubles = troubles
        self._end()

    def _plan(self, wait_ms: float) -> None:
        if self._next is not None:
            self._next()
        self._next = self._scheduler.call_later(round(wait_ms), self.check)

    def _in_turn(
        self, work: Callable[[Watch], None], done: Callable[[RemoteError | None], None]
    ) -> None:
        if self.progress is not None:
            self._waiting.append(lambda: self._in_turn(work, done))
            return

        def tried(watch: Watch) -> RemoteError | None:
            try:
                work(watch)
            except RemoteError as error:
                return error
            return None

        def ended(error: RemoteError | None) -> None:
            self._end()
            done(error)

        self._work(tried, ended)

    def _work(self, work: Callable[[Watch], object], done: Callable[..., None]) -> None:
        self._cancelled = False
        self.progress = Progress()
        watch = Watch(self._came, lambda: self._cancelled)
        self._jobs.run(lambda: work(watch), done)
        self._tell_progress()

    def _came(self, done: int, whole: int) -> None:
        """Called by the thread that fetches."""
        self.progress = Progress(done, whole)

    def _tell_progress(self) -> None:
        _call(self.on_progress)
        self._tick = self._scheduler.call_later(TELL_MS, self._tell_progress)

    def _end(self) -> None:
        self._tick()
        self.progress = None
        _call(self.on_progress)
        self._look()
        if self._waiting:
            self._waiting.pop(0)()


def _checked(
    client: PackClient, followed: tuple[Subscription, ...], watch: Watch
) -> dict[Subscription, RemoteError | None]:
    """Checks each; what went wrong with it."""
    checks = ((one, client.check(one, watch)) for one in followed)
    return {one: it.error if isinstance(it, CheckFailed) else None for one, it in checks}


def _editions(followed: tuple[Followed, ...]) -> list[tuple[Subscription, Seen | None]]:
    return [(one.subscription, one.seen) for one in followed]


def _call(actions: list[Action]) -> None:
    for action in actions:
        action()
