"""What ``bench.inside`` measures in the program's own process, on the private desktop."""

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
        env, out = desk.fresh(prepared), desk.work / "inside.jsonl"
        arguments = [str(options.runs), str(out), *prepared.program.argv[1:]]
        wait_for_quiet(10)
        subprocess.run([sys.executable, "-m", "bench.inside", *arguments], env=env, check=True)
        for line in out.read_text(encoding="utf-8").splitlines():
            yield prepared, json.loads(line)
