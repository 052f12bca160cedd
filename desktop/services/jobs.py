"""What an insertion works on: a phrase for a window, and a window that does not answer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from desktop.core.phrases.model import joined
from desktop.services.content import Content
from desktop.services.outcomes import CopiedOnly, Failed, Inserted, Outcome, Unsent
from desktop.services.ports import Action, Target


class Typed(Struct, frozen=True):
    """Characters in a window that a phrase shall take the place of.

    Attributes:
        target: The window.
        count: How many there are.
        untouched: Whether they still stand right before the caret, as far as strokes tell.
    """

    target: Target
    count: int
    untouched: Callable[[], bool]


class Job(Struct, frozen=True):
    """A phrase on its way to a window.

    Attributes:
        parts: What is pasted, one after the other; at least one.
        target: The window; None if none is known.
        done: Told the outcome, once.
        typed: What the phrase takes the place of; None for nothing.
        send: Whether the window's send key follows the last part.
        follows: It goes on where parts have arrived before, so it begins with their pause.
    """

    parts: tuple[Content, ...]
    target: Target | None
    done: Callable[[Outcome], None]
    typed: Typed | None = None
    send: bool = False
    follows: bool = False

    def typed_on(self) -> bool:
        """Whether what it shall take the place of is no longer where it was typed."""
        return self.typed is not None and not self.typed.untouched()

    def unsent(self, reason: str) -> Job:
        """The same without the send key; its outcome says so."""
        if not self.send:
            return self
        done = self.done

        def told(outcome: Outcome) -> None:
            done(Unsent(reason) if isinstance(outcome, Inserted) else outcome)

        return replace(self, done=told, send=False)

    def left(self, content: Content, reason: str, refused: str | None) -> CopiedOnly | Failed:
        """How it ends when this is left on the clipboard, or was refused there."""
        if refused:
            return Failed(refused)
        copied = bool(joined(self.parts)) or content is self.parts[0]
        return CopiedOnly(reason) if copied else Failed("left_out")


class Frozen(Struct):
    """A window that got the paste key and has not read.

    Attributes:
        target: The window.
        content: What its paste key shall bring when it wakes up.
        offered: Whether that is on the clipboard now.
        waiting: Phrases asked for since then.
        waited_ms: For how long the first of them has waited.
        look_no_more: Stops the timer that looks after it.
    """

    target: Target
    content: Content
    offered: bool = True
    waiting: list[Job] = field(default_factory=list)
    waited_ms: int = 0
    look_no_more: Action = lambda: None

    def wait(self, job: Job) -> None:
        """One more phrase waits; it will not be sent, the agent may have gone on by then."""
        self.waiting.append(job.unsent("unread"))
