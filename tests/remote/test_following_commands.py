"""An agent's side by the command line alone: subscribe, update, and work with what came."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.remote.commands import ROOT, Supervisor, write_pack


class AgentByCommand:
    """One agent's machine."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._env = {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "MIAOHUI_HOME": str(home)}

    def run(self, *args: str | Path) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, args)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
            timeout=120,
            env=self._env,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    def does(self, *args: str | Path) -> str:
        """What it prints; it must work."""
        status, out, err = self.run(*args)
        assert (status, err) == (0, ""), (out, err)
        return out

    def refused(self, *args: str | Path) -> str:
        """The one line that says why not."""
        status, out, err = self.run(*args)
        assert (status, out, err.count("\n")) == (2, "", 1), (out, err)
        return err

    def json(self, *args: str | Path) -> Any:
        return json.loads(self.does(*args, "--json"))


@pytest.fixture
def lead(tmp_path: Path) -> Supervisor:
    """Somebody who has published a pack in a folder."""
    lead = Supervisor(tmp_path / "lead")
    lead.does("init", tmp_path / "packs", "--holder", "阿婷", "--pack", "dress")
    lead.does("publish", write_pack(tmp_path / "team", "您好"), "--yes", "--note", "开张")
    return lead


@pytest.fixture
def invitation(lead: Supervisor, tmp_path: Path) -> Path:
    return Path(lead.json("invite", "-o", tmp_path)["file"])


@pytest.fixture
def agent(tmp_path: Path) -> AgentByCommand:
    return AgentByCommand(tmp_path / "agent")


def test_an_invitation_is_followed_and_an_update_tells_what_is_new(
    lead: Supervisor, invitation: Path, agent: AgentByCommand, tmp_path: Path
) -> None:
    said = agent.does("subscribe", invitation, "--yes")
    assert re.search(r"\d{4} \d{4} \d{4}", said)
    assert "dress v1\n    开张" in said
    assert agent.does("update") == "dress v1: nothing newer\n"
    lead.does("publish", write_pack(tmp_path / "team", "您好呀"), "--yes", "--note", "更亲切")
    assert agent.does("update") == "dress v1 → v2: +0 ~1 −0\n    更亲切\n"
    (news,) = agent.json("update")
    assert (news["pack"], news["version"], news["before"]) == ("dress", 2, None)
    assert (news["error"], news["doubt"]) == (None, None)


def test_a_pack_that_is_followed_is_opened_by_its_id(
    invitation: Path, agent: AgentByCommand
) -> None:
    agent.does("subscribe", invitation, "--yes")
    (hit,) = agent.json("search", "--pack", "dress", "你好")
    assert (hit["id"], hit["text"]) == ("dress/greet.first/1", "您好")
    assert agent.does("fill", "--pack", "dress", "dress/greet.first/1").strip() == "您好"


def test_a_pack_that_is_followed_is_the_usual_one_until_it_is_left(
    invitation: Path, agent: AgentByCommand
) -> None:
    agent.does("subscribe", invitation, "--yes")
    assert [hit["id"] for hit in agent.json("search", "你好")] == ["dress/greet.first/1"]
    agent.does("unsubscribe", "dress")
    assert "default/greet.first/1" in [hit["id"] for hit in agent.json("search", "你好")]


def test_a_repository_that_is_gone_leaves_the_last_good_pack(
    invitation: Path, agent: AgentByCommand, tmp_path: Path
) -> None:
    agent.does("subscribe", invitation, "--yes")
    (tmp_path / "packs").rename(tmp_path / "moved")
    status, out, err = agent.run("update")
    assert status == 1
    assert out.startswith("dress stays at v1, last found in order ")
    assert err.startswith("dress: ")
    assert err.count("\n") == 1
    assert agent.json("search", "--pack", "dress", "你好")


def test_a_place_alone_is_not_trusted_but_with_the_hash_of_its_root_it_is(
    lead: Supervisor, agent: AgentByCommand, tmp_path: Path
) -> None:
    place, root = tmp_path / "packs", lead.json("status")["repository"]
    assert "--root" in agent.refused("subscribe", place, "--yes")
    assert "64" in agent.refused("subscribe", place, "--yes", "--root", "abc", "--pack", "dress")
    assert "--pack" in agent.refused("subscribe", place, "--yes", "--root", root)
    wrong = "0" * 64
    assert agent.run("subscribe", place, "--yes", "--root", wrong, "--pack", "dress")[0] == 2
    assert "dress v1" in agent.does("subscribe", place, "--yes", "--root", root, "--pack", "dress")


def test_nobody_is_subscribed_without_having_compared_the_digits(
    invitation: Path, agent: AgentByCommand
) -> None:
    agent.refused("subscribe", invitation)
    assert "subscribe" in agent.refused("update")


def test_a_pack_that_is_left_is_gone(invitation: Path, agent: AgentByCommand) -> None:
    agent.does("subscribe", invitation, "--yes")
    assert "dress" in agent.refused("unsubscribe", "shoes")
    agent.does("unsubscribe", "dress")
    agent.refused("update")
    agent.refused("search", "--pack", "dress", "你好")


def test_doctor_tells_how_each_pack_stands(invitation: Path, agent: AgentByCommand) -> None:
    def told() -> list[tuple[bool, str]]:
        checks = json.loads(agent.run("doctor", "--json")[1])
        return [(c["ok"], c["detail"]) for c in checks if c["check"] == "subscriptions"]

    assert told() == []
    agent.does("subscribe", invitation, "--yes")
    ((ok, detail),) = told()
    assert ok
    assert detail.startswith("dress v1, last found in order ")
