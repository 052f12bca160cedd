"""A supervisor, a repository and an agent for the pictures that need a pack that is followed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually
from tests.remote.commands import Supervisor

ROOT = Path(__file__).resolve().parent.parent
CHANGES = {
    "greet.yaml": ("，欢迎光临", "，很高兴见到您，欢迎光临"),
    "shop.yaml": ('free_from: "500"', 'free_from: "450"'),
}
NOTE = "双十二：江浙沪皖满 450 包邮，初次问候更亲切"


def follow(shown: Desktop, home: Path) -> None:
    """Has the agent work with a first edition, and then fetches a second one."""
    folder = Path(tempfile.mkdtemp(dir=home.parent))
    lead = Supervisor(folder / "lead")
    team = folder / "team"
    shutil.copytree(ROOT / "phrases" / "default", team)
    (team / "quotes.yaml").unlink()  # they hold the rules that are changed
    lead.does("init", folder / "packs", "--holder", "阿婷", "--pack", "default")
    lead.does("publish", team, "--yes")
    invitation = Path(lead.json("invite", "-o", folder)["file"])
    run(home, "subscribe", str(invitation), "--yes")
    first = Miaohui(shown, home)
    eventually(lambda: first.setting("packs.seen"), "the first edition is known")
    shown.stop(first.process)
    for name, (old, new) in CHANGES.items():
        path = team / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    lead.does("publish", team, "--yes", "--note", NOTE)
    run(home, "update")


def run(home: Path, *args: str) -> None:
    """Runs the agent's command line."""
    env = {"PATH": os.environ["PATH"], "MIAOHUI_HOME": str(home), "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "desktop", *args]
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
