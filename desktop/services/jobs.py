"""What an insertion works on: a phrase for a window, and a window that does not answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desktop.services.content import Content, texts
from desktop.services.outcomes import CopiedOnly, Failed, Inserted, Outcome, Unsent
from desktop.services.ports import Action, Target


@dataclass(frozen=True, slots=True)
class Job:
    """A phrase on its way to a window.

    Attributes:
        parts: What is pasted, one after the other; at least one.
        target: The window; None if none is known.
        done: Told the outcome, once.
        send: Whether the window's send key follows the last part.
        follows: It goes on where parts have arrived before, so it begins with their pause.
    """

    parts: tuple[Content, ...]
    target: Target | None
    done: Callable[[Outcome], None]
    send: bool = False
    follows: bool = False

    def unsent(self, reason: str) -> Job:
        """The same without the send key; its outcome says so."""
        if not self.send:
            return self
        done = self.done

        def told(outcome: Outcome) -> None:
            done(Unsent(reason) if isinstance(outcome, Inserted) else outcome)

        return replace(self, done=told, send=False)

    def left(self, content: Content, reason: str, refusal: str | None) -> CopiedOnly | Failed:
        """How it ends when this is left on the clipboard, or was refused there."""
        if refusal:
            return Failed(refusal)
        copied = bool(texts(self.parts)) or content is self.parts[0]
        return CopiedOnly(reason) if copied else Failed("left_out")


@dataclass(slots=True)
class Frozen:
    """A window that got the paste key and has not read.

    Attributes:
        target: The window.
        content: What its paste key shall bring when it wakes up.
        offered: Whether that is on the clipboard now.
        waiting: Phrases asked for since then.
        cancel: Stops the timer that tells those who wait.
    """

    target: Target
    content: Content
    offered: bool = True
    waiting: list[Job] = field(default_factory=list)
    cancel: Action | None = None
