"""How inserting a phrase ended; reasons are codes with words under ``insertion.<reason>``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inserted:
    """The target has read the phrase, and its send key was pressed if that was wished."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """The target has read the phrase; the send key was not pressed, though it was wished."""

    reason: str


@dataclass(frozen=True, slots=True)
class CopiedOnly:
    """The phrase is on the clipboard; the agent has to paste it.

    Attributes:
        reason: Why.
        arrived: How many of its parts the target has read; the texts of the others are copied.
    """

    reason: str
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """The phrase is neither in the target nor on the clipboard.

    Attributes:
        reason: Why.
        arrived: How many of its parts the target has read; the others are nowhere.
    """

    reason: str
    arrived: int = 0


Outcome = Inserted | Unsent | CopiedOnly | Failed
