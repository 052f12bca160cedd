"""An agent follows packs: gets what was published, cheaply, and keeps it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desktop.core.packs.invitation import invitation_link, read_link
from desktop.remote.client.client import Client
from desktop.remote.client.places import Places
from desktop.remote.disk import only_one
from desktop.services.repository import KeyChange, RemoteError
from desktop.services.subscriptions import CheckFailed, Unchanged, Updated, Watch
from tests.remote.host import Host
from tests.remote.team import DAY, Agent, Team

NO_CHANGE_BYTES = 1_100
"""What a check may cost that finds nothing new, in bytes received."""


@pytest.fixture(params=["folder", "http"])
def place(request: pytest.FixtureRequest, team: Team, host: Host) -> str:
    return host.url if request.param == "http" else str(team.place)


def test_an_agent_gets_what_was_published(team: Team, place: str) -> None:
    agent = team.agent(at=place)
    edition = team.publisher.publish("dress", b"first", "初版")
    checked = agent.check()
    assert isinstance(checked, Updated)
    assert (checked.before, checked.held.edition) == (None, edition)
    assert checked.held.checked_at == team.clock.now()
    assert agent.client.load(agent.subscription) == (edition, b"first")


def test_the_next_edition_is_told_with_the_one_before(team: Team, place: str) -> None:
    agent = team.agent(at=place)
    first = team.publisher.publish("dress", b"first", "初版")
    agent.update()
    assert isinstance(agent.check(), Unchanged)
    second = team.publisher.publish("dress", b"second", "改了邮费")
    checked = agent.check()
    assert isinstance(checked, Updated)
    assert (checked.before, checked.held.edition) == (first, second)
    assert agent.data == b"second"


def test_a_link_leads_to_the_same_repository(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    link = invitation_link(team.publisher.invitation([host.url], ["dress"]))
    agent = Agent(team.folder / "agent", read_link(link), team.clock.now)
    agent.update()
    assert agent.data == b"first"


def test_who_joins_late_follows_the_chain_of_roots(team: Team, host: Host) -> None:
    invitation = team.publisher.invitation([host.url], ["dress"])
    for _ in range(4):
        old = team.role("root").keys[0].id
        team.publisher.change_keys(KeyChange("root", add=("新人",), revoke=(old,)))
    team.publisher.publish("dress", b"first", "")
    agent = Agent(team.folder / "agent", invitation, team.clock.now)
    agent.update()
    assert agent.data == b"first"


def test_a_check_that_finds_nothing_new_costs_a_kilobyte_and_one_connection(
    team: Team, host: Host
) -> None:
    team.publisher.publish("dress", bytes(50_000), "")
    agent = team.agent(at=host.url)
    agent.update()
    host.count_anew()
    assert isinstance(agent.check(), Unchanged)
    assert host.asked == ["/metadata/2.root.json", "/metadata/timestamp.json"]
    assert host.sent <= NO_CHANGE_BYTES
    assert host.connections == 1


def test_only_the_changed_files_are_fetched_for_an_update(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent(at=host.url)
    agent.update()
    edition = team.publisher.publish("dress", b"second", "")
    host.count_anew()
    agent.update()
    assert host.asked[2:] == [
        "/metadata/4.snapshot.json",
        "/metadata/3.shop-dress.json",
        f"/packs/dress/{edition.sha256}.pack",
    ]
    assert host.connections == 1


def test_a_pack_that_came_back_is_not_fetched_again(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent(at=host.url)
    agent.update()
    team.publisher.publish("dress", b"second", "")
    agent.update()
    team.publisher.rollback("dress", 1, "退回")
    host.count_anew()
    assert isinstance(agent.check(), Updated)
    assert not [path for path in host.asked if path.endswith(".pack")]
    assert agent.data == b"first"


def test_the_last_three_packs_are_kept(team: Team) -> None:
    agent = team.agent()
    for number in range(5):
        team.publisher.publish("dress", b"%d" % number, "")
        agent.update()
    kept = sorted(path.read_bytes() for path in agent.path.glob("packs/dress/*.pack"))
    assert kept == [b"2", b"3", b"4"]


def test_a_damaged_pack_gives_way_to_the_one_before_until_the_next_check(team: Team) -> None:
    agent = team.agent()
    first = team.publisher.publish("dress", b"first", "")
    agent.update()
    second = team.publisher.publish("dress", b"second", "")
    agent.update()
    path = agent.path / "packs" / "dress" / f"{second.sha256[:32]}.pack"
    path.write_bytes(b"secend")
    assert agent.client.load(agent.subscription) == (first, b"first")
    agent.update()
    assert agent.client.load(agent.subscription) == (second, b"second")


def test_before_the_first_edition_there_is_nothing_to_load(team: Team) -> None:
    agent = team.agent()
    assert agent.client.held(agent.subscription) is None
    with pytest.raises(RemoteError, match="no_edition_here"):
        agent.client.load(agent.subscription)
    assert agent.fails() == "no_pack"


def test_several_packs_are_followed_and_left_apart(tmp_path: Path) -> None:
    team = Team(tmp_path / "team", packs=("dress", "shoes"))
    team.publisher.publish("dress", b"dress", "")
    team.publisher.publish("shoes", b"shoes", "")
    client = Client(tmp_path / "agent", team.clock.now, Places())
    for pack in ("dress", "shoes"):
        client.join(team.publisher.invitation([str(team.place)], [pack]))
    dress, shoes = client.subscriptions()
    for subscription in (dress, shoes):
        assert isinstance(client.check(subscription, Watch()), Updated)
    assert (client.load(dress)[1], client.load(shoes)[1]) == (b"dress", b"shoes")
    client.leave(dress)
    assert client.subscriptions() == (shoes,)
    assert client.held(dress) is None
    assert client.load(shoes)[1] == b"shoes"


def test_who_leaves_and_joins_again_cannot_be_shown_something_older(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    shutil.copytree(team.place, team.folder / "old")
    team.publisher.publish("dress", b"second", "")
    agent = team.agent()
    agent.update()
    agent.client.leave(agent.subscription)
    again = team.agent(at=str(team.folder / "old"))
    assert again.fails() == "rolled_back"


def test_the_second_place_helps_when_the_first_is_down(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    dead = Host(team.place)
    dead.close()
    invitation = team.publisher.invitation([dead.url, host.url], ["dress"])
    agent = Agent(team.folder / "agent", invitation, team.clock.now)
    agent.update()
    assert agent.data == b"first"


def test_the_first_places_trouble_is_told_when_none_helps(team: Team) -> None:
    first, second = Host(team.place), Host(team.place)
    urls = [first.url, second.url]
    first.close()
    second.close()
    agent = Agent(team.folder / "agent", team.publisher.invitation(urls, ["dress"]), team.clock.now)
    checked = agent.check()
    assert isinstance(checked, CheckFailed)
    assert (checked.error.code, checked.error.values["place"]) == ("network", urls[0])


def test_one_updater_at_a_time(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    with only_one(agent.path / "updating.lock"):
        assert agent.fails() == "busy"
    agent.update()


def test_the_progress_of_a_long_fetch_is_told(team: Team, host: Host) -> None:
    team.publisher.publish("dress", os.urandom(300_000), "")
    agent = team.agent(at=host.url)
    told: list[tuple[int, int]] = []
    agent.check(Watch(progress=lambda done, all_: told.append((done, all_))))
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == (300_000, 300_000)


def test_a_fetch_can_be_cancelled(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent(at=host.url)
    agent.update()
    team.publisher.publish("dress", os.urandom(300_000), "")
    seen: list[int] = []
    watch = Watch(progress=lambda done, _: seen.append(done), cancelled=lambda: len(seen) > 1)
    assert agent.fails(watch) == "cancelled"
    agent.update()


def test_a_share_that_is_gone_is_told_as_that(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    team.place.rename(team.folder / "unplugged")
    assert agent.fails() == "no_folder"


def test_a_disk_that_cannot_be_read_is_told_and_not_thrown(team: Team) -> None:
    agent = team.agent()
    team.publisher.publish("dress", b"first", "")
    (agent.path / "packs" / "dress" / "state.json").mkdir(parents=True)
    checked = agent.check()
    assert isinstance(checked, CheckFailed)
    assert (checked.error.code, checked.held) == ("disk", None)


def test_no_link_is_made(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    assert [path for path in agent.path.rglob("*") if path.is_symlink()] == []


def test_what_a_killed_updater_was_writing_is_swept_away(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    for name in ("metadata/snapshot.json.part", "packs/dress/0123.pack.part"):
        (agent.path / name).write_bytes(b"half")
    agent.update()
    assert list(agent.path.rglob("*.part")) == []


def test_prices_are_in_doubt_when_nothing_signed_came_in_time(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    signed_until = team.role("timestamp").expires_at
    team.place.rename(team.folder / "unplugged")
    team.clock.moment = signed_until - DAY
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt is None
    team.clock.moment = signed_until
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt
    assert (held.doubt.reason, held.doubt.since) == ("expired", signed_until)
    assert agent.data == b"first"


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"{}", b'{"signed": 1}', b"\xff\xfe"])
@pytest.mark.parametrize(
    "name",
    [
        *("metadata/timestamp.json", "metadata/snapshot.json", "metadata/targets.json"),
        *("metadata/shop-dress.json", "metadata/root_history/2.root.json"),
        "packs/dress/state.json",
    ],
)
def test_whatever_was_damaged_on_this_machine_heals_at_the_next_check(
    team: Team, name: str, damage: bytes
) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    (agent.path / name).write_bytes(damage)
    agent.update()
    assert agent.data == b"first"


def test_a_damaged_root_is_told_and_an_invitation_heals_it(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    (agent.path / "root.json").write_bytes(b"?")
    assert agent.fails() == "damaged"
    team.agent().update()
