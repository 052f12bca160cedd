"""The window does not wait for what packs are fetched and signed with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("tuf", "securesystemslib", "cryptography", "ssl", "http.client", "boto3", "keyring")
_CODE = f"""
import sys, desktop.window, desktop.services.repository, desktop.services.subscriptions
print(*({set(HEAVY)!r} & sys.modules.keys()))
"""


def test_what_the_window_loads_first_has_nothing_of_the_network_or_of_signatures() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _CODE]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    ("args", "least"), [(["search", "包邮"], HEAVY), (["repo", "status"], ("PySide6",))]
)
def test_a_command_loads_only_what_it_needs(
    tmp_path: Path, args: list[str], least: tuple[str, ...]
) -> None:
    code = (
        f"import sys; sys.argv = ['miaohui', *{args!r}]\n"
        f"from desktop.app import main; main()\n"
        f"print('loaded:', *({set(least)!r} & sys.modules.keys()))"
    )
    env = os.environ | {"MIAOHUI_HOME": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].strip() == "loaded:"
