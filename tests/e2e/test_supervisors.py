"""A shop's first week by the command line alone, over a real web server: http, TLS and a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.nginx import serving
from tests.remote.commands import Supervisor, text_of, write_pack


def now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def test_agents_follow_a_shop_through_publishing_new_keys_a_kill_and_going_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/sbin", prepend=os.pathsep)
    lead, place = Supervisor(tmp_path / "lead"), tmp_path / "packs"
    lead.does("init", place, "--holder", "阿婷", "--holder", "小林", "--pack", "dress")
    pack = write_pack(tmp_path / "team", "开张")
    with serving(place, tmp_path) as (http, https):
        agents = [
            lead.agent(
                tmp_path / f"agent {number}",
                now,
                "--place",
                at,
                tls=tmp_path / "server.pem",
            )
            for number, at in enumerate((http, https, str(place)))
        ]

        def all_have(text: str) -> bool:
            for agent in agents:
                agent.update()
            return {text_of(agent) for agent in agents} == {text}

        lead.does("publish", pack, "--yes", "--note", "开张")
        assert all_have("开张")
        for role in ("root", "targets", "online", "dress"):
            lead.does("keys", "rotate", role)
        lead.does("publish", write_pack(pack, "新的密钥"), "--yes")
        assert all_have("新的密钥")
        write_pack(pack, "断电之后")
        with subprocess.Popen(
            lead.argv("publish", pack, "--yes"), env=lead.env, stdout=subprocess.DEVNULL
        ) as process:
            while process.poll() is None and not (place / "metadata/publishing.lock").exists():
                time.sleep(0.01)  # until it has its turn: then it is in the middle
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert all_have("新的密钥")
        lead.does("publish", pack, "--yes")
        assert all_have("断电之后")
        lead.does("rollback", "dress", "1", "--note", "退回")
        assert all_have("开张")
        assert lead.json("status")["roles"][-1]["edition"] == len(lead.json("history", "dress"))
