"""What ``bench.following`` measures, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from bench.desk import Desk, Prepared, wait_for_quiet
from bench.options import Options


def measure(
    desk: Desk, programs: list[Prepared], options: Options
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    """For miaohui alone."""
    for prepared in programs:
        out = desk.work / "following.jsonl"
        wait_for_quiet(10)
        argv = [sys.executable, "-m", "bench.following", str(options.runs), str(out)]
        subprocess.run(argv, env=desk.fresh(prepared), check=True)
        for line in out.read_text(encoding="utf-8").splitlines():
            yield prepared, json.loads(line)
