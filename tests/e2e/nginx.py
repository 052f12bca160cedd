"""A real nginx on loopback that serves a folder over http and over TLS."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.session import eventually
from tests.remote.certificate import make_certificate

CONFIG = """
daemon off;
user root;
pid {work}/nginx.pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work};
    proxy_temp_path {work};
    fastcgi_temp_path {work};
    uwsgi_temp_path {work};
    scgi_temp_path {work};
    server {{
        listen 127.0.0.1:{http};
        listen 127.0.0.1:{https} ssl;
        ssl_certificate {work}/server.pem;
        ssl_certificate_key {work}/server.pem;
        root {folder};
    }}
}}
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


@contextmanager
def serving(folder: Path, work: Path) -> Iterator[tuple[str, str]]:
    """Its two addresses; the certificate is ``work/server.pem``. nginx must be on the path."""
    need_programs("nginx")
    make_certificate(work / "server.pem")
    http, https = free_port(), free_port()
    config = CONFIG.format(work=work, folder=folder, http=http, https=https)
    (work / "nginx.conf").write_text(config, encoding="utf-8")
    argv = ["nginx", "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")]
    with subprocess.Popen(argv) as server:
        try:
            eventually(lambda: answers(http) and answers(https), "nginx answers")
            yield f"http://127.0.0.1:{http}", f"https://127.0.0.1:{https}"
        finally:
            server.terminate()
