"""A web server over loopback for a folder: nginx, or Python's own where there is none."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIG = """
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    types {{ application/json json; }}
    client_body_temp_path {work};
    proxy_temp_path {work};
    fastcgi_temp_path {work};
    uwsgi_temp_path {work};
    scgi_temp_path {work};
    server {{
        listen 127.0.0.1:{port};
        root {folder};
    }}
}}
"""


@contextmanager
def serving(folder: Path, work: Path) -> Iterator[tuple[str, str]]:
    """Serves the folder; gives the server's name and its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    name = "nginx" if shutil.which("nginx") else "http.server"
    if name == "nginx":
        config = work / "nginx.conf"
        config.write_text(CONFIG.format(work=work, folder=folder, port=port), encoding="utf-8")
        argv = ["nginx", "-e", str(work / "error.log"), "-c", str(config)]
    else:
        argv = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with subprocess.Popen(argv, cwd=folder, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield name, f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server does not start")
