"""Where a running program hears the next start, on systems with Unix sockets."""

from __future__ import annotations

import os
import socket
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSocketNotifier

from desktop.services.ports import Action

REQUEST = b"show\n"
ANSWER = b"shown\n"
_CONNECT_CAP_S = 0.05


class UnixDoor:
    """A socket read on Qt's loop; QtNetwork would do the same for 2.5 MB more."""

    def __init__(self, name: str) -> None:
        """``name`` is the same for every start that belongs together."""
        self._path = Path(tempfile.gettempdir()) / name
        self._listening: socket.socket | None = None
        self._notifiers: dict[socket.socket, QSocketNotifier] = {}

    def open(self, on_request: Action) -> None:
        """Hears requests from now on, if the system lets us; ``on_request`` is called at each."""
        listening = socket.socket(socket.AF_UNIX)
        umask = os.umask(0o177)  # for this user alone
        try:
            self._path.unlink(missing_ok=True)  # a killed one has left its own
            listening.bind(str(self._path))
            listening.listen()
        except OSError:
            listening.close()
            return
        finally:
            os.umask(umask)
        self._listening = listening
        self._hear(listening, lambda: self._greet(listening, on_request))

    def close(self) -> None:
        """Hears nothing any more."""
        for heard in tuple(self._notifiers):
            self._leave(heard)
        if self._listening is not None:
            self._path.unlink(missing_ok=True)
            self._listening = None

    def knock(self, within_ms: int) -> bool:
        """Whether the one behind the door has heard the request and done it in time."""
        with socket.socket(socket.AF_UNIX) as asking, suppress(OSError):
            asking.settimeout(_CONNECT_CAP_S)
            asking.connect(str(self._path))
            asking.sendall(REQUEST)
            asking.settimeout(within_ms / 1000)
            return asking.recv(len(ANSWER)) == ANSWER
        return False

    def _greet(self, listening: socket.socket, on_request: Action) -> None:
        with suppress(OSError):
            caller, _ = listening.accept()
            self._hear(caller, partial(self._answer, caller, on_request))

    def _answer(self, caller: socket.socket, on_request: Action) -> None:
        with suppress(OSError):
            if caller.recv(len(REQUEST)) == REQUEST:
                on_request()
                caller.sendall(ANSWER)
        self._leave(caller)

    def _hear(self, heard: socket.socket, action: Action) -> None:
        heard.settimeout(0)
        notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_: action())
        self._notifiers[heard] = notifier

    def _leave(self, heard: socket.socket) -> None:
        notifier = self._notifiers.pop(heard)
        notifier.setEnabled(False)
        notifier.deleteLater()
        heard.close()
