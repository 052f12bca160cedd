"""What following packs costs an agent, over http and from a folder, beside a bare download.

usage: python -m bench.following ROUNDS OUT

Each round somebody new syncs, checks without news, and gets another edition of a pack of 10,000
phrases. OUT gets one JSON line a round.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.request import urlopen

from bench.packs import write_pack
from bench.server import serving
from desktop.remote.client.client import Client
from desktop.remote.client.line import Line
from desktop.remote.client.places import Places
from desktop.remote.layout import target_path
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.key_folder import KeyFolder
from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.setting_up import set_up
from desktop.services.subscriptions import UNWATCHED, CheckFailed, Subscription

CHECKS = 20
"""Checks without news that one figure is the mean of."""


def now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


class _Secrets:
    """The same passphrase for every key file."""

    def tries(self, file: str) -> tuple[str, ...]:  # noqa: ARG002 - the same for every file
        return (self.new(""),)

    def new(self, holder: str) -> str:  # noqa: ARG002 - the same for everybody
        return "correct horse battery"


def team(work: Path) -> Publisher:
    """A supervisor with a repository in a folder."""
    (work / "repository").mkdir()
    keys = KeyFolder(work / "keys", _Secrets(), cost=2)
    home, destination = Home(work / "home"), FolderDestination(work / "repository")
    set_up(home, destination, keys, now, ["bench"], 1)
    publisher = Publisher(home, destination, keys, now)
    publisher.add_pack("bench", "bench")
    return publisher


def built(work: Path) -> bytes:
    """A pack of 10,000 phrases as it is shipped."""
    file = work / "bench.mhp"
    miaohui = str(Path(sys.executable).with_name("miaohui"))
    folder = write_pack(work / "pack", 10_000)
    subprocess.run([miaohui, "pack", "build", str(folder), "-o", str(file)], check=True)
    return file.read_bytes()


class Agent:
    """Somebody new, at one place."""

    def __init__(self, folder: Path, publisher: Publisher, place: str) -> None:
        self._client = Client(folder, now, Places())
        invitation = publisher.invitation([place], ["bench"])
        self._subscription: Subscription = self._client.join(invitation)[0]

    def check(self) -> None:
        checked = self._client.check(self._subscription, UNWATCHED)
        if isinstance(checked, CheckFailed):
            raise SystemExit(str(checked.error))


def took(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """Milliseconds for one call: by the clock, and of this process."""
    begun, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        work()
    used, all_ = time.process_time() - cpu, time.perf_counter() - begun
    return round(all_ / times * 1000, 2), round(used / times * 1000, 2)


def counted(check: Callable[[], None]) -> tuple[int, int]:
    """Bytes of http that a check receives and sends."""
    came, went = [], []
    receive, send = Line.receive, Line.sendall

    def receiving(line: Line, buffer: Any) -> int:
        came.append(receive(line, buffer))
        return came[-1]

    def sending(line: Line, data: bytes) -> None:
        went.append(len(data))
        send(line, data)

    with mock.patch.object(Line, "receive", receiving), mock.patch.object(Line, "sendall", sending):
        check()
    return sum(came), sum(went)


def one_round(
    publisher: Publisher, url: str, folder: str, work: Path, data: bytes, number: int
) -> dict[str, Any]:
    record: dict[str, Any] = {}
    publisher.publish("bench", data + b"%d" % number, "")
    agents = {
        kind: Agent(work / f"agent-{kind}-{number}", publisher, place)
        for kind, place in (("http", url), ("folder", folder))
    }
    for kind, agent in agents.items():
        record[f"{kind}_first_ms"], record[f"{kind}_first_cpu_ms"] = took(agent.check)
        record[f"{kind}_check_ms"], record[f"{kind}_check_cpu_ms"] = took(agent.check, CHECKS)
    record["check_down"], record["check_up"] = counted(agents["http"].check)
    begun = time.perf_counter()
    edition = publisher.publish("bench", data + b"again %d" % number, "")
    record["publish_ms"] = round((time.perf_counter() - begun) * 1000, 2)
    path = target_path("bench", edition.sha256)
    record["bare_ms"], record["bare_cpu_ms"] = took(lambda: urlopen(f"{url}/{path}").read())
    for kind, agent in agents.items():
        record[f"{kind}_update_ms"], record[f"{kind}_update_cpu_ms"] = took(agent.check)
    return record | {"pack_bytes": edition.length}


def main() -> None:
    rounds, out = int(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="miaohui-bench-") as folder, out.open("w") as file:
        work = Path(folder)
        work.chmod(0o755)  # nginx's workers are somebody else
        publisher, data = team(work), built(work)
        with serving(work / "repository", work) as (server, url):
            for number in range(rounds + 1):
                record = one_round(publisher, url, str(work / "repository"), work, data, number)
                if number:
                    file.write(json.dumps(record | {"server": server}) + "\n")


if __name__ == "__main__":
    main()
