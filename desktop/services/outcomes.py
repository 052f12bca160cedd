"""How inserting a phrase ended; reasons are codes with words under ``insertion.<reason>``."""

from __future__ import annotations

from msgspec import Struct


class Inserted(Struct, frozen=True):
    """The target has read the phrase."""


class CopiedOnly(Struct, frozen=True):
    """The phrase is on the clipboard; the agent has to paste it."""

    reason: str


class Failed(Struct, frozen=True):
    """The phrase is neither in the target nor on the clipboard."""

    reason: str


Outcome = Inserted | CopiedOnly | Failed
