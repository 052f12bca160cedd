"""Real processes with real signals: what they do, and how they are killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from desktop.remote.client.client import Client
from desktop.remote.client.places import Places
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.key_folder import KeyFolder
from desktop.remote.publisher.publisher import Publisher
from desktop.services.subscriptions import UNWATCHED, CheckFailed
from tests.remote.team import Clock, OnePassphrase

ROOT = Path(__file__).parents[2]
SIZE = 1_000_000
"""Bytes of a pack: large enough to be killed in the middle of it."""


def work(what: str, **values: Any) -> None:
    """One job of a worker."""
    {"update": update, "update_all": update_all, "publish": publish}[what](**values)


def update_all(folders: list[str], certificates: str) -> None:
    """The checks of many agents at once, each in a process of its own."""
    children = []
    for folder in folders:
        child = os.fork()
        if child == 0:
            update(folder, certificates)
            os._exit(0)
        children.append(child)
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert ended == [0] * len(folders)


def update(folder: str, certificates: str | None = None) -> None:
    """An agent's check."""
    places = Places(Path(certificates) if certificates else None)
    client = Client(Path(folder), Clock().now, places)
    checked = client.check(client.subscriptions()[0], UNWATCHED)
    if isinstance(checked, CheckFailed):
        raise checked.error


def publish(folder: str, note: str) -> None:
    """A supervisor's publication."""
    publisher_of(Path(folder)).publish("dress", pack(note), note)


def keys_of(folder: Path) -> KeyFolder:
    return KeyFolder(folder / "keys", OnePassphrase(), cost=2)


def publisher_of(folder: Path) -> Publisher:
    destination = FolderDestination(folder / "repository")
    return Publisher(Home(folder / "home"), destination, keys_of(folder), Clock().now)


def pack(note: str) -> bytes:
    """A pack that can be told apart and is seen to be whole."""
    return random.Random(note).randbytes(SIZE)


class Worker:
    """A process that does jobs."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("worker.py")), "tests.remote.kills"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    def run(self, **job: Any) -> float:
        """Does a job to its end; how many seconds that took."""
        begun = time.monotonic()
        assert self._do(job) == 0
        return time.monotonic() - begun

    def kill(self, after_s: float, **job: Any) -> bool:
        """Kills a job after some time; False if it was quicker."""
        code = self._do(job | {"kill_after_s": after_s})
        assert code in (0, -signal.SIGKILL)
        return code != 0

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _do(self, job: dict[str, Any]) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())
