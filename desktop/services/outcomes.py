"""How inserting a phrase ended; reasons are codes with words under ``insertion.<reason>``."""

from __future__ import annotations

from msgspec import Struct


class Inserted(Struct, frozen=True):
    """The target has read the phrase, and its send key was pressed if that was wished."""


class Unsent(Struct, frozen=True):
    """The target has read the phrase; the send key was not pressed, though it was wished."""

    reason: str


class CopiedOnly(Struct, frozen=True):
    """The phrase is on the clipboard; the agent has to paste it.

    Attributes:
        reason: Why.
        arrived: How many of its parts the target has read; the texts of the others are copied.
    """

    reason: str
    arrived: int = 0


class Failed(Struct, frozen=True):
    """The phrase is neither in the target nor on the clipboard.

    Attributes:
        reason: Why.
        arrived: How many of its parts the target has read; the others are nowhere.
    """

    reason: str
    arrived: int = 0


Outcome = Inserted | Unsent | CopiedOnly | Failed
