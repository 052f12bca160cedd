"""A line to a server that keeps a deadline: looking its name up, connecting, TLS, every byte."""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from desktop.remote.client.deadline import Deadline
from desktop.services.repository import RemoteError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_SLICE_S = 0.25
"""How long a wait may last before the deadline is asked again: so one can cancel."""
_CONNECT_S = 8.0
"""How long one address of several is tried."""
Now = Callable[[], Deadline]
"""The deadline of the moment: a line outlives the fetch it was made for."""


class Line:
    """A connected socket, as much of it as ``http.client`` uses."""

    def __init__(self, raw: socket.socket, deadline: Now) -> None:
        self._raw = raw
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Sends everything in the time that is left."""
        self._raw.settimeout(self._deadline().left_s())
        self._raw.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What comes in, as a file."""
        return io.BufferedReader(_Incoming(self))

    def receive(self, buffer: WriteableBuffer) -> int:
        """Reads in short waits: the timeout of a socket would begin anew with every byte."""
        while True:
            self._raw.settimeout(min(self._deadline().left_s(), _SLICE_S))
            try:
                return self._raw.recv_into(buffer)
            except TimeoutError:
                continue

    def close(self) -> None:
        """Nothing: ``http.client`` says so while an answer is still to be read."""

    def hang_up(self) -> None:
        """Closes it."""
        self._raw.close()


class _Incoming(io.RawIOBase):
    def __init__(self, line: Line) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        return self._line.receive(buffer)


def connect(host: str, port: int, deadline: Now) -> socket.socket:
    """Connects to the first address of a host that answers.

    Raises:
        OSError: None does, or the host has none.
        RemoteError: Not in time.
    """
    failed: OSError = ConnectionError("no address")
    for family, kind, protocol, _, address in _look_up(host, port, deadline()):
        raw = socket.socket(family, kind, protocol)
        try:
            raw.settimeout(min(deadline().left_s(), _CONNECT_S))
            raw.connect(address)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            failed = error
            raw.close()
        except RemoteError:
            raw.close()
            raise
        else:
            return raw
    deadline().left_s()
    raise failed


def secure(raw: socket.socket, host: str, tls: ssl.SSLContext, deadline: Now) -> socket.socket:
    """Begins TLS.

    Raises:
        OSError: The server's certificate is not trusted, or it does not speak TLS.
        RemoteError: Not in time.
    """
    wrapped = tls.wrap_socket(raw, server_hostname=host, do_handshake_on_connect=False)
    try:
        while True:
            wrapped.settimeout(min(deadline().left_s(), _SLICE_S))
            try:
                wrapped.do_handshake()
            except TimeoutError:
                continue
            return wrapped
    except BaseException:
        wrapped.close()
        raise


_Addresses = list[tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[object, ...]]]


def _look_up(host: str, port: int, deadline: Deadline) -> _Addresses:
    """The addresses of a host.

    The system's look-up can take minutes and cannot be stopped: it runs beside, and whoever
    waited goes on without it.
    """
    answers: list[_Addresses | OSError] = []

    def ask() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))  # type: ignore[arg-type]
        except OSError as error:
            answers.append(error)

    thread = Thread(target=ask, name="name look-up", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(min(deadline.left_s(), _SLICE_S))
    answer = answers[0]
    if isinstance(answer, OSError):
        raise answer
    return answer
