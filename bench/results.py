"""The result files: one JSON line a batch, and how batches are summed up."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.options import Options

HERE = Path(__file__).parent
OURS = HERE / "results.jsonl"
PEERS = HERE / "peers.jsonl"
"""Batches of other programs, measured the same way on a machine of the same kind."""

Record = dict[str, Any]
Batch = dict[str, Any]


def batch(measure: str, name: str, version: str, options: Options, runs: list[Record]) -> Batch:
    """One program's runs of one measure, with what they were made on."""
    machine = {
        "system": platform.platform(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
    }
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "measure": measure,
        "program": name,
        "version": version,
        "machine": machine,
        "options": asdict(options),
        "runs": runs,
    }


def append(path: Path, batches: Iterable[Batch]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(b, ensure_ascii=False) + "\n" for b in batches)


def load(path: Path) -> Iterator[Batch]:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def values(runs: Iterable[Record], key: str) -> list[float]:
    """The numbers under a key, without the runs that have none."""
    return [run[key] for run in runs if run.get(key) is not None]


def spread(numbers: list[float]) -> str:
    """median [min-max]"""
    if not numbers:
        return "never"
    return f"{statistics.median(numbers):g} [{min(numbers):g}-{max(numbers):g}]"


def summary(runs: list[Record]) -> dict[str, str]:
    """Each number as median [min-max], each yes/no as a count, anything else left out."""
    found = {}
    for key in dict.fromkeys(key for run in runs for key in run):
        numbers = values(runs, key)
        if numbers and isinstance(numbers[0], bool):
            found[key] = f"{sum(numbers)}/{len(runs)}"
        elif numbers and isinstance(numbers[0], int | float):
            missing = f" in {len(numbers)} of {len(runs)}" if len(numbers) < len(runs) else ""
            found[key] = spread(numbers) + missing
    return found
