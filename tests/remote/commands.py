"""A supervisor's machine that is used by the command line alone, a process each time."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.core.packs.invitation import read_invitation
from desktop.services.packs import PackSource
from tests.packs import NoCache
from tests.remote.team import Agent

ROOT = Path(__file__).parents[2]
PASSPHRASE = "correct horse battery"
PHRASE = """\
id: greet
name: 招呼
groups:
  - name: 进店
    phrases:
      - {scenario: greet.first, title: 你好, text: TEXT}
"""


def write_pack(folder: Path, text: str, pack: str = "dress") -> Path:
    """A team's pack with one phrase."""
    folder.mkdir(parents=True, exist_ok=True)
    head = f"id: {pack}\nname: 连衣裙\nversion: 1\nlanguage: zh-CN\ncategories: [greet]\n"
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    (folder / "greet.yaml").write_text(PHRASE.replace("TEXT", text), encoding="utf-8")
    return folder


def text_of(agent: Agent) -> str:
    """The one phrase that an agent works with."""
    data = agent.data
    assert data is not None

    class Held:
        name = "held"

        def size(self) -> int:
            return len(data)

        def read(self, start: int, length: int) -> bytes:
            return bytes(data[start : start + length])

    class Here:
        def read(self) -> Held:
            return Held()

    pack = PackSource(NoCache(), lambda: ()).pack(Here())
    return str(next(iter(pack.library.phrases())).text)


class Supervisor:
    """One machine."""

    def __init__(self, home: Path, **env: str) -> None:
        self.home = home
        self.env = {
            "PATH": os.environ["PATH"],
            "LANG": "en_US.UTF-8",
            "MIAOHUI_HOME": str(home),
            "MIAOHUI_PASSPHRASE": PASSPHRASE,
        } | env

    def argv(self, *args: str | Path) -> list[str]:
        return [sys.executable, "-m", "desktop", "repo", *map(str, args)]

    def run(self, *args: str | Path, **env: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        done = subprocess.run(
            self.argv(*args),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
            timeout=120,
            env=self.env | env,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    def does(self, *args: str | Path) -> str:
        """What it prints; it must work."""
        status, out, err = self.run(*args)
        assert (status, err) == (0, ""), (out, err)
        return out

    def json(self, *args: str | Path) -> Any:
        return json.loads(self.does(*args, "--json"))

    def keys(self, name: str = "packs") -> Path:
        return self.home / "publishing" / name / "keys"

    def move_keys(self, pattern: str, to: Path, name: str = "packs") -> Path:
        """Takes key files to a stick."""
        to.mkdir(exist_ok=True)
        for path in self.keys(name).glob(pattern):
            shutil.move(path, to / path.name)
        return to

    def agent(self, folder: Path, clock: Any, *args: str | Path, tls: Path | None = None) -> Agent:
        """Somebody with an invitation of this machine."""
        folder.mkdir(parents=True)
        said = self.json("invite", "-o", folder, *args)
        invitation = read_invitation(Path(said["file"]).read_bytes())
        assert re.fullmatch(r"\d{4} \d{4} \d{4}", said["digits"])
        assert said["digits"] == invitation.spoken
        return Agent(folder / "data", invitation, clock, tls)
