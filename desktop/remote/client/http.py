"""Fetches over http(s): one connection for a whole check, and one deadline for everything."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from tuf.api.exceptions import DownloadHTTPError

from desktop.core.problems import shown
from desktop.remote.client.deadline import Deadline
from desktop.remote.client.fetcher import Fetcher
from desktop.remote.client.line import Line, connect, secure
from desktop.remote.client.proxy import Proxy, proxy_for
from desktop.services.repository import RemoteError

_PIECE = 64 * 1024
_MOST_REGRET = 64 * 1024
"""Bytes of an error page that are read to keep the connection."""
_MOST_HEADER = 8 * 1024
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~"
_HEADERS = {"User-Agent": "miaohui", "Accept": "*/*", "Accept-Encoding": "identity"}
_MOVED, _REFUSED = 300, 400


class _Server(NamedTuple):
    scheme: str
    host: str
    port: int

    @property
    def name(self) -> str:
        """As addresses write it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


class _Call(NamedTuple):
    """A connection to a server, kept from file to file."""

    server: _Server
    connection: HTTPConnection
    line: Line


class HttpFetcher(Fetcher):
    """Fetches files from web servers.

    Redirects are not followed: a portal that wants a login would be taken for the repository.
    """

    def __init__(self, deadline: Deadline, tls: Callable[[], ssl.SSLContext]) -> None:
        super().__init__(deadline)
        self._tls = tls
        self._call: _Call | None = None

    def pieces(self, url: str) -> Iterator[bytes]:
        """The content of a file."""
        try:
            yield from self._pieces(url)
        except ssl.SSLError as error:
            why = getattr(error, "verify_message", "") or error.reason or str(error)
            raise RemoteError("tls", why=why) from error
        except (OSError, HTTPException) as error:
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise RemoteError("network", why=shown(why)) from error

    def close(self) -> None:
        """Hangs up."""
        if self._call:
            self._call.line.hang_up()
            self._call = None

    def _pieces(self, url: str) -> Iterator[bytes]:
        parts = urlsplit(url)
        server = _Server(
            parts.scheme, _ascii(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
        )
        response = self._ask(server, quote(parts.path, safe=_SAFE))
        whole = False
        try:
            if response.status >= _MOVED:
                whole = len(response.read(_MOST_REGRET)) < _MOST_REGRET
                raise _regret(response)
            while piece := response.read(_PIECE):
                yield piece
            if response.length:  # ``read`` does not mind
                raise ConnectionError("the connection was cut")
            whole = True
        finally:
            if not whole or response.will_close:
                self.close()

    def _ask(self, server: _Server, path: str) -> HTTPResponse:
        proxy = proxy_for(server.scheme, server.host)
        if self._call and self._call.server == server:
            # A server may have hung up meanwhile, which is no fault of anybody's.
            with suppress(HTTPException, ConnectionError):
                return _request(self._call, path, proxy)
        self.close()
        self._call = self._dial(server, proxy)
        return _request(self._call, path, proxy)

    def _dial(self, server: _Server, proxy: Proxy | None) -> _Call:
        def deadline() -> Deadline:
            return self.deadline

        host, port = (proxy.host, proxy.port) if proxy else (server.host, server.port)
        raw = connect(host, port, deadline)
        try:
            if server.scheme == "https":
                if proxy:
                    _tunnel(Line(raw, deadline), server, proxy)
                raw = secure(raw, server.host, self._tls(), deadline)
        except BaseException:
            raw.close()
            raise
        line = Line(raw, deadline)
        connection = HTTPConnection(server.host, server.port)
        connection.default_port = _PORTS[server.scheme]
        connection.auto_open = 0  # never by itself: that would be without a deadline
        connection.sock = line  # all it needs of a socket
        return _Call(server, connection, line)


def _tunnel(line: Line, server: _Server, proxy: Proxy) -> None:
    """Asks a proxy to pass everything on, which TLS needs."""
    to = f"{server.name}:443" if server.port == _PORTS["https"] else server.name
    headers = "".join(f"{name}: {value}\r\n" for name, value in proxy.headers.items())
    line.sendall(f"CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n{headers}\r\n".encode("ascii"))
    incoming = line.makefile("rb")
    status = incoming.readline(_MOST_HEADER).split()
    while incoming.readline(_MOST_HEADER).strip():
        pass
    incoming.detach()
    if status[1:2] != [b"200"]:
        raise RemoteError("proxy_refused", status=shown(b" ".join(status[1:2]).decode("latin-1")))


def _request(call: _Call, path: str, proxy: Proxy | None) -> HTTPResponse:
    headers = dict(_HEADERS)
    if proxy and call.server.scheme == "http":
        path = f"http://{call.server.name}{path}"
        headers |= proxy.headers
    call.connection.request("GET", path, headers=headers)
    return call.connection.getresponse()


def _ascii(host: str) -> str:
    """A name as the network writes it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        raise RemoteError("network", why=f"no such name: {shown(host)}") from None


def _regret(response: HTTPResponse) -> Exception:
    if response.status < _REFUSED:
        return RemoteError("redirected", where=shown(response.headers.get("Location", "?")))
    return DownloadHTTPError(f"status {response.status}", response.status)
