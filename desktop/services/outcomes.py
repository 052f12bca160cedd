"""How inserting a phrase ended; reasons are codes with words under ``insertion.<reason>``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inserted:
    """The target has read the phrase."""


@dataclass(frozen=True, slots=True)
class CopiedOnly:
    """The phrase is on the clipboard; the agent has to paste it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The phrase is neither in the target nor on the clipboard."""

    reason: str


Outcome = Inserted | CopiedOnly | Failed
