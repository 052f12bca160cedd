"""Runs every suite, also after a failure: ``python tests/suites.py UNIT_PYTHON|windows``.

``UNIT_PYTHON`` is a Python without PySide6: what decides must not need Qt. The last line says how
many passed and failed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "build" / "reports"
WINDOWS = "windows"
"""In the place of a Python: the suite that runs the program in Windows' own."""
CORE_BRANCHES = 0.95
"""The least share of the branches in desktop/core that the unit tests take."""


class Count(NamedTuple):
    """Tests by how they ended."""

    passed: int
    failed: int
    skipped: int


def call(argv: list[str]) -> int:
    return subprocess.run(argv, cwd=ROOT, check=False).returncode


def suite(name: str, argv: list[str], *, again: bool = False) -> Count:
    """Runs one pytest; a crash without a failed test counts as one.

    ``again``: what failed runs once more, alone, before it counts: on a real desktop other programs
    take part, and a busy machine can keep one of them from answering in time.
    """
    print(f"\n== {name}", flush=True)
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    begun = time.monotonic()
    code = call([*argv, "--quiet", f"--junit-xml={report}"])
    count = read(report) if report.exists() else Count(0, 0, 0)
    if code != 0 and not count.failed:
        count = count._replace(failed=1)
    if again and count.failed:
        print(f"== {name}: what failed, again", flush=True)
        if call([*argv, "--quiet", "--last-failed"]) == 0:
            count = count._replace(passed=count.passed + count.failed, failed=0)
    print(f"== {name}: {time.monotonic() - begun:.0f} s", flush=True)
    return count


def read(report: Path) -> Count:
    total = failed = skipped = 0
    for found in ET.parse(report).iter("testsuite"):
        total += int(found.attrib["tests"])
        failed += int(found.attrib["failures"]) + int(found.attrib["errors"])
        skipped += int(found.attrib["skipped"])
    return Count(max(0, total - failed - skipped), failed, skipped)


def core_branches(coverage: list[str]) -> Count:
    """Whether the unit tests take enough branches of the core; shows the missing ones if not."""
    found = REPORTS / "coverage.json"
    found.unlink(missing_ok=True)
    if call([*coverage, "json", "--quiet", "-o", str(found)]) != 0:
        return Count(0, 1, 0)
    totals = json.loads(found.read_text(encoding="utf-8"))["totals"]
    share = totals["covered_branches"] / max(1, totals["num_branches"])
    print(f"branches of desktop/core taken: {share:.1%}, wanted: {CORE_BRANCHES:.0%}", flush=True)
    if share >= CORE_BRANCHES:
        return Count(1, 0, 0)
    call([*coverage, "report", "--show-missing", "--skip-covered"])
    return Count(0, 1, 0)


def main(python: str) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    pytest = [sys.executable, "-m", "pytest"]
    if python == WINDOWS:
        return told(suite("windows", [*pytest, "tests/windows"], again=True))
    return told(*everywhere(python, pytest))


def everywhere(unit_python: str, pytest: list[str]) -> tuple[Count, ...]:
    coverage = [unit_python, "-m", "coverage"]
    apart = [f"--ignore=tests/{name}" for name in ("unit", "e2e", "packaging", "windows", "bundle")]
    return (
        suite("unit", [*coverage, "run", "--source=desktop/core", "-m", "pytest", "tests/unit"]),
        core_branches(coverage),
        suite("rooms", [*pytest, "tests", *apart], again=True),
        suite("e2e", [*pytest, "tests/e2e"], again=True),
        suite("packaging", [*pytest, "tests/packaging"]),
    )


def told(*counts: Count) -> int:
    """Says how many passed and failed; returns the exit status."""
    total = Count(*(sum(column) for column in zip(*counts, strict=True)))
    print(f"\n{total.skipped} skipped\n{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
