"""Work that takes long, on threads beside the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class ThreadJobs(QObject):
    """The Jobs port: threads stay for the next job; at the end of the program they finish first."""

    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._finished.connect(self._finish)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs ``work`` on a thread, then ``done`` on the one this object was made on."""

        def attempt() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - told where somebody listens
                self._finished.emit(lambda error=error: _raise(error))
            else:
                self._finished.emit(lambda: done(result))

        self._pool.start(QRunnable.create(attempt))

    @Slot(object)
    def _finish(self, end: Callable[[], None]) -> None:
        end()


def _raise(error: Exception) -> None:
    raise error
