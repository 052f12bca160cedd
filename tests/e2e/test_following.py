"""A team over a real web server: twenty agents' processes follow through every change of keys.

Half of them come over http, half over TLS with the company's own certificate.
"""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.repository import KeyChange
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.session import eventually
from tests.remote.certificate import make_certificate
from tests.remote.kills import Worker
from tests.remote.team import Agent, Team

AGENTS = 20
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


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "team")


@pytest.fixture
def addresses(
    tmp_path: Path, team: Team, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """Where nginx serves the repository: over http and over TLS."""
    monkeypatch.setenv("PATH", "/usr/sbin", prepend=os.pathsep)
    need_programs("nginx")
    work = tmp_path
    make_certificate(work / "server.pem")
    http, https = free_port(), free_port()
    config = CONFIG.format(work=work, folder=team.place, http=http, https=https)
    (work / "nginx.conf").write_text(config, encoding="utf-8")
    argv = ["nginx", "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")]
    with subprocess.Popen(argv) as server:
        try:
            eventually(lambda: answers(http) and answers(https), "nginx answers")
            yield f"http://127.0.0.1:{http}", f"https://127.0.0.1:{https}"
        finally:
            server.terminate()


def change_every_key(team: Team, role: str) -> None:
    status = team.role({"online": "timestamp"}.get(role, role))
    added = tuple(f"{key.name}·新" for key in status.keys)
    team.publisher.change_keys(KeyChange(role, added, tuple(key.id for key in status.keys)))


def test_twenty_agents_follow_through_every_change_of_keys(
    tmp_path: Path, team: Team, addresses: tuple[str, str]
) -> None:
    certificate, worker = tmp_path / "server.pem", Worker()
    agents = [
        Agent(
            tmp_path / f"agent {number}",
            team.publisher.invitation([addresses[number % 2]], ["dress"]),
            team.clock.now,
            certificate,
        )
        for number in range(AGENTS)
    ]
    job = {"what": "update_all", "certificates": str(certificate)}
    job["folders"] = [str(agent.folder) for agent in agents]  # type: ignore[assignment]
    try:
        for role in ("", "root", "targets", "online", "dress", ""):
            if role:
                change_every_key(team, role)
                worker.run(**job)
            data = f"after changing {role or 'nothing'}".encode() * 1000
            team.publisher.publish("dress", data, role)
            worker.run(**job)
            assert {agent.data for agent in agents} == {data}
    finally:
        worker.close()
