"""A supervisor publishes: once, in order, one at a time, and nothing half done is ever seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

from desktop.core.packs.edition import MOST_NOTE
from desktop.core.problems import InputError
from desktop.remote.layout import LOCK, MOST_PACK
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.export import export
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.retention import KEPT
from desktop.remote.publisher.setting_up import set_up
from desktop.remote.publisher.state import State
from desktop.services.repository import KeyChange, RemoteError
from tests.remote.destinations import Around, Dying, KilledError
from tests.remote.forger import Forger, copy_of, show
from tests.remote.team import DAY, HOLDERS, MemoryKeys, Team

Work = Callable[[Publisher], object]
JOBS: dict[str, Work] = {
    "publish": lambda p: p.publish("dress", b"second", "第二版"),
    "rollback": lambda p: p.rollback("dress", 1, "退回"),
    "add a pack": lambda p: p.add_pack("shoes", "小林"),
    "resign": lambda p: p.resign(),
    "change root": lambda p: change(p, "root"),
    "change targets": lambda p: change(p, "targets"),
    "change online": lambda p: change(p, "online"),
    "change dress": lambda p: change(p, "dress"),
}


def change(publisher: Publisher, role: str) -> None:
    """Gives every key of a role to somebody else."""
    name = {"online": "timestamp"}.get(role, role)
    keys = next(r for r in publisher.status().roles if r.name == name).keys
    added = tuple(f"{key.name}·新" for key in keys)
    publisher.change_keys(KeyChange(role, add=added, revoke=tuple(key.id for key in keys)))


@pytest.fixture(params=JOBS)
def job(request: pytest.FixtureRequest) -> Work:
    return JOBS[request.param]


@pytest.fixture
def begun(team: Team) -> Team:
    """Two editions are out, and a day and a half has passed."""
    team.publisher.publish("dress", b"first", "初版")
    team.publisher.publish("dress", b"in force", "")
    team.clock.moment += timedelta(hours=36)
    return team


def test_editions_are_numbered_by_the_repository(team: Team) -> None:
    first = team.publisher.publish("dress", b"first", "初版")
    second = team.publisher.publish("dress", b"second", "改了邮费")
    assert (first.version, second.version) == (1, 2)
    assert (second.note, second.length) == ("改了邮费", 6)
    assert second.published_at == team.clock.now()
    assert team.publisher.history("dress") == (second, first)
    assert team.publisher.read(first) == b"first"


def test_the_same_again_is_no_new_edition(team: Team) -> None:
    first = team.publisher.publish("dress", b"first", "初版")
    assert team.publisher.publish("dress", b"first", "初版") == first
    assert team.publisher.publish("dress", b"first", "改了说明").version == 2


def test_going_back_is_a_new_edition_with_the_old_content(team: Team) -> None:
    first = team.publisher.publish("dress", b"first", "")
    team.publisher.publish("dress", b"second", "")
    back = team.publisher.rollback("dress", 1, "退回第 1 版")
    assert (back.version, back.sha256, back.note) == (3, first.sha256, "退回第 1 版")
    with pytest.raises(RemoteError, match="no_edition"):
        team.publisher.rollback("dress", 9, "")


def test_nothing_half_done_is_ever_seen(begun: Team, job: Work) -> None:
    """After every single change, agents who know the repository and new ones can both follow."""
    known = begun.agent("known")
    known.update()
    seen: list[str] = []

    def look(name: str) -> None:
        seen.append(name)
        known.update()
        begun.agent(f"new {len(seen)}").update()

    job(Publisher(begun.home, Around(begun.destination, look), begun.keys, begun.clock.now))
    assert len(seen) > 2
    assert seen[-1] == LOCK


def test_a_publisher_killed_at_any_point_is_repaired_by_the_next(begun: Team, job: Work) -> None:
    agent = begun.agent()
    agent.update()
    before = copy_of(begun, "before")
    for changes in range(100):
        show(begun, before)
        begun.home.put_in_force(0)  # the test puts the host back, not an attacker
        dying = Dying(begun.destination, changes)
        keys = MemoryKeys()
        keys.signers = dict(begun.keys.signers)
        try:
            job(Publisher(begun.home, dying, keys, begun.clock.now))
        except KilledError:
            pass
        else:
            break
        newcomer = begun.agent(f"new {changes}")
        newcomer.update()
        assert newcomer.data in (b"first", b"in force", b"second")
        publisher = Publisher(begun.home, begun.destination, keys, begun.clock.now)
        publisher.publish("dress", b"third", "")
        newcomer.update()
        assert newcomer.data == b"third"
        leftovers = [
            path.name for path in begun.place.rglob("*") if path.suffix in (".part", ".lock")
        ]
        assert leftovers == []
    assert changes > 3, "the loop must reach the end of the work"


def test_a_set_up_killed_at_any_point_can_be_done_again(team: Team) -> None:
    for changes in range(20):
        home, place = Home(team.folder / f"home {changes}"), team.folder / f"place {changes}"
        place.mkdir()
        destination = FolderDestination(place)
        dying = Dying(destination, changes)
        try:
            set_up(home, dying, MemoryKeys(), team.clock.now, HOLDERS, 2)
        except KilledError:
            keys = MemoryKeys()
            if not (place / "metadata" / "1.root.json").exists():
                set_up(home, destination, keys, team.clock.now, HOLDERS, 2)
                Publisher(home, destination, keys, team.clock.now).add_pack("dress", "阿婷")
        else:
            return
    raise AssertionError("never finished")


# --- one at a time


def other_machine(team: Team) -> Home:
    home = Home(team.folder / "other home")
    home.begin(team.home.remembered().repository)
    return home


def test_a_second_publisher_has_to_wait(team: Team) -> None:
    second = team.another(other_machine(team))
    refused: list[str] = []

    def meanwhile(name: str) -> None:
        if name.endswith(".pack"):
            with pytest.raises(RemoteError) as told:
                second.publish("dress", b"second", "")
            refused.append(told.value.code)

    first = Publisher(team.home, Around(team.destination, meanwhile), team.keys, team.clock.now)
    first.publish("dress", b"first", "")
    assert refused == ["publishing"]
    assert second.publish("dress", b"second", "").version == 2


def test_a_second_program_on_the_same_machine_has_to_wait(team: Team) -> None:
    def meanwhile(name: str) -> None:
        if name.endswith(".pack"):
            with pytest.raises(RemoteError, match="busy"):
                team.publisher.publish("dress", b"second", "")

    Publisher(team.home, Around(team.destination, meanwhile), team.keys, team.clock.now).publish(
        "dress", b"first", ""
    )


def killed(team: Team, changes: int = 2) -> None:
    """Somebody was killed with the lock in hand."""
    dying = Dying(team.destination, changes)
    with pytest.raises(KilledError):
        Publisher(team.home, dying, team.keys, team.clock.now).publish("dress", b"lost", "")
    assert (team.place / LOCK).exists()


def test_the_lock_of_a_killed_publisher_is_taken_over_at_once_on_its_machine(team: Team) -> None:
    killed(team)
    assert team.publisher.publish("dress", b"first", "").version == 1


def test_the_lock_of_a_killed_publisher_is_taken_over_elsewhere_when_it_is_old(team: Team) -> None:
    killed(team)
    second = team.another(other_machine(team))
    with pytest.raises(RemoteError, match="publishing"):
        second.publish("dress", b"first", "")
    team.clock.moment += timedelta(minutes=11)
    assert second.publish("dress", b"first", "").version == 1


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"machine": 1}'])
def test_a_lock_that_was_only_begun_is_taken_over(team: Team, data: bytes) -> None:
    (team.place / LOCK).write_bytes(data)
    assert team.publisher.publish("dress", b"first", "").version == 1


def test_who_seemed_dead_and_goes_on_puts_nothing_in_force(team: Team) -> None:
    """A laptop that slept in the middle of publishing."""
    second = team.another(other_machine(team))
    agent = team.agent()

    def sleep(name: str) -> None:
        if name.endswith(".pack") and not agent.data:
            team.clock.moment += timedelta(hours=1)
            second.publish("dress", b"second", "")
            agent.update()

    first = Publisher(team.home, Around(team.destination, sleep), team.keys, team.clock.now)
    with pytest.raises(RemoteError, match="publishing"):
        first.publish("dress", b"first", "")
    agent.update()
    assert agent.data == b"second"
    assert team.publisher.publish("dress", b"third", "").version == 2


class Sleepy(Around):
    """Lets somebody else publish right after the state was read."""

    def __init__(self, inner: Destination, meanwhile: Callable[[], object]) -> None:
        super().__init__(inner, lambda _: None)
        self._meanwhile: Callable[[], object] | None = meanwhile

    def read(self, name: str) -> bytes | None:
        found = super().read(name)
        if name.endswith(".targets.json") and self._meanwhile:
            meanwhile, self._meanwhile = self._meanwhile, None
            meanwhile()
        return found


def test_an_index_signed_by_who_seemed_dead_does_not_undo_what_came_meanwhile(team: Team) -> None:
    second = team.another(other_machine(team))
    agent = team.agent()

    def meanwhile() -> None:
        team.clock.moment += timedelta(hours=1)
        second.publish("dress", b"second", "")
        agent.update()

    sleepy = Sleepy(team.destination, meanwhile)
    first = Publisher(team.home, sleepy, team.keys, team.clock.now)
    with pytest.raises(RemoteError, match="publishing"):
        first.change_keys(KeyChange("online"))
    agent.update()
    assert agent.data == b"second"


# --- a host that is not to be trusted


def test_a_host_put_back_to_an_older_state_is_noticed(team: Team) -> None:
    team.publisher.publish("dress", b"first", "")
    old = copy_of(team, "old")
    team.publisher.publish("dress", b"second", "")
    show(team, old)
    with pytest.raises(RemoteError, match="behind"):
        team.publisher.publish("dress", b"third", "")


@pytest.mark.parametrize("name", ["timestamp", "4.snapshot", "2.targets", "3.shop-dress", "1.root"])
def test_what_the_host_altered_is_not_built_upon(begun: Team, name: str) -> None:
    path = begun.place / "metadata" / f"{name}.json"
    fields = json.loads(path.read_bytes())
    fields["signed"]["expires"] = "2099-01-01T00:00:00Z"
    path.write_text(json.dumps(fields))
    with pytest.raises(RemoteError, match=r"tampered_file|wrong_root"):
        begun.publisher.publish("dress", b"third", "")


def test_another_repository_at_the_destination_is_noticed(team: Team) -> None:
    other = Team(team.folder / "other")
    publisher = Publisher(team.home, other.destination, team.keys, team.clock.now)
    with pytest.raises(RemoteError, match="wrong_root"):
        publisher.publish("dress", b"first", "")


def test_a_root_that_others_signed_is_not_built_upon(team: Team) -> None:
    forger = Forger(team)
    root = forger.root
    root.version += 1
    forger.write("2.root", root, *forger.keys_of("timestamp"))
    with pytest.raises(RemoteError, match="tampered_file"):
        team.publisher.publish("dress", b"first", "")


def test_a_file_that_is_missing_is_named(begun: Team) -> None:
    (begun.place / "metadata" / "3.shop-dress.json").unlink()
    with pytest.raises(RemoteError) as told:
        begun.publisher.publish("dress", b"third", "")
    assert told.value.values == {"name": "metadata/3.shop-dress.json"}


def test_an_old_pack_that_was_altered_is_not_published_again(begun: Team) -> None:
    first = begun.publisher.history("dress")[1]
    (begun.place / "packs" / "dress" / f"{first.sha256}.pack").write_bytes(b"evil!")
    with pytest.raises(RemoteError, match="tampered_file"):
        begun.publisher.rollback("dress", 1, "")


def test_keys_do_not_come_to_lie_beside_the_packs(team: Team) -> None:
    class Beside(MemoryKeys):
        def inside(self, folder: object) -> bool:
            return folder == team.folder / "new"

    (team.folder / "new").mkdir()
    destination = FolderDestination(team.folder / "new")
    with pytest.raises(RemoteError, match="keys_beside_packs"):
        set_up(Home(team.folder / "h"), destination, Beside(), team.clock.now, HOLDERS, 2)


# --- what there is


def test_the_status_says_who_signed_what_until_when(begun: Team) -> None:
    status = begun.publisher.status()
    now = begun.clock.now()
    terms = {role.name: role.expires_at - now + timedelta(hours=36) for role in status.roles}
    assert {name: term.days for name, term in terms.items()} == {
        "root": 3 * 365,
        "targets": 365,
        "snapshot": 90,
        "timestamp": 30,
        "dress": 365,
    }
    root = begun.role("root")
    assert (root.threshold, len(root.keys)) == (2, 3)
    assert sorted(key.name for key in root.keys) == sorted(HOLDERS)
    assert sum(key.signed for key in root.keys) == 2
    assert all(key.at_hand for key in root.keys)
    dress = begun.role("dress")
    assert dress.edition
    assert dress.edition.version == 2
    files = [path for path in begun.place.rglob("*") if path.is_file()]
    assert (status.files, status.size) == (len(files), sum(path.stat().st_size for path in files))
    assert dress.size == (begun.place / "metadata" / "3.shop-dress.json").stat().st_size


def test_a_key_that_is_elsewhere_is_not_at_hand(begun: Team) -> None:
    away = begun.role("dress").keys[0].id
    begun.keys.lose(away)
    assert [key.at_hand for key in begun.role("dress").keys] == [False]
    with pytest.raises(RemoteError) as told:
        begun.publisher.publish("dress", b"third", "")
    assert (told.value.code, told.value.values["role"]) == ("no_key", "dress")


def test_the_index_is_signed_anew_at_most_once_a_day(team: Team) -> None:
    before = team.role("timestamp")
    assert team.publisher.resign() is False
    team.clock.moment += timedelta(hours=25)
    assert team.publisher.resign() is True
    after = team.role("timestamp")
    assert after.version == before.version + 1
    assert after.expires_at == before.expires_at + timedelta(hours=25)
    assert team.role("snapshot").version == 2, "the snapshot holds for longer"


def test_the_snapshot_is_signed_anew_before_it_runs_out(team: Team) -> None:
    team.clock.moment += 61 * DAY
    team.publisher.resign()
    assert team.role("snapshot").expires_at == team.clock.moment + 90 * DAY


def test_old_versions_go_and_agents_in_the_middle_of_an_update_are_not_disturbed(
    team: Team,
) -> None:
    for number in range(KEPT + 5):
        team.publisher.publish("dress", b"%d" % number, "")
    names = {path.name for path in team.place.rglob("*") if path.is_file()}
    assert len([name for name in names if name.endswith(".snapshot.json")]) == KEPT
    assert len([name for name in names if name.endswith(".shop-dress.json")]) == KEPT
    assert len([name for name in names if name.endswith(".pack")]) == KEPT
    assert "1.root.json" in names
    assert len(team.publisher.history("dress")) == KEPT
    team.agent().update()


def test_files_that_are_not_ours_stay(team: Team) -> None:
    ours = team.place / "metadata" / "README.txt"
    index = team.place / "index.html"
    for path in (ours, index):
        path.write_text("hello")
    team.publisher.publish("dress", b"first", "")
    assert (ours.read_text(), index.read_text()) == ("hello", "hello")


# --- what cannot be published


@pytest.mark.parametrize("pack", ["root", "online", "con", "nul", "com1", "../x", "Dress", "裙"])
def test_a_pack_cannot_be_called_what_no_file_system_or_role_can(team: Team, pack: str) -> None:
    with pytest.raises(RemoteError, match="not_a_pack_id"):
        team.publisher.add_pack(pack, "阿婷")


def test_a_pack_has_one_place(team: Team) -> None:
    with pytest.raises(RemoteError, match="pack_there"):
        team.publisher.add_pack("dress", "阿婷")


@pytest.mark.parametrize("pack", ["shoes", "../dress", ""])
def test_a_pack_without_a_place_is_told(team: Team, pack: str) -> None:
    with pytest.raises(RemoteError, match="unknown_role"):
        team.publisher.publish(pack, b"first", "")
    with pytest.raises(RemoteError, match="unknown_role"):
        team.publisher.history(pack)


def test_what_is_too_large_is_told(team: Team) -> None:
    with pytest.raises(InputError):
        team.publisher.publish("dress", b"first", "长" * (MOST_NOTE + 1))
    with pytest.raises(RemoteError, match="pack_too_large"):
        team.publisher.publish("dress", bytes(MOST_PACK + 1), "")


def test_a_repository_is_not_set_up_over_another(team: Team) -> None:
    with pytest.raises(RemoteError, match="repository_there"):
        set_up(team.home, team.destination, team.keys, team.clock.now, HOLDERS, 2)


@pytest.mark.parametrize("threshold", [0, 4])
def test_a_threshold_must_be_one_that_the_keys_can_reach(team: Team, threshold: int) -> None:
    with pytest.raises(RemoteError, match="too_few_keys"):
        set_up(team.home, team.destination, team.keys, team.clock.now, HOLDERS, threshold)


def test_a_machine_that_knows_no_repository_is_told(team: Team) -> None:
    stranger = team.another(Home(team.folder / "stranger"))
    with pytest.raises(RemoteError, match="not_set_up"):
        stranger.status()


def test_a_destination_without_the_repository_is_told(team: Team) -> None:
    empty = team.folder / "empty"
    empty.mkdir()
    publisher = Publisher(team.home, FolderDestination(empty), team.keys, team.clock.now)
    with pytest.raises(RemoteError, match="no_repository"):
        publisher.status()
    empty.rmdir()
    with pytest.raises(RemoteError, match="no_folder"):
        publisher.status()


# --- copies


def test_a_copy_on_a_stick_is_all_an_agent_needs(begun: Team) -> None:
    stick = begun.folder / "stick"
    change(begun.publisher, "root")
    begun.publisher.publish("dress", b"second", "")
    assert begun.publisher.export(stick) > 5
    agent = begun.agent(at=str(stick))
    agent.update()
    assert agent.data == b"second"
    assert begun.publisher.export(stick) == 0
    begun.publisher.publish("dress", b"third", "")
    assert begun.publisher.export(stick) == 4
    agent.update()
    assert agent.data == b"third"


def test_a_stick_pulled_out_at_any_point_still_has_what_it_had(begun: Team) -> None:
    before = begun.folder / "stick before"
    begun.publisher.export(before)
    begun.publisher.publish("dress", b"second", "")
    state = State(begun.destination, begun.home.remembered().repository)
    for changes in range(1, 4):
        stick = Path(copytree(before, begun.folder / f"stick {changes}"))
        with pytest.raises(KilledError):
            export(state, begun.destination, Dying(FolderDestination(stick), changes))
        agent = begun.agent(f"agent {changes}", at=str(stick))
        agent.update()
        assert agent.data == b"in force"
