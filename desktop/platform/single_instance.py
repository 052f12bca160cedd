"""One window for each user and data folder: a second start shows the first one's."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread

from desktop.platform.running import LOCK
from desktop.services.ports import Action

_ANSWER_CAP_MS = 3000
_TRY_MS = 50


class Door(Protocol):
    """Where the first hears the others."""

    def open(self, on_request: Action) -> None:
        """Hears requests from now on, if the system lets us; ``on_request`` is called at each."""
        ...

    def close(self) -> None:
        """Hears nothing any more."""
        ...

    def knock(self, within_ms: int) -> bool:
        """Whether the one behind the door has heard the request and done it in time."""
        ...


class SingleInstance:
    """Is the first, or has asked the first to show its window.

    The lock file decides who is first: it is taken in one step, and one left behind by a killed
    process is recognised. The door only carries the request.
    """

    def __init__(self, folder: Path) -> None:
        """Prepares; nothing is taken yet.

        Args:
            folder: The data folder, which exists and belongs to this user.
        """
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # never by age: the first may run for weeks
        self._door = _door(server_name(folder))

    def claim(self) -> bool:
        """Becomes the first, or asks the first to show itself.

        Returns:
            Whether this is the first. False also when the first does not answer within 3 s: it
            holds the data, so nothing else may be started beside it.
        """
        deadline = QDeadlineTimer(_ANSWER_CAP_MS)
        while not self._lock.tryLock(0):
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                break  # the folder cannot be written: a window without a lock is better than none
            if self._door.knock(max(1, int(deadline.remainingTime()))) or deadline.hasExpired():
                return False
            QThread.msleep(_TRY_MS)  # it may still be starting
        return True

    def serve(self, on_show: Action) -> None:
        """Hears the others from now on; a start that came before asks again until then.

        Args:
            on_show: Called whenever another start wants the window shown.
        """
        self._door.open(on_show)

    def release(self) -> None:
        """Lets the next start be the first."""
        self._door.close()
        self._lock.unlock()


def server_name(folder: Path) -> str:
    """Where the first start with this data folder hears the others."""
    return f"miaohui-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"


def _door(name: str) -> Door:
    if sys.platform == "win32":
        from desktop.platform.windows.door import PipeDoor

        return PipeDoor(name)
    from desktop.platform.door import UnixDoor

    return UnixDoor(name)
