"""The system's proxy and certificates: whatever the browser of this machine gets through with."""

from __future__ import annotations

import ssl
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from msgspec import Struct

from desktop.services.repository import RemoteError


class Proxy(Struct, frozen=True):
    """An HTTP proxy; ``headers`` say who we are, if it wants to know."""

    host: str
    port: int
    headers: dict[str, str]


def proxy_for(scheme: str, host: str) -> Proxy | None:
    """The proxy for an address: from the environment, on Windows else from the system.

    Raises:
        RemoteError: ``proxy``: it is of a kind we do not speak.
    """
    proxies = getproxies()
    text = proxies.get(scheme) or proxies.get("all")
    if not text or proxy_bypass(host):
        return None
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        port = parts.port or 80
    except ValueError:
        raise RemoteError("proxy", got=text) from None
    if parts.scheme not in ("", "http") or not parts.hostname:
        raise RemoteError("proxy", got=f"{parts.scheme}://{parts.hostname or ''}")
    headers = {}
    if parts.username is not None:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(secret.encode()).decode()}"
    return Proxy(parts.hostname, port, headers)


def system_tls(more: Path | None = None) -> ssl.SSLContext:
    """TLS that trusts what the system trusts, and a file with more certificates.

    Raises:
        RemoteError: ``ca_file``: the file cannot be read.
    """
    context = ssl.create_default_context()
    if more is not None:
        try:
            context.load_verify_locations(more)
        except OSError as error:
            raise RemoteError("ca_file", path=str(more), why=str(error)) from error
    return context
