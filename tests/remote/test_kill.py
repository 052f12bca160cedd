"""Killed at any moment, with a real signal: always one whole verified pack, and the next converges.

``MIAOHUI_KILLS`` sets how many updates and, with half of it, publications are killed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.remote.client.client import Client
from desktop.remote.client.places import Places
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.setting_up import set_up
from tests.remote.host import Host
from tests.remote.kills import Worker, keys_of, pack, publisher_of
from tests.remote.team import Clock

KILLS = int(os.environ.get("MIAOHUI_KILLS", "60"))
LEAST_IN_THE_MIDDLE = 0.5
"""Share of the kills that must hit: the rest came after the end."""


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A supervisor's folder with a first edition."""
    (tmp_path / "repository").mkdir()
    destination, now = FolderDestination(tmp_path / "repository"), Clock().now
    set_up(Home(tmp_path / "home"), destination, keys_of(tmp_path), now, ("阿婷",), 1)
    publisher = publisher_of(tmp_path)
    publisher.add_pack("dress", "阿婷")
    publisher.publish("dress", pack("1"), "1")
    return tmp_path


def joined(team: Path, place: str) -> Client:
    client = Client(team / "agent", Clock().now, Places())
    client.join(publisher_of(team).invitation([place], ["dress"]))
    return client


def note_of(client: Client) -> str:
    """The edition an agent has; its bytes must be those of its note."""
    edition, data = client.load(client.subscriptions()[0])
    assert data == pack(edition.note)
    return edition.note


class Aim:
    """When to kill, so that most kills come in the middle of the work."""

    def __init__(self, seed: str, took_s: float) -> None:
        self._chance = random.Random(seed)
        self._within_s = took_s
        self.kills = self.hits = 0

    def after_s(self) -> float:
        return self._chance.uniform(0, self._within_s)

    def was(self, hit: bool) -> None:
        self.kills += 1
        self.hits += hit
        self._within_s *= 1.1 if hit else 0.7


@pytest.mark.parametrize("over", ["http", "folder"])
def test_an_agent_killed_in_an_update_has_a_whole_pack_and_gets_the_next(
    team: Path, worker: Worker, over: str
) -> None:
    host = Host(team / "repository")
    client = joined(team, host.url if over == "http" else str(team / "repository"))
    job = {"what": "update", "folder": str(team / "agent")}
    aim = Aim(over, worker.run(**job))
    for number in range(2, 2 + KILLS // 2):
        publisher_of(team).publish("dress", pack(str(number)), str(number))
        aim.was(worker.kill(aim.after_s(), **job))
        assert note_of(client) in {str(number - 1), str(number)}
        worker.run(**job)
        assert note_of(client) == str(number)
    host.close()
    assert list((team / "agent").rglob("*.part")) == []
    assert aim.hits >= aim.kills * LEAST_IN_THE_MIDDLE, aim.hits


def test_a_publisher_killed_leaves_a_repository_that_agents_follow_and_the_next_repairs(
    team: Path, worker: Worker
) -> None:
    client = joined(team, str(team / "repository"))
    follow = {"what": "update", "folder": str(team / "agent")}
    aim = Aim("publisher", worker.run(what="publish", folder=str(team), note="2"))
    for number in range(3, 3 + KILLS // 2):
        job = {"what": "publish", "folder": str(team), "note": str(number)}
        aim.was(worker.kill(aim.after_s(), **job))
        worker.run(**follow)
        assert note_of(client) in {str(number - 1), str(number)}
        worker.run(**job)
        worker.run(**follow)
        assert note_of(client) == str(number)
    assert publisher_of(team).history("dress")[0].version == number
    leftovers = [p for p in (team / "repository").rglob("*") if p.suffix in (".part", ".lock")]
    assert leftovers == []
    assert aim.hits >= aim.kills * LEAST_IN_THE_MIDDLE, aim.hits
