"""The window does not wait for what packs are fetched and signed with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
