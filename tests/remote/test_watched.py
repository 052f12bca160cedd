"""A publication that is watched, and stopped."""

from __future__ import annotations

import pytest

from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.watched import Watched
from desktop.services.repositories import Publishing
from desktop.services.repository import KeyChange, RemoteError
from tests.remote.team import Team


def watched(team: Team, watch: Publishing) -> Publisher:
    destination = Watched(team.destination, watch)
    return Publisher(team.home, destination, team.keys, team.clock.now)


def test_each_step_is_told_before_it_is_done(team: Team) -> None:
    steps: list[str] = []
    watched(team, Publishing(steps.append)).publish("dress", b"first", "")
    assert list(dict.fromkeys(steps)) == ["pack", "signatures", "index"]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_stopped_before_the_index_agents_see_nothing_and_the_next_one_works(
    team: Team, after: int
) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    steps: list[str] = []
    watch = Publishing(steps.append, lambda: len(steps) >= after)
    with pytest.raises(RemoteError, match="cancelled"):
        watched(team, watch).publish("dress", b"second", "")
    agent.update()
    assert agent.data == b"first"
    team.publisher.publish("dress", b"third", "")
    agent.update()
    assert agent.data == b"third"
    assert len(list((team.place / "packs" / "dress").iterdir())) == 2


@pytest.mark.parametrize("stop_at", ["index", "root"])
def test_once_agents_may_have_seen_it_nothing_stops_it(team: Team, stop_at: str) -> None:
    agent = team.agent()
    team.publisher.publish("dress", b"first", "")
    agent.update()
    role = "online" if stop_at == "index" else "root"
    keys = team.role({"online": "timestamp"}.get(role, role)).keys
    seen = [len(list(team.place.rglob("*.root.json")))]
    steps: list[str] = []

    def stopped() -> bool:
        return "index" in steps or len(list(team.place.rglob("*.root.json"))) > seen[0]

    change = KeyChange(role, ("新",) * len(keys), tuple(key.id for key in keys))
    assert watched(team, Publishing(steps.append, stopped)).change_keys(change) is None
    team.publisher.publish("dress", b"second", "")
    agent.update()
    assert agent.data == b"second"
    after = team.role({"online": "timestamp"}.get(role, role)).keys
    assert {key.name for key in after} == {"新"}
