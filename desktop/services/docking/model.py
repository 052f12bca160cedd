"""What docking tells, and what it asks of our window."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from desktop.core.docking.model import Rect, Screen, Size


class Docking(StrEnum):
    """How things stand."""

    OFF = "off"
    WAITING = "waiting"
    """Wanted, but the other window is not there."""
    DOCKED = "docked"
    """Beside the other window, or out of sight with it."""


class Ended(StrEnum):
    """Why our window stands alone again without the agent having asked for it in words."""

    CLOSED = "closed"
    """The other window was closed; ours waits for the next."""
    TAKEN_AWAY = "taken_away"
    """The agent moved ours elsewhere."""


class OwnWindow(Protocol):
    """Our window as docking needs it."""

    def screens(self) -> Sequence[Screen]:
        """The monitors there are now."""
        ...

    def limits(self) -> Size:
        """How large it may be, and how wide it is by default."""
        ...

    def stand(self, frame: Rect) -> None:
        """Stands there, its frame included, without the focus; stays hidden if the agent hid it."""
        ...

    def leave(self) -> None:
        """Goes out of sight; the next ``stand`` brings it back."""
        ...

    def stand_free(self, ended: Ended | None) -> None:
        """Is on its own: stays where it was taken to, else stands where it stood undocked."""
        ...

    def rise(self) -> None:
        """Comes above the windows that are not always on top, without the focus."""
        ...
