"""What the window does about the packs it follows, with a real repository in a folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.core.packs.schedule import EVERY_S
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.remote.client.client import Client
from desktop.remote.client.places import Places
from desktop.services.followed import Followed
from desktop.services.following import FIRST_MS, LOOK_MS, TELL_MS, Following
from desktop.services.packs import PackSource
from desktop.services.repository import RemoteError
from desktop.services.subscriptions import UNWATCHED, HeldPacks, PackClient
from desktop.services.words import Words
from desktop.store.files import PackPlace
from tests.fakes.jobs import ManualJobs
from tests.fakes.personal import FakePersonalStore
from tests.fakes.time import ManualTime
from tests.packs import NoCache
from tests.remote.commands import write_pack
from tests.remote.team import Team

PACKS = PackSource(NoCache(), lambda: PLACEHOLDERS)


class Machine:
    """An agent's machine, whose window can be closed and opened again."""

    def __init__(self, team: Team, folder: Path) -> None:
        self.team = team
        self.folder = folder
        self.store = FakePersonalStore()
        self.loaded = 0
        self.open()

    def open(self) -> None:
        self.jobs, self.time = ManualJobs(), ManualTime()
        self.following = Following(self, PACKS, self.store, self.jobs, self.time, lambda: 0.5)
        self.following.start()
        self.jobs.finish()

    def held(self) -> HeldPacks | None:
        return self.another() if self.folder.is_dir() else None

    def client(self) -> PackClient:
        self.loaded += 1
        return self.another()

    def another(self) -> Client:
        """What another program on this machine has."""
        return Client(self.folder, self.team.clock.now, Places())

    def pass_s(self, span_s: float) -> None:
        """Time passes, and what is begun is brought to its end."""
        self.time.pass_ms(span_s * 1000)
        self.settle()

    def settle(self) -> None:
        while self.jobs.waiting():
            self.jobs.finish()

    def join(self) -> list[RemoteError | None]:
        told: list[RemoteError | None] = []
        invitation = self.team.publisher.invitation([str(self.team.place)], ["dress"])
        self.following.join(invitation, told.append)
        self.settle()
        return told

    @property
    def one(self) -> Followed:
        (one,) = self.following.followed
        return one

    @property
    def version(self) -> int:
        assert self.one.held is not None
        return self.one.held.edition.version


def publish(team: Team, text: str) -> None:
    folder = write_pack(team.folder / "pack", text)
    team.publisher.publish("dress", PACKS.build(PackPlace(folder)).data, text)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    team = Team(tmp_path)
    publish(team, "您好")
    return team


@pytest.fixture
def machine(team: Team, tmp_path: Path) -> Machine:
    machine = Machine(team, tmp_path / "agent")
    assert machine.join() == [None]
    return machine


def test_a_machine_that_follows_nothing_loads_nothing(team: Team, tmp_path: Path) -> None:
    machine = Machine(team, tmp_path / "agent")
    told: list[str] = []
    machine.following.on_editions.append(lambda: told.append("open the pack again"))
    machine.pass_s(3 * EVERY_S)
    assert (machine.loaded, machine.following.followed, told) == (0, (), [])


def test_what_an_invitation_leads_to_is_followed_and_fetched(machine: Machine) -> None:
    assert (machine.version, machine.one.name) == (1, "连衣裙")
    assert (machine.one.unseen, machine.one.trouble) == (None, None)


def test_news_come_soon_after_the_start_and_then_every_quarter_of_an_hour(
    machine: Machine, team: Team
) -> None:
    publish(team, "您好呀")
    machine.open()
    machine.pass_s(FIRST_MS / 1000)
    assert machine.version == 2
    publish(team, "您好呀呀")
    machine.pass_s(EVERY_S - 1)
    assert machine.version == 2
    machine.pass_s(2)
    assert machine.version == 3


def test_an_edition_is_news_until_it_is_looked_at_also_after_the_next_start(
    machine: Machine, team: Team
) -> None:
    publish(team, "您好呀")
    machine.following.check()
    machine.settle()
    publish(team, "您好呀呀")
    machine.open()
    machine.pass_s(FIRST_MS / 1000)
    assert machine.one.unseen is not None
    assert machine.one.unseen.summary == "v1 → v3: +0 ~1 −0"
    machine.following.mark_seen("dress")
    machine.open()
    assert machine.one.unseen is None
    assert machine.version == 3


def test_news_are_told_without_the_difference_when_the_old_edition_is_gone(
    machine: Machine, team: Team
) -> None:
    for text in ("一", "二", "三"):
        publish(team, text)
        machine.following.check()
        machine.settle()
    assert machine.one.unseen is not None
    assert machine.one.unseen.summary == "v1 → v4"


def test_what_another_program_fetched_is_seen_within_a_minute(machine: Machine, team: Team) -> None:
    publish(team, "您好呀")
    other = machine.another()
    other.check(other.subscriptions()[0], UNWATCHED)
    machine.pass_s(LOOK_MS / 1000)
    assert machine.version == 2
    assert machine.one.unseen is not None


def test_a_check_that_fails_leaves_what_there_is_and_says_why_until_one_succeeds(
    machine: Machine, team: Team, tmp_path: Path
) -> None:
    team.place.rename(tmp_path / "moved")
    machine.following.check()
    machine.settle()
    assert machine.version == 1
    assert machine.one.trouble is not None
    assert machine.one.trouble.code == "no_folder"
    (tmp_path / "moved").rename(team.place)
    machine.following.check()
    machine.settle()
    assert machine.one.trouble is None


def test_prices_are_in_doubt_as_soon_as_the_signatures_have_run_out(
    machine: Machine, team: Team
) -> None:
    assert machine.one.told_doubt(Words("zh")) == ""
    team.clock.moment += timedelta(days=400)
    machine.pass_s(LOOK_MS / 1000)
    assert machine.one.told_doubt(Words("zh")).startswith("价格待核实")


def test_a_check_that_is_stopped_comes_to_nothing(machine: Machine, team: Team) -> None:
    publish(team, "您好呀")
    machine.following.check()
    machine.following.stop()
    machine.settle()
    assert machine.version == 1
    assert machine.one.trouble is not None
    assert machine.one.trouble.code == "cancelled"


def test_the_agent_sees_how_far_a_check_has_come(machine: Machine) -> None:
    told: list[bool] = []
    machine.following.on_progress.append(
        lambda: told.append(machine.following.progress is not None)
    )
    machine.following.check()
    machine.time.pass_ms(TELL_MS)
    assert told == [True, True]
    machine.settle()
    assert told == [True, True, False]
    machine.time.pass_ms(TELL_MS * 5)
    assert told == [True, True, False]


def test_a_check_without_news_gives_no_reason_to_open_the_pack_again(
    machine: Machine, team: Team
) -> None:
    told: list[int] = []
    machine.following.on_editions.append(lambda: told.append(machine.version))
    machine.following.check()
    machine.settle()
    assert told == []
    publish(team, "您好呀")
    machine.following.check()
    machine.settle()
    assert told == [2]


def test_what_is_asked_while_a_check_runs_is_done_after_it(machine: Machine) -> None:
    told: list[RemoteError | None] = []
    machine.following.check()
    machine.following.leave(machine.one.subscription, told.append)
    assert told == []
    machine.settle()
    assert told == [None]
    assert machine.following.followed == ()


def test_a_check_that_falls_due_while_something_else_runs_is_not_the_last(
    machine: Machine, team: Team
) -> None:
    machine.open()
    invitation = team.publisher.invitation([str(team.place)], ["dress"])
    machine.following.join(invitation, lambda _error: None)
    machine.time.pass_ms(FIRST_MS)
    machine.settle()
    publish(team, "您好呀")
    machine.pass_s(EVERY_S)
    assert machine.version == 2


def test_an_invitation_to_a_pack_that_is_not_there_says_so(team: Team, tmp_path: Path) -> None:
    team.publisher.add_pack("shoes", "阿婷")
    machine = Machine(team, tmp_path / "agent")
    told: list[RemoteError | None] = []
    invitation = team.publisher.invitation([str(team.place)], ["shoes"])
    machine.following.join(invitation, told.append)
    machine.settle()
    assert [error and error.code for error in told] == ["no_pack"]
    assert machine.one.name == ""
