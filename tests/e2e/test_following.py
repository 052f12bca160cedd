"""A team over a real web server: twenty agents' processes follow through every change of keys.

Half of them come over http, half over TLS with the company's own certificate.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.repository import KeyChange
from tests.e2e.nginx import serving
from tests.remote.kills import Worker
from tests.remote.team import Agent, Team

AGENTS = 20


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "team")


@pytest.fixture
def addresses(
    tmp_path: Path, team: Team, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """Where nginx serves the repository: over http and over TLS."""
    monkeypatch.setenv("PATH", "/usr/sbin", prepend=os.pathsep)
    with serving(team.place, tmp_path) as found:
        yield found


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
