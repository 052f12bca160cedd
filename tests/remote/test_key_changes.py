"""Keys come and go: agents follow, whoever lost a key or holds a stolen one stays outside."""

from __future__ import annotations

import pytest

from desktop.remote.publisher.publisher import Publisher
from desktop.services.repository import KeyChange, RemoteError
from tests.remote.team import DAY, Agent, MemoryKeys, Team


@pytest.fixture
def agent(team: Team) -> Agent:
    team.publisher.publish("dress", b"first", "")
    agent = team.agent()
    agent.update()
    return agent


def ids(team: Team, role: str) -> list[str]:
    name = {"online": "timestamp"}.get(role, role)
    return [key.id for key in team.role(name).keys]


def follows(team: Team, agent: Agent, data: bytes) -> None:
    """What is published next reaches agents old and new."""
    team.publisher.publish("dress", data, "")
    newcomer = team.agent("newcomer")
    for one in (agent, newcomer):
        one.update()
        assert one.data == data


@pytest.mark.parametrize("role", ["root", "targets", "online", "dress"])
def test_every_key_can_be_given_to_somebody_else(team: Team, agent: Agent, role: str) -> None:
    old = ids(team, role)
    assert team.publisher.change_keys(KeyChange(role, add=("新人",), revoke=(old[0],))) is None
    agent.update()
    new = ids(team, role)
    assert old[0] not in new
    assert len(new) == len(old)
    team.keys.lose(old[0])
    follows(team, agent, b"second")


@pytest.mark.parametrize("role", ["targets", "online", "dress"])
def test_a_lost_key_is_replaced_without_it(team: Team, agent: Agent, role: str) -> None:
    lost = ids(team, role)[0]
    team.keys.lose(lost)
    team.publisher.change_keys(KeyChange(role, add=("阿婷",), revoke=(lost,)))
    follows(team, agent, b"second")


def test_a_lost_root_key_of_three_is_replaced_by_the_other_two(team: Team, agent: Agent) -> None:
    lost = ids(team, "root")[0]
    team.keys.lose(lost)
    team.publisher.change_keys(KeyChange("root", add=("新人",), revoke=(lost,)))
    follows(team, agent, b"second")


def test_a_key_can_be_added_and_more_signatures_be_asked_for(team: Team, agent: Agent) -> None:
    team.publisher.change_keys(KeyChange("dress", add=("小林",), threshold=2))
    assert (team.role("dress").threshold, len(ids(team, "dress"))) == (2, 2)
    follows(team, agent, b"second")
    team.keys.lose(ids(team, "dress")[0])
    with pytest.raises(RemoteError, match="no_key"):
        team.publisher.publish("dress", b"third", "")


@pytest.mark.parametrize("role", ["root", "targets", "dress"])
def test_without_a_change_the_role_is_signed_for_another_term(
    team: Team, agent: Agent, role: str
) -> None:
    before = team.role(role)
    team.clock.moment += 300 * DAY
    if role != "root":
        for key_id in ids(team, "root"):
            team.keys.lose(key_id)  # offline, as they should be
    team.publisher.change_keys(KeyChange(role))
    after = team.role(role)
    assert after.expires_at == before.expires_at + 300 * DAY
    assert after.keys == before.keys
    assert after.edition == before.edition
    follows(team, agent, b"second")


@pytest.mark.parametrize("role", ["root", "targets", "online", "dress"])
def test_a_role_is_not_left_with_too_few_keys(team: Team, agent: Agent, role: str) -> None:
    held = tuple(ids(team, role))
    known = set(team.keys.signers)
    with pytest.raises(RemoteError, match="too_few_keys"):
        team.publisher.change_keys(KeyChange(role, revoke=held))
    with pytest.raises(RemoteError, match="too_few_keys"):
        team.publisher.change_keys(KeyChange(role, threshold=9))
    assert set(team.keys.signers) == known
    follows(team, agent, b"second")


def test_only_a_roles_own_keys_can_be_revoked(team: Team) -> None:
    with pytest.raises(RemoteError, match="not_its_key"):
        team.publisher.change_keys(KeyChange("dress", revoke=(ids(team, "root")[0],)))


def test_a_role_nobody_knows_is_told(team: Team) -> None:
    with pytest.raises(RemoteError, match="unknown_role"):
        team.publisher.change_keys(KeyChange("shoes", add=("小林",)))


def test_a_revoked_key_of_a_pack_can_publish_no_more(team: Team, agent: Agent) -> None:
    stolen = ids(team, "dress")[0]
    team.publisher.change_keys(KeyChange("dress", add=("阿婷",), revoke=(stolen,)))
    for key_id in ids(team, "dress"):
        team.keys.lose(key_id)
    with pytest.raises(RemoteError, match="no_key"):
        team.publisher.publish("dress", b"evil", "")
    agent.update()
    assert agent.data == b"first"


# --- roots that several people sign


def apart(team: Team) -> list[Publisher]:
    """The holders of the root keys, each with only their own; the first has the rest, too."""
    roots = ids(team, "root")
    rest = {k: s for k, s in team.keys.signers.items() if k not in roots}
    holders = []
    for number, key_id in enumerate(roots):
        keys = MemoryKeys()
        keys.signers = {key_id: team.keys.signers[key_id]} | (rest if number == 0 else {})
        holders.append(Publisher(team.home, team.destination, keys, team.clock.now))
    return holders


def test_a_root_is_signed_by_one_after_the_other(team: Team, agent: Agent) -> None:
    first, second, _ = apart(team)
    lost = ids(team, "root")[2]
    draft = first.change_keys(KeyChange("root", add=("新人",), revoke=(lost,)))
    assert draft
    assert draft.missing == 1
    agent.update()
    assert team.role("root").version == 1, "nothing has changed yet"
    with pytest.raises(RemoteError, match="no_key"):
        first.publish_root(draft.data)
    signed = second.sign_root(draft.data)
    assert signed.missing == 0
    first.publish_root(signed.data)
    assert team.role("root").version == 2
    assert lost not in ids(team, "root")
    follows(team, agent, b"second")


def test_a_draft_that_nobody_new_signed_is_as_far_as_before(team: Team) -> None:
    first, _, _ = apart(team)
    draft = first.change_keys(KeyChange("root", threshold=3))
    assert draft
    assert draft.missing == 2
    assert first.sign_root(draft.data).missing == 2


def test_all_three_sign_when_three_are_asked_for(team: Team, agent: Agent) -> None:
    first, second, third = apart(team)
    draft = first.change_keys(KeyChange("root", threshold=3))
    assert draft
    half = third.sign_root(draft.data)
    assert half.missing == 1
    whole = second.sign_root(half.data)
    assert whole.missing == 0
    first.publish_root(whole.data)
    assert team.role("root").threshold == 3
    follows(team, agent, b"second")


def test_a_draft_holds_no_secret(team: Team) -> None:
    draft = apart(team)[0].change_keys(KeyChange("root", threshold=3))
    assert draft
    for signer in team.keys.signers.values():
        raw = signer._private_key.private_bytes_raw().hex()
        assert raw.encode() not in draft.data
    assert b"PRIVATE" not in draft.data


def test_a_draft_that_came_too_late_is_refused(team: Team) -> None:
    first, second, _ = apart(team)
    draft = first.change_keys(KeyChange("root", threshold=3))
    assert draft
    team.publisher.change_keys(KeyChange("root"))
    with pytest.raises(RemoteError, match="draft_too_old"):
        first.publish_root(second.sign_root(draft.data).data)


def test_signatures_of_an_altered_draft_do_not_count(team: Team) -> None:
    first, second, third = apart(team)
    draft = first.change_keys(KeyChange("root", threshold=3))
    assert draft
    signed = third.sign_root(second.sign_root(draft.data).data)
    altered = signed.data.replace(b'"threshold":3', b'"threshold":1')
    assert altered != signed.data
    with pytest.raises(RemoteError, match="no_key"):
        first.publish_root(altered)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b'{"signed": {}, "signatures": []}'])
def test_what_is_no_draft_is_told(team: Team, data: bytes) -> None:
    with pytest.raises(RemoteError, match="not_a_draft"):
        team.publisher.sign_root(data)


def test_a_role_of_the_repository_is_no_draft(team: Team) -> None:
    with pytest.raises(RemoteError, match="not_a_draft"):
        team.publisher.sign_root((team.place / "metadata" / "timestamp.json").read_bytes())
