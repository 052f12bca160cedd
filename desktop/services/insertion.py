"""Brings phrases into another program's window through the clipboard and the paste key.

One queue; a phrase is done when the target was seen reading it, not when some time has passed.
What was on the clipboard before the first phrase comes back after the last one, and never before
the target has read ours: a busy target must not find the old text instead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace

from desktop.core.pasting import PasteRules
from desktop.services.content import Content, together
from desktop.services.delivery import (
    CLIPBOARD_CAP_MS,
    LOOK_MS,
    QUIET_MS,
    Delivery,
    Desk,
    Reports,
)
from desktop.services.jobs import Frozen, Job, Typed
from desktop.services.loan import ClipboardLoan
from desktop.services.outcomes import CopiedOnly, Failed, Inserted, Outcome, Unsent
from desktop.services.ports import Clipboard, Clock, Focus, Keys, Scheduler, Target
from desktop.services.steps import Steps, refusal

__all__ = ["CopiedOnly", "Failed", "Inserted", "InsertionService", "Outcome", "Unsent"]

THAW_CAP_MS = 10_000
"""How long phrases wait behind one that a frozen target has not read."""
RESTORE_QUIET_MS = 150
"""No reading for so long and the old clipboard returns; nobody waits, so it may be generous."""
_NOWHERE = Target(0)


class InsertionService:
    """Inserts phrases one after the other, whole and in the order they were asked for."""

    def __init__(
        self,
        clipboard: Clipboard,
        focus: Focus,
        keys: Keys,
        scheduler: Scheduler,
        clock: Clock,
        rules: Callable[[], PasteRules] = PasteRules,
    ) -> None:
        """``rules`` tells how programs take phrases at this moment."""
        self._loan = ClipboardLoan(clipboard)
        self._focus = focus
        self._keys = keys
        self._rules = rules
        self._steps = Steps(scheduler, clock, self._refused)
        self._desk = Desk(self._loan, focus, keys, self._steps)
        self._reports = Reports(
            self._make_room, self._end, self._copy_only, self._unread, self._read_late
        )
        self._queue: deque[Job] = deque()
        self._delivery: Delivery | None = None
        self._frozen: Frozen | None = None
        self._busy = False

    @property
    def at_rest(self) -> bool:
        """Whether no phrase is under way and the clipboard is the agent's own."""
        return not self._busy and not self._loan.outstanding

    def insert(
        self,
        parts: tuple[Content, ...],
        target: Target | None,
        done: Callable[[Outcome], None],
        *,
        typed: Typed | None = None,
        send: bool = False,
    ) -> None:
        """Queues a phrase for a window.

        Args:
            parts: What is pasted, one after the other; at least one.
            target: The window; None if there is none, then the phrase is only copied.
            done: Gets the outcome exactly once, maybe at once, and may call ``insert`` again.
            typed: What stands in the window and the phrase takes the place of, if it is still
                untouched: it is erased in the same moment the first part is pasted, or not at all.
            send: Whether the window's send key is pressed when it has read the last part.
        """
        job = Job(parts, target, done, typed, send)
        if self._frozen and target == self._frozen.target:
            self._frozen.wait(job)
            return
        self._queue.append(job)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        """Starts the next phrase, or lets the old clipboard return when there is none."""
        self._steps.stop()
        self._busy = bool(self._queue)
        if self._queue:
            self._steps.run(partial(self._begin, self._queue.popleft()))
        else:
            self._steps.mark()
            self._steps.later(RESTORE_QUIET_MS - QUIET_MS, self._finish)

    def _begin(self, job: Job) -> None:
        target = job.target or _NOWHERE
        rule = self._rules().of(target.program)
        self._delivery = Delivery(job, target, rule, self._desk, self._reports)
        if job.typed_on():
            self._end(Failed("typed_on"))
        elif obstacle := self._keys.obstacle():
            self._copy_only(obstacle)
        elif job.target is None:
            self._copy_only("no_target")
        elif not self._focus.exists(target):
            self._copy_only("target_gone")
        else:
            self._delivery.start()

    def _make_room(self) -> None:
        """A part of the phrase under way takes the place of what a frozen window shall find."""
        if not self._loan.intact():
            self._forget_frozen()
        if self._frozen:
            self._frozen.offered = False

    def _end(self, outcome: Outcome) -> None:
        delivery = self._ended()
        if isinstance(outcome, Unsent):
            # it would be sent with the next one, which nobody has asked for
            target, reason = delivery.job.target, outcome.reason
            self._queue = deque(
                job.unsent(reason) if job.target == target else job for job in self._queue
            )
        self._tell([(delivery.job, outcome)])

    def _on_read(self, by_target: bool) -> None:
        if by_target:
            self._read_late()

    def _read_late(self) -> None:
        """The target reads what is on offer although nothing waits for that."""
        if self._delivery:
            return
        if self._busy or (self._frozen and self._frozen.offered):
            self._busy = True
            self._forget_frozen()
            self._steps.later(QUIET_MS, self._next)
        else:
            self._steps.later(RESTORE_QUIET_MS, self._finish)

    def _finish(self) -> None:
        """The queue is empty: the clipboard becomes what it was, unless somebody still needs it."""
        frozen = self._frozen
        if frozen and not self._loan.intact():
            self._wake_waiting()
        elif frozen is None:
            self._steps.attempt(self._loan.give_back, self._finish, CLIPBOARD_CAP_MS)
        elif not frozen.offered:
            offer = partial(self._loan.offer, frozen.content, frozen.target, self._on_read)
            frozen.offered = self._steps.attempt(offer, self._finish, CLIPBOARD_CAP_MS)

    def _unread(self) -> None:
        delivery = self._ended()
        job, done, target = delivery.job, delivery.done, delivery.target
        self._forget_frozen()
        self._frozen = Frozen(target, job.parts[done])
        self._look_after(self._frozen)
        if rest := job.parts[done + 1 :]:
            self._frozen.wait(Job(rest, target, _told_already, follows=True))
        for waiting in self._take_queued(target):
            self._frozen.wait(waiting)
        self._tell([(job, CopiedOnly("unread", done))])

    def _look_after(self, frozen: Frozen) -> None:
        frozen.look_no_more = self._steps.apart(LOOK_MS, partial(self._look_at, frozen))

    def _look_at(self, frozen: Frozen) -> None:
        self._look_after(frozen)
        if frozen.offered and not self._loan.intact():
            self._wake_waiting()
        elif not self._focus.exists(frozen.target):
            self._bury(frozen)
        elif frozen.waiting:
            frozen.waited_ms += LOOK_MS
            if frozen.waited_ms >= THAW_CAP_MS:
                self._still_frozen(frozen)

    def _bury(self, frozen: Frozen) -> None:
        """It is gone: what it has not read is left on the clipboard."""
        frozen.waiting.insert(0, Job((frozen.content,), frozen.target, _told_already))
        self._wake_waiting()

    def _still_frozen(self, frozen: Frozen) -> None:
        """Offers all that waited, in order: the paste key is still on its way to the target."""
        frozen.waited_ms = 0
        waiting, frozen.waiting = frozen.waiting, []
        frozen.content = together([(frozen.content,), *(job.parts for job in waiting)])
        offer = partial(self._loan.offer, frozen.content, frozen.target, self._on_read)
        refused = refusal(offer) if frozen.offered else None
        for job in waiting:
            job.done(job.left(frozen.content, "unread", refused))

    def _forget_frozen(self) -> None:
        """Those who waited behind it go first."""
        if self._frozen:
            frozen, self._frozen = self._frozen, None
            frozen.look_no_more()
            self._queue.extendleft(reversed(frozen.waiting))

    def _wake_waiting(self) -> None:
        """The agent has copied something else: the frozen window gets that, we start afresh."""
        self._forget_frozen()
        if not self._busy:
            self._next()

    def _copy_only(self, reason: str) -> None:
        """Leaves what has not arrived on the clipboard, with what is queued for the same window."""
        delivery = self._ended()
        job = delivery.job
        jobs = [replace(job, parts=job.parts[delivery.done :]), *self._take_queued(job.target)]
        content = together(job.parts for job in jobs)
        refused = refusal(partial(self._loan.leave, content))
        if not refused:
            self._forget_frozen()
        first, *others = [(job, job.left(content, reason, refused)) for job in jobs]
        self._tell([(job, replace(first[1], arrived=delivery.done)), *others])

    def _take_queued(self, target: Target | None) -> tuple[Job, ...]:
        """Takes everything for one window out of the queue."""
        same = tuple(job for job in self._queue if job.target == target)
        self._queue = deque(job for job in self._queue if job.target != target)
        return same

    def _ended(self) -> Delivery:
        """Ends the delivery under way; readings of what it offered are late from now on."""
        delivery, self._delivery = self._delivery, None
        assert delivery
        delivery.end()
        return delivery

    def _tell(self, outcomes: Iterable[tuple[Job, Outcome]]) -> None:
        try:
            for job, outcome in outcomes:
                job.done(outcome)
        finally:
            self._next()

    def _refused(self, code: str) -> None:
        """What the world refuses becomes an outcome."""
        delivery = self._delivery
        if delivery and delivery.done == len(delivery.job.parts):
            self._end(Unsent(code))
        elif delivery:
            self._copy_only(code)


def _told_already(_: Outcome) -> None:
    """The rest of a phrase whose outcome was told."""
