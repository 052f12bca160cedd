"""Brings phrases into another program's window through the clipboard and the paste key.

One queue; a phrase is done when the target was seen reading it, not when some time has passed.
What was on the clipboard before the first phrase comes back after the last one, and never before
the target has read ours: a busy target must not find the old text instead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.pasting import PASTE_KEYS
from desktop.services.jobs import Frozen, Job, Typed
from desktop.services.loan import ClipboardLoan
from desktop.services.outcomes import CopiedOnly, Failed, Inserted, Outcome
from desktop.services.ports import (
    Action,
    Clipboard,
    Clock,
    Focus,
    Keys,
    PortError,
    Scheduler,
    Target,
)
from desktop.services.steps import Steps

__all__ = ["CopiedOnly", "Failed", "Inserted", "InsertionService", "Outcome"]

POLL_MS = 3
CLIPBOARD_CAP_MS = 1500
ACTIVATE_CAP_MS = 1000
HELD_CAP_MS = 2000
READ_CAP_MS = 2000
THAW_CAP_MS = 10_000
"""How long phrases wait behind one that a frozen target has not read."""
QUIET_MS = 30
"""Programs may read twice, what there is and then the text: no reading for so long ends it."""
RESTORE_QUIET_MS = 150
"""The same before the old clipboard returns; nobody waits for that, so it may be generous."""


class InsertionService:
    """Inserts phrases one after the other, whole and in the order they were asked for."""

    def __init__(
        self, clipboard: Clipboard, focus: Focus, keys: Keys, scheduler: Scheduler, clock: Clock
    ) -> None:
        self._loan = ClipboardLoan(clipboard)
        self._focus = focus
        self._keys = keys
        self._steps = Steps(scheduler, clock, self._refused)
        self._queue: deque[Job] = deque()
        self._job: Job | None = None
        self._frozen: Frozen | None = None
        self._busy = False
        self._asked_to_activate = False
        self._key_sent = False
        self._read_by_others = False

    @property
    def at_rest(self) -> bool:
        """Whether no phrase is under way and the clipboard is the agent's own."""
        return not self._busy and not self._loan.outstanding

    def insert(
        self,
        text: str,
        target: Target | None,
        done: Callable[[Outcome], None],
        typed: Typed | None = None,
    ) -> None:
        """Queues a phrase for a window; None if there is none, then it is only copied.

        ``done`` gets the outcome exactly once, maybe at once, and may call ``insert`` again.
        The phrase takes the place of what was ``typed`` there, if that is still untouched: it is
        erased in the same moment the phrase is pasted, or not at all.
        """
        job = Job(text, target, done, typed)
        if self._frozen and target == self._frozen.target:
            self._wait_behind(self._frozen, job)
            return
        self._queue.append(job)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        """Starts the next phrase, or lets the old clipboard return when there is none."""
        self._steps.stop()
        self._busy = bool(self._queue)
        if self._queue:
            self._job = self._queue.popleft()
            self._steps.run(partial(self._begin, self._job))
        else:
            self._steps.mark()
            self._steps.later(RESTORE_QUIET_MS - QUIET_MS, self._finish)

    def _begin(self, job: Job) -> None:
        self._key_sent = self._read_by_others = self._asked_to_activate = False
        obstacle = self._keys.obstacle()
        if job.typed_on():
            self._end((job,), Failed("typed_on"))
        elif job.target is None or obstacle:
            self._copy_only(obstacle or "no_target")
        elif not self._focus.exists(job.target):
            self._copy_only("target_gone")
        else:
            self._steps.mark()
            self._offer(job, job.target)

    def _offer(self, job: Job, target: Target) -> None:
        if not self._loan.intact():
            self._forget_frozen()
        if self._frozen:
            self._frozen.offered = False
        offer = partial(self._loan.offer, job.text, target, self._on_read)
        if self._got_clipboard(offer, partial(self._offer, job, target)):
            self._aim(job, target)

    def _aim(self, job: Job, target: Target) -> None:
        """Sends the key as soon as the target is active and no key is held."""
        again = self._aim
        if job.typed_on():
            self._end((job,), Failed("typed_on"))
            return
        if not self._loan.intact():
            again = self._offer
        elif not self._focus.is_active(target):
            self._activate(job, target)
            return
        elif self._send_keys(job):
            self._key_sent = True
            self._steps.later(READ_CAP_MS, partial(self._unread, job, target))
            return
        if self._steps.since_mark_ms() > HELD_CAP_MS:
            self._copy_only("keys_held" if self._loan.intact() else "clipboard_busy")
        else:
            self._steps.later(POLL_MS, partial(again, job, target))

    def _send_keys(self, job: Job) -> bool:
        if job.typed is None:
            return self._keys.send(PASTE_KEYS[0])
        # the space that ended a typed code may still be down
        erase = [Hotkey(Modifier(0), "Backspace")] * job.typed.count
        return self._keys.send(*erase, PASTE_KEYS[0], despite="Space")

    def _activate(self, job: Job, target: Target) -> None:
        if not self._asked_to_activate:
            self._asked_to_activate = True
            self._steps.mark()
            self._focus.activate(target)
        elif self._steps.since_mark_ms() > ACTIVATE_CAP_MS:
            self._copy_only("not_active" if self._focus.exists(target) else "target_gone")
            return
        self._steps.later(POLL_MS, partial(self._aim, job, target))

    def _on_read(self, by_target: bool) -> None:
        """A reading of what is on offer; before the key was sent it proves nothing."""
        if not self._key_sent:
            return
        if not by_target:
            self._read_by_others = True
        elif self._job:
            self._steps.later(QUIET_MS, partial(self._end, (self._job,), Inserted()))
        elif self._busy or (self._frozen and self._frozen.offered):
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
            self._got_clipboard(self._loan.give_back, self._finish)
        elif not frozen.offered:
            offer = partial(self._loan.offer, frozen.text, frozen.target, self._on_read)
            if self._got_clipboard(offer, self._finish):
                frozen.offered = self._key_sent = True

    def _got_clipboard(self, action: Action, again: Action) -> bool:
        """Does it, or sees to it that ``again`` runs soon: who holds the clipboard lets go soon."""
        try:
            action()
        except PortError:
            if self._steps.since_mark_ms() > CLIPBOARD_CAP_MS:
                raise
            self._steps.later(POLL_MS, again)
            return False
        return True

    def _unread(self, job: Job, target: Target) -> None:
        if not self._loan.intact():
            self._end((job,), Failed("clipboard_taken"))
        elif self._read_by_others:
            # some systems read through a helper process: late, but somebody has it
            self._end((job,), Inserted())
        else:
            self._forget_frozen()
            self._frozen = Frozen(target, job.text)
            for waiting in self._take_queued(target):
                self._wait_behind(self._frozen, waiting)
            self._end((job,), CopiedOnly("unread"))

    def _wait_behind(self, frozen: Frozen, job: Job) -> None:
        frozen.waiting.append(job)
        if frozen.cancel is None:
            frozen.cancel = self._steps.apart(THAW_CAP_MS, partial(self._still_frozen, frozen))

    def _still_frozen(self, frozen: Frozen) -> None:
        """Offers all that waited, in order: the paste key is still on its way to the target."""
        frozen.cancel = None
        if frozen.offered and not self._loan.intact():
            self._wake_waiting()
            return
        waiting, frozen.waiting = frozen.waiting, []
        frozen.text = "\n".join([frozen.text, *(job.text for job in waiting)])
        outcome: Outcome = CopiedOnly("unread")
        try:
            if frozen.offered:
                self._loan.offer(frozen.text, frozen.target, self._on_read)
        except PortError as error:
            outcome = Failed(error.code)
        for job in waiting:
            job.done(outcome)

    def _forget_frozen(self) -> None:
        """Those who waited behind it go first."""
        if self._frozen:
            frozen, self._frozen = self._frozen, None
            if frozen.cancel:
                frozen.cancel()
            self._queue.extendleft(reversed(frozen.waiting))

    def _wake_waiting(self) -> None:
        """The agent has copied something else: the frozen window gets that, we start afresh."""
        self._forget_frozen()
        if not self._busy:
            self._next()

    def _copy_only(self, reason: str) -> None:
        """Leaves the phrase on the clipboard, with those queued for the same window."""
        assert self._job
        jobs = (self._job, *self._take_queued(self._job.target))
        outcome: Outcome = CopiedOnly(reason)
        try:
            self._loan.leave("\n".join(job.text for job in jobs))
            self._forget_frozen()
        except PortError as error:
            outcome = Failed(error.code)
        self._end(jobs, outcome)

    def _take_queued(self, target: Target | None) -> tuple[Job, ...]:
        """Takes everything for one window out of the queue."""
        same = tuple(job for job in self._queue if job.target == target)
        self._queue = deque(job for job in self._queue if job.target != target)
        return same

    def _end(self, jobs: tuple[Job, ...], outcome: Outcome) -> None:
        self._job = None
        try:
            for job in jobs:
                job.done(outcome)
        finally:
            self._next()

    def _refused(self, code: str) -> None:
        """What the world refuses becomes an outcome."""
        if self._job:
            self._copy_only(code)
