"""Nobody slips in, rolls back or freezes a pack: each attack ends in a named error.

``fails`` holds each time that the last good pack and the time of the last good check stay.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.remote.publisher.keys import new_key
from desktop.services.repository import KeyChange, RemoteError
from desktop.services.subscriptions import Updated
from tests.remote import host as tricks
from tests.remote.forger import Forger, copy_of, show
from tests.remote.host import Host, Trick
from tests.remote.team import DAY, Agent, Team

FIRST, SECOND = b"the first edition", b"a second edition!"
INDEX = "/timestamp.json"


@pytest.fixture
def agent(team: Team, host: Host) -> Agent:
    """Somebody who has the first edition, while the second is there to be fetched."""
    agent = team.agent(at=host.url)
    team.publisher.publish("dress", FIRST, "")
    agent.update()
    team.publisher.publish("dress", SECOND, "")
    return agent


# --- what comes over the wire


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"A" + SECOND[1:], "tampered"),
        (SECOND + b"!", "tampered"),
        (SECOND[:-1], "tampered"),
        (b"", "tampered"),
    ],
    ids=["tampered", "longer", "shorter", "empty"],
)
def test_a_pack_that_is_not_what_was_signed(
    agent: Agent, host: Host, data: bytes, code: str
) -> None:
    host.tricks[".pack"] = tricks.serves(data)
    assert agent.fails() == code
    host.tricks.clear()
    agent.update()
    assert agent.data == SECOND


@pytest.mark.parametrize("name", [INDEX, ".pack"])
@pytest.mark.parametrize(
    ("trick", "code"),
    [
        (tricks.drip, "deadline"),
        (tricks.drip_head, "deadline"),
        (tricks.silent, "deadline"),
        (tricks.continue_for_ever, "deadline"),
        (tricks.cut_half_way, "network"),
        (tricks.cut_at_once, "network"),
        (tricks.unavailable, "http_status"),
        (tricks.redirect, "redirected"),
        (tricks.endless, "tampered"),
    ],
)
def test_a_server_that_is_slow_ill_or_gone(
    agent: Agent, host: Host, name: str, trick: Trick, code: str
) -> None:
    host.tricks[name] = trick
    if code == "deadline":
        agent.hurry()
    assert agent.fails() == code


def test_all_files_of_a_check_share_one_deadline(agent: Agent, host: Host) -> None:
    def late(answer: tricks.Answer) -> None:
        answer.over.wait(0.5)
        answer.honest()

    host.tricks[""] = late
    agent.hurry()
    assert agent.fails() == "deadline"


def test_a_server_that_refuses(agent: Agent, host: Host) -> None:
    host.close()
    assert agent.fails() == "network"


def test_a_name_that_nobody_has(team: Team) -> None:
    assert team.agent(at="http://nobody.invalid").fails() == "network"


def test_a_name_server_that_never_answers(
    team: Team, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    never = Event()
    request.addfinalizer(never.set)
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [never.wait()])
    agent = team.agent(at="http://packs.example")
    agent.hurry()
    assert agent.fails() == "deadline"


@pytest.mark.parametrize("name", ["/2.root.json", INDEX])
@pytest.mark.parametrize(
    "data",
    [
        b"<html>Welcome! Please log in.</html>",
        b"[" * 10_000,
        b'{"signed": {"_type": "timestamp", "version": ' + b"9" * 5_000 + b"}}",
        b"\xff\xfe\x00",
        b"{}",
        b"null",
    ],
    ids=["portal", "deep", "huge number", "no text", "empty", "null"],
)
def test_something_that_is_no_repository(agent: Agent, host: Host, name: str, data: bytes) -> None:
    host.tricks[name] = tricks.serves(data)
    assert agent.fails() == "malformed"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=300), at=st.integers(0, 500))
def test_no_bytes_of_a_host_end_in_an_error_of_anybody_elses(
    team: Team, agent: Agent, data: bytes, at: int
) -> None:
    path = team.place / "metadata" / "timestamp.json"
    honest = path.read_bytes()
    try:
        path.write_bytes(honest[:at] + data + honest[at + len(data) :])
        agent.check()  # it raises nothing
        assert agent.data in (FIRST, SECOND)
    finally:
        path.write_bytes(honest)


# --- something older


def test_a_replayed_index(team: Team, agent: Agent) -> None:
    old = copy_of(team, "old")
    team.publisher.publish("dress", b"third", "")
    agent.update()
    show(team, old)
    assert agent.fails() == "rolled_back"


def test_a_stolen_index_key_that_shows_an_old_snapshot(team: Team, agent: Agent) -> None:
    old = Forger(team).snapshot
    team.publisher.publish("dress", b"third", "")
    agent.update()
    Forger(team).index(old)
    assert agent.fails() == "rolled_back"


def test_old_and_new_files_mixed_without_keys(team: Team, agent: Agent) -> None:
    old = copy_of(team, "old")
    team.publisher.publish("dress", b"third", "")
    newest = team.role("snapshot").version
    new = team.place / "metadata" / f"{newest}.snapshot.json"
    new.write_bytes((old / "metadata" / f"{newest - 1}.snapshot.json").read_bytes())
    assert agent.fails() == "tampered"


def test_an_old_pack_mixed_in_with_stolen_keys_of_daily_work(team: Team, agent: Agent) -> None:
    forger = Forger(team)
    agent.update()
    snapshot = forger.snapshot
    snapshot.version += 1
    snapshot.meta["shop-dress.json"].version -= 1
    snapshot.meta["shop-dress.json"].hashes = None
    snapshot.meta["shop-dress.json"].length = None
    forger.index(snapshot)
    assert agent.fails() == "rolled_back"


def test_a_role_that_vanishes(team: Team, agent: Agent) -> None:
    agent.update()
    forger = Forger(team)
    snapshot = forger.snapshot
    snapshot.version += 1
    del snapshot.meta["shop-dress.json"]
    forger.index(snapshot)
    assert agent.fails() == "tampered"


def test_a_host_that_shows_nothing_new_is_found_out_when_signatures_run_out(
    team: Team, agent: Agent
) -> None:
    agent.update()
    signed_at = team.clock.moment
    team.clock.moment = signed_at + 29 * DAY
    agent.update()
    team.clock.moment = signed_at + 31 * DAY
    assert agent.fails() == "expired"
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt
    assert held.doubt.reason == "expired"
    team.publisher.resign()
    agent.update()
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt is None


def test_a_clock_set_back_keeps_nothing_alive(team: Team, agent: Agent) -> None:
    agent.update()
    signed_at = team.clock.moment
    team.clock.moment = signed_at + 31 * DAY
    assert agent.fails() == "expired"
    team.clock.moment = signed_at + DAY
    agent.update()
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt
    assert (held.doubt.reason, held.doubt.since) == ("clock", signed_at + 31 * DAY)


def test_a_clock_that_is_right_again_is_believed_after_the_next_index(
    team: Team, agent: Agent
) -> None:
    agent.update()
    right = team.clock.moment
    team.clock.moment = right + 3650 * DAY
    assert agent.fails() == "expired"
    team.clock.moment = right + 2 * DAY
    team.publisher.resign()
    agent.update()
    held = agent.client.held(agent.subscription)
    assert held
    assert held.doubt is None


def test_a_root_that_ran_out(team: Team, agent: Agent) -> None:
    team.clock.moment += timedelta(days=3 * 365 + 1)
    team.publisher.resign()
    assert agent.fails() == "expired"


# --- keys


def test_a_fast_forward_with_a_stolen_key_is_healed_by_changing_the_key(
    team: Team, agent: Agent
) -> None:
    honest = copy_of(team, "honest")
    Forger(team).index(change=lambda index: setattr(index, "version", 2**31))
    agent.update()
    show(team, honest)
    team.publisher.publish("dress", b"third", "")
    assert agent.fails() == "rolled_back"
    stolen = team.role("timestamp").keys[0].id
    team.publisher.change_keys(KeyChange("online", add=("阿婷",), revoke=(stolen,)))
    agent.update()
    assert agent.data == b"third"


@pytest.mark.parametrize("signers", ["new keys", "one of two", "nobody"])
def test_a_new_root_without_enough_old_signatures(team: Team, agent: Agent, signers: str) -> None:
    forger = Forger(team)
    root, old = forger.root, forger.keys_of("root")
    added = [new_key("evil"), new_key("evil, too")]
    for key_id in list(root.roles["root"].keyids):
        root.revoke_key(key_id, "root")
    for signer in added:
        root.add_key(signer.public_key, "root")
    root.version += 1
    by = {"new keys": added, "one of two": [old[0], *added], "nobody": []}[signers]
    forger.write("2.root", root, *by)
    assert agent.fails() == "unsigned"


def test_a_root_that_is_skipped(team: Team, agent: Agent) -> None:
    for _ in range(2):
        team.publisher.change_keys(KeyChange("root", add=("新人",)))
    metadata = team.place / "metadata"
    (metadata / "2.root.json").write_bytes((metadata / "3.root.json").read_bytes())
    assert agent.fails() == "rolled_back"


def test_another_teams_repository_at_the_address(
    team: Team, agent: Agent, host: Host, tmp_path: Path
) -> None:
    other = Team(tmp_path / "other")
    other.publisher.publish("dress", b"evil", "")
    for _ in range(5):
        other.publisher.publish("dress", b"more evil", "")
    host.folder = other.place
    assert agent.fails() == "unsigned"


def test_a_link_that_leads_to_another_teams_repository(
    team: Team, host: Host, tmp_path: Path
) -> None:
    other = Team(tmp_path / "other")
    invitation = other.publisher.invitation([host.url], ["dress"])
    with pytest.raises(RemoteError, match="wrong_root"):
        Agent(tmp_path / "agent", replace(invitation, root=None), team.clock.now)
    assert not list((tmp_path / "agent").glob("*/repository.json"))


def test_a_place_with_another_repository_does_not_keep_one_from_joining_at_the_next(
    team: Team, host: Host, tmp_path: Path
) -> None:
    other = Host(Team(tmp_path / "other").place)
    team.publisher.publish("dress", FIRST, "")
    invitation = team.publisher.invitation([other.url, host.url], ["dress"])
    agent = Agent(tmp_path / "agent", replace(invitation, root=None), team.clock.now)
    other.close()
    agent.update()
    assert agent.data == FIRST


@pytest.mark.parametrize("root", [b"", b"{}", b"not json"])
def test_an_invitation_whose_root_is_none(team: Team, root: bytes) -> None:
    invitation = replace(team.publisher.invitation([str(team.place)], ["dress"]), root=root or b"x")
    with pytest.raises(RemoteError, match="wrong_root"):
        Agent(team.folder / "agent", invitation, team.clock.now)


def test_another_shops_key_cannot_sign_this_shops_pack(tmp_path: Path) -> None:
    team = Team(tmp_path / "team", packs=("dress", "shoes"))
    team.publisher.publish("shoes", FIRST, "")
    team.publisher.publish("dress", b"evil", "")
    agent = team.agent(pack="shoes")
    agent.update()
    forger = Forger(team)
    dress = forger.keys_of("shop-dress", forger.role("targets"))
    evil = forger.role("shop-dress")  # it is asked before the shoes' own
    evil.targets["packs/shoes/pack"] = evil.targets["packs/dress/pack"]
    forger.put_role("shop-dress", evil, dress)
    agent.update()
    assert agent.data == FIRST, "what dress signs for shoes does not count"
    forger.put_role("shop-shoes", forger.role("shop-shoes"), dress)
    assert agent.fails() == "unsigned"


def test_a_name_in_other_letters_is_no_way_around_a_role(tmp_path: Path) -> None:
    team = Team(tmp_path / "team", packs=("dress", "shoes"))
    team.publisher.publish("dress", b"evil", "")
    forger = Forger(team)
    evil = forger.role("shop-dress")
    for name in ("packs/SHOES/pack", "packs/Dress/pack", "PACKS/shoes/pack"):
        evil.targets[name] = evil.targets["packs/dress/pack"]
    forger.put_role("shop-dress", evil, forger.keys_of("shop-dress", forger.role("targets")))
    agent = team.agent(pack="shoes")
    for pack in ("SHOES", "Dress", "shoes"):
        agent.subscription = replace(agent.subscription, pack=pack)
        assert agent.fails() == "no_pack"


@pytest.mark.parametrize("hostile", ["../../../../evil", "..\\..\\evil", "C:evil", "con", ""])
def test_names_that_lead_elsewhere_are_written_nowhere(
    team: Team, agent: Agent, hostile: str
) -> None:
    forger = Forger(team)
    role = forger.role("shop-dress")
    role.targets["packs/dress/pack"].hashes = {"sha256": hostile}
    forger.put_role("shop-dress", role, forger.keys_of("shop-dress", forger.role("targets")))
    before = sorted(team.folder.rglob("*evil*"))
    assert agent.fails() == "not_ours"
    assert sorted(team.folder.rglob("*evil*")) == before


def test_a_link_in_a_folder_that_leads_out_of_it_is_not_followed(team: Team) -> None:
    team.publisher.publish("dress", FIRST, "")
    agent = team.agent()
    path = team.place / "metadata" / "timestamp.json"
    path.rename(team.folder / "timestamp.json")
    path.symlink_to(team.folder / "timestamp.json")
    assert agent.fails() == "http_status"


def test_a_link_in_a_folder_that_goes_round_leads_nowhere(team: Team) -> None:
    agent = team.agent()
    path = team.place / "metadata" / "timestamp.json"
    path.unlink()
    path.symlink_to(path)
    assert agent.fails() == "http_status"


def test_a_pack_larger_than_any_is_not_fetched(team: Team, agent: Agent, host: Host) -> None:
    forger = Forger(team)
    role = forger.role("shop-dress")
    role.targets["packs/dress/pack"].length = 2**40
    forger.put_role("shop-dress", role, forger.keys_of("shop-dress", forger.role("targets")))
    host.count_anew()
    assert agent.fails() == "pack_too_large"
    assert not [path for path in host.asked if path.endswith(".pack")]


# --- mishaps


def test_a_mirror_that_is_only_half_copied(team: Team, agent: Agent) -> None:
    for path in team.place.glob("metadata/*.shop-dress.json"):
        path.unlink()
    assert agent.fails() == "http_status"


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """As if the disk were full for anything larger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 300, 600, 5_000])
def test_a_full_disk(team: Team, host: Host, size: int) -> None:
    agent = team.agent(at=host.url)
    team.publisher.publish("dress", FIRST, "")
    agent.update()
    team.publisher.publish("dress", bytes(20_000), "")
    with files_of_at_most(size):
        assert agent.fails() == "disk_full"
    assert list(agent.path.rglob("*.part")) == []
    assert isinstance(agent.check(), Updated)
    assert agent.data == bytes(20_000)
