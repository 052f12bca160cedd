"""One phrase on its way: each part offered, pasted and seen read; then, if wished, the send key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.pasting import PasteRule
from desktop.services.jobs import Job
from desktop.services.loan import ClipboardLoan
from desktop.services.outcomes import Failed, Inserted, Outcome, Unsent
from desktop.services.ports import Action, Focus, Keys, Target
from desktop.services.steps import POLL_MS, Steps

CLIPBOARD_CAP_MS = 1500
ACTIVATE_CAP_MS = 1000
ACTIVATE_AGAIN_MS = 300
"""A window that is just coming forward itself may take the focus from the one we asked for."""
HELD_CAP_MS = 2000
READ_CAP_MS = 2000
LOOK_MS = 250
"""A window that is awaited is looked for that often: another may come by its number later."""
QUIET_MS = 30
"""Programs may read twice, what there is and then the text: no reading for so long ends it."""


class Desk(Struct, frozen=True):
    """What a delivery works with."""

    loan: ClipboardLoan
    focus: Focus
    keys: Keys
    steps: Steps


class Reports(Struct, frozen=True):
    """What a delivery tells the one who started it.

    Attributes:
        offering: A part goes on the clipboard now.
        ended: It is over: all parts were read, or nothing is to be done any more.
        stuck: The part cannot be pasted, for a reason.
        unread: The paste key was sent, and the target has not read the text.
        read_late: The target reads although the delivery is over.
    """

    offering: Action
    ended: Callable[[Outcome], None]
    stuck: Callable[[str], None]
    unread: Action
    read_late: Action


class Delivery:
    """Brings one job to its window.

    Attributes:
        job: The job.
        target: Its window.
        done: How many of its parts the target has read.
    """

    def __init__(
        self, job: Job, target: Target, rule: PasteRule, desk: Desk, reports: Reports
    ) -> None:
        self.job = job
        self.done = 0
        self.target = target
        self._rule = rule
        self._loan, self._focus = desk.loan, desk.focus
        self._keys, self._steps = desk.keys, desk.steps
        self._reports = reports
        self._activations = 0
        self._settled = rule.before_ms == 0
        self._read_awaited = self._read_by_others = self._over = False

    def start(self) -> None:
        """Offers the first part."""
        if self.job.follows:
            self._pause(self._rule.between_ms, self._offer)
        else:
            self._steps.mark()
            self._offer()

    def end(self) -> None:
        """Nothing more is done; what is on offer stays, and late readings are told."""
        self._over = True

    def _offer(self) -> None:
        self._read_by_others = False
        self._reports.offering()
        content = self.job.parts[self.done]
        offer = partial(self._loan.offer, content, self.target, self._on_read)
        if self._steps.attempt(offer, self._offer, CLIPBOARD_CAP_MS):
            self._aim()

    def _aim(self) -> None:
        """Sends the paste key as soon as the target is active and no key is held."""
        again = self._aim
        if self._first and self.job.typed_on():
            self._reports.ended(Failed("typed_on"))
            return
        if not self._loan.intact():
            again = self._offer
        elif not self._focus.is_active(self.target):
            self._activate()
            return
        elif not self._settled:
            self._settled = True
            self._pause(self._rule.before_ms, self._aim)
            return
        elif self._loan.settled() and self._paste():
            return
        if self._steps.since_mark_ms() > HELD_CAP_MS:
            free = self._loan.intact() and self._loan.settled()
            self._reports.stuck("keys_held" if free else "clipboard_busy")
        else:
            self._steps.later(POLL_MS, again)

    def _paste(self) -> bool:
        """Presses the paste key, if no key is held, and awaits the reading.

        It may come before the press is over: a program that hooks the keyboard holds up who sends
        keys, and Windows lets us answer the reader meanwhile.
        """
        self._read_awaited = True
        self._steps.later(LOOK_MS, self._await_reading)
        pressed = False
        try:
            pressed = self._press()
        finally:
            self._read_awaited = pressed
            if pressed:
                self._steps.mark()
            else:
                self._steps.stop()
        return pressed

    def _press(self) -> bool:
        if not self._first or self.job.typed is None:
            return self._keys.send(self._rule.paste_key, into=self.target)
        # the space that ended a typed code may still be down
        erase = [Hotkey(Modifier(0), "Backspace")] * self.job.typed.count
        return self._keys.send(
            *erase,
            self._rule.paste_key,
            into=self.target,
            despite="Space",
            provided=self.job.typed.untouched,
        )

    @property
    def _first(self) -> bool:
        return self.done == 0

    def _activate(self) -> None:
        if not self._focus.exists(self.target):
            self._reports.stuck("target_gone")
            return
        if self._activations == 0:
            self._steps.mark()
        if self._steps.since_mark_ms() >= self._activations * ACTIVATE_AGAIN_MS:
            self._activations += 1
            self._focus.activate(self.target)
        elif self._steps.since_mark_ms() > ACTIVATE_CAP_MS:
            self._reports.stuck("not_active")
            return
        self._steps.later(POLL_MS, self._aim)

    def _on_read(self, by_target: bool) -> None:
        """A reading of what is on offer; before the key was sent it proves nothing."""
        if self._over and by_target:
            self._reports.read_late()
        elif self._read_awaited and not by_target:
            self._read_by_others = True
        elif self._read_awaited:
            self._steps.later(QUIET_MS, partial(self._read, proved=True))

    def _await_reading(self) -> None:
        if not self._focus.exists(self.target):
            self._reports.stuck("target_gone")
        elif self._steps.since_mark_ms() < READ_CAP_MS:
            self._steps.later(LOOK_MS, self._await_reading)
        else:
            self._unread()

    def _unread(self) -> None:
        if not self._loan.intact():
            self._reports.ended(Failed("clipboard_taken", self.done))
        elif self._read_by_others:
            # some systems read through a helper process: late, but somebody has it
            self._read(proved=False)
        elif isinstance(self.job.parts[self.done], str):
            self._reports.unread()
        else:
            self._reports.stuck("untaken")  # it takes no pictures, as many programs do

    def _read(self, *, proved: bool) -> None:
        """A part has arrived; ``proved`` if it was the target itself that read it."""
        self._read_awaited = False
        self.done += 1
        if self.done < len(self.job.parts):
            self._activations = 0
            self._pause(self._rule.between_ms, self._offer)
        elif not self.job.send:
            self._reports.ended(Inserted())
        elif not proved:
            self._reports.ended(Unsent("unread"))
        else:
            self._pause(self._rule.between_ms, self._send)

    def _send(self) -> None:
        """Presses the send key in the window that has just read, and in no other."""
        if not self._focus.is_active(self.target):
            self._reports.ended(Unsent("not_active"))
        elif self._keys.send(self._rule.send_key, into=self.target):
            self._reports.ended(Inserted())
        elif self._steps.since_mark_ms() > HELD_CAP_MS:
            self._reports.ended(Unsent("keys_held"))
        else:
            self._steps.later(POLL_MS, self._send)

    def _pause(self, pause_ms: int, step: Action) -> None:
        def go_on() -> None:
            self._steps.mark()
            step()

        self._steps.later(pause_ms, go_on)
