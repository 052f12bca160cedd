"""The command line as a whole process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(tmp_path: Path) -> Any:
    """Runs ``miaohui`` and returns (exit status, standard output, standard error)."""

    def command(
        *args: str, data: bytes | str = b"", lang: str = "en_US.UTF-8", **env: str
    ) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *args],
            input=data.encode() if isinstance(data, str) else data,
            capture_output=True,
            cwd=ROOT,
            check=False,
            timeout=60,
            env={"PATH": os.environ["PATH"], "LANG": lang, "MIAOHUI_HOME": str(tmp_path)} | env,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return done.returncode, out, err

    return command
