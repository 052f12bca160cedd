"""Ctrl+C in the terminal and the end of the session, heard while Qt's loop runs."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier


def quit_on_signals(app: QCoreApplication, leave: Callable[[], None]) -> None:
    """Calls ``leave`` at SIGINT and SIGTERM; without this they wait for Python's next turn.

    Source: signal.set_wakeup_fd: the C handler writes a byte that Qt's loop can see.
    """
    heard, written = socket.socketpair()
    for end in (heard, written):
        end.settimeout(0)
    signal.set_wakeup_fd(written.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)

    def hear() -> None:
        heard.recv(64)
        leave()

    notifier.activated.connect(hear)
    # A function, since PySide would hold a method's object weakly and the end be closed at once.
    app.destroyed.connect(lambda: written.close())  # noqa: PLW0108
