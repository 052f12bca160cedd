"""A web server that holds a repository, and can be as bad as any."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import ClassVar


class Answer:
    """One request being answered."""

    def __init__(self, handler: Handler, path: str, file: bytes | None) -> None:
        self._handler = handler
        self.path = path
        self.file = file or b""
        self.found = file is not None
        self.over = handler.server.over
        """Set when the server goes down: endless answers end then."""

    def send(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.server.sent += len(data)

    def head(self, length: int | None, status: str = "200 OK", *more: str) -> None:
        lines = [f"HTTP/1.1 {status}", *more]
        lines.append(
            "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        )
        self.send("\r\n".join([*lines, "", ""]).encode())

    def whole(self, data: bytes, status: str = "200 OK", *more: str) -> None:
        self.head(len(data), status, *more)
        self.send(data)

    def honest(self) -> None:
        self.whole(self.file, "200 OK" if self.found else "404 Not Found")

    def cut(self) -> None:
        """Ends the connection."""
        self._handler.close_connection = True


Trick = Callable[[Answer], None]


class Handler(StreamRequestHandler):
    server: Host
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.close_connection = False
        self.server.connections += 1
        try:
            while not self.close_connection and self._one():
                pass
        except OSError:
            return

    def _one(self) -> bool:
        head = []
        while (line := self.rfile.readline(65_536)).strip():
            head.append(line)
        if not head:
            return False
        self.server.received += sum(map(len, head)) + 2
        method, target, _ = head[0].decode().split()
        self.server.heads.append(b"".join(head).decode())
        self.server.answer(self, method, target)
        return True


class Host(ThreadingTCPServer):
    """Serves a folder; ``tricks`` says which files are answered otherwise, by their names' ends."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    scheme: ClassVar[str] = "http"

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.tricks: dict[str, Trick] = {}
        self.heads: list[str] = []
        self.sent = self.received = self.connections = 0
        self.over = Event()
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"

    @property
    def asked(self) -> list[str]:
        """The paths asked for."""
        return [head.split()[1] for head in self.heads]

    def answer(self, handler: Handler, _method: str, target: str) -> None:
        path = self.folder / target.lstrip("/")
        answer = Answer(handler, target, path.read_bytes() if path.is_file() else None)
        trick = next((t for end, t in self.tricks.items() if target.endswith(end)), Answer.honest)
        trick(answer)

    def count_anew(self) -> None:
        self.heads.clear()
        self.sent = self.received = self.connections = 0

    def close(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: clients hang up on bad servers."""


class TlsHost(Host):
    """The same with a certificate."""

    scheme = "https"

    def __init__(self, folder: Path, certificate: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        super().__init__(folder)

    def finish_request(self, request: object, client_address: object) -> None:
        """Shakes hands in the connection's own thread."""
        with suppress(OSError):
            raw = self._context.wrap_socket(request, server_side=True)  # type: ignore[arg-type]
            with raw:
                super().finish_request(raw, client_address)


def drip(answer: Answer) -> None:
    """Sends a byte now and then: never so late that a socket would time out."""
    answer.head(1000)
    while not answer.over.wait(0.1):
        answer.send(b" ")


def drip_head(answer: Answer) -> None:
    answer.send(b"HTTP/1.1 200 OK\r\n")
    while not answer.over.wait(0.2):
        answer.send(b"X")


def silent(answer: Answer) -> None:
    answer.over.wait()


def cut_half_way(answer: Answer) -> None:
    answer.head(len(answer.file))
    answer.send(answer.file[: len(answer.file) // 2])
    answer.cut()


def cut_at_once(answer: Answer) -> None:
    answer.cut()


def endless(answer: Answer) -> None:
    answer.head(None)
    while not answer.over.is_set():
        answer.send(b"10000\r\n" + bytes(0x10000) + b"\r\n")


def unavailable(answer: Answer) -> None:
    answer.whole(b"Service Unavailable", "503 Service Unavailable")


def portal(answer: Answer) -> None:
    answer.whole(b"<html><body>Welcome! Please log in.</body></html>")


def redirect(answer: Answer) -> None:
    answer.whole(b"", "302 Found", "Location: http://portal.example/login")


def continue_for_ever(answer: Answer) -> None:
    while not answer.over.is_set():
        answer.send(b"HTTP/1.1 100 Continue\r\n\r\n")


def serves(data: bytes) -> Trick:
    return lambda answer: answer.whole(data)
