"""One window for each user and data folder: a second start shows the first one's."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread

from desktop.platform.running import LOCK
from desktop.services.ports import Action

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_CAP_MS = 3000
_TRY_MS = 50
_SHOW = b"show\n"
_SHOWN = b"shown\n"


class SingleInstance:
    """Is the first, or has asked the first to show its window.

    The lock file decides who is first: it is taken in one step, and one left behind by a killed
    process is recognised. The socket only carries the request.
    """

    def __init__(self, folder: Path) -> None:
        """Prepares; nothing is taken yet.

        Args:
            folder: The data folder, which exists and belongs to this user.
        """
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # never by age: the first may run for weeks
        self._name = server_name(folder)
        self._server: QLocalServer | None = None

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
            if self._ask(deadline) or deadline.hasExpired():
                return False
        return True

    def serve(self, on_show: Action) -> None:
        """Hears the others from now on; a start that came before asks again until then.

        Args:
            on_show: Called whenever another start wants the window shown.
        """
        from PySide6.QtNetwork import QLocalServer

        # a killed first leaves its socket; the lock says that nobody listens there any more
        QLocalServer.removeServer(self._name)
        server = self._server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._greet(server, on_show))
        server.listen(self._name)

    def release(self) -> None:
        """Lets the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _greet(self, server: QLocalServer, on_show: Action) -> None:
        while server.hasPendingConnections():
            caller = server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._answer, caller, on_show))
            self._answer(caller, on_show)

    def _answer(self, caller: QLocalSocket, on_show: Action) -> None:
        if caller.canReadLine() and caller.readLine().data() == _SHOW:
            on_show()
            caller.write(_SHOWN)
            caller.flush()

    def _ask(self, deadline: QDeadlineTimer) -> bool:
        """Whether the first has shown itself; it may still be starting, so the caller repeats."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_TRY_MS):
            QThread.msleep(_TRY_MS)
            return False
        socket.write(_SHOW)
        socket.flush()
        return socket.waitForReadyRead(int(deadline.remainingTime()))


def server_name(folder: Path) -> str:
    """Where the first start with this data folder hears the others."""
    return f"miaohui-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"
