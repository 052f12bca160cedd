"""On the next turn of Qt's loop: ``QTimer.singleShot`` takes no owner before Qt 6.5."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, action: Callable[[], object]) -> None:
    """Calls ``action`` once what is going on now is done, unless ``owner`` is gone by then."""
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(action)
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)
