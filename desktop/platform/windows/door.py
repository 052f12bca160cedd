"""Where a running program hears the next start on Windows: a named pipe, through Qt."""

from __future__ import annotations

from functools import partial

from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.platform.door import ANSWER, REQUEST
from desktop.services.ports import Action

_CONNECT_CAP_MS = 50


class PipeDoor:
    """A named pipe for this user alone."""

    def __init__(self, name: str) -> None:
        """``name`` is the same for every start that belongs together."""
        self._name = name
        self._server: QLocalServer | None = None

    def open(self, on_request: Action) -> None:
        """Hears requests from now on, if the system lets us; ``on_request`` is called at each."""
        server = self._server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._greet(server, on_request))
        server.listen(self._name)

    def close(self) -> None:
        """Hears nothing any more."""
        if self._server is not None:
            self._server.close()

    def knock(self, within_ms: int) -> bool:
        """Whether the one behind the door has heard the request and done it in time."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_CAP_MS):
            return False
        socket.write(REQUEST)
        socket.flush()
        return socket.waitForReadyRead(within_ms)

    def _greet(self, server: QLocalServer, on_request: Action) -> None:
        while server.hasPendingConnections():
            caller = server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._answer, caller, on_request))
            self._answer(caller, on_request)

    def _answer(self, caller: QLocalSocket, on_request: Action) -> None:
        if caller.canReadLine() and caller.readLine().data() == REQUEST:
            on_request()
            caller.write(ANSWER)
            caller.flush()
