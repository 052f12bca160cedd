"""How a measurement is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Settings of the measures.

    Attributes:
        runs: Recorded runs.
        box: Kind of chat box: ``tk`` or ``qt``.
        clip: What is on the clipboard before: ``text`` or ``image``.
        hold_s: How long a hotkey is held down.
        freeze_ms: hotkey: the chat box is deaf for so long when the key is pressed.
        gap_s: burst: from one press to the next.
        idle_s: start: memory is read so long after the start.
    """

    runs: int = 12
    box: str = "tk"
    clip: str = "text"
    hold_s: float = 0.03
    freeze_ms: int = 0
    gap_s: float = 0.05
    idle_s: float = 5.0


def ms(seconds: float) -> float:
    """Milliseconds for a record."""
    return round(seconds * 1000, 1)
