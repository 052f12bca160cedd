"""What an insertion works on: a phrase for a window, and a window that does not answer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from desktop.services.outcomes import Outcome
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
    """A phrase on its way to a window."""

    text: str
    target: Target | None
    done: Callable[[Outcome], None]
    typed: Typed | None = None

    def typed_on(self) -> bool:
        """Whether what it shall take the place of is no longer where it was typed."""
        return self.typed is not None and not self.typed.untouched()


class Frozen(Struct):
    """A window that got the paste key and has not read.

    Attributes:
        target: The window.
        text: What its paste key shall bring when it wakes up.
        offered: Whether that is on the clipboard now.
        waiting: Phrases asked for since then.
        cancel: Stops the timer that tells those who wait.
    """

    target: Target
    text: str
    offered: bool = True
    waiting: list[Job] = field(default_factory=list)
    cancel: Action | None = None
