"""Whoever hands the program on reads the notices: they must name what it really runs on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def locked() -> dict[str, dict[str, Any]]:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    return {package["name"]: package for package in lock["package"]}


def needed_at_run_time(packages: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Every package below miaohui's own dependencies, with its version."""
    found: dict[str, str] = {}
    waiting = ["miaohui"]
    while waiting:
        for dependency in packages[waiting.pop()].get("dependencies", []):
            name = dependency["name"]
            if name not in found:
                found[name] = packages[name]["version"]
                waiting.append(name)
    return found


def test_the_notices_name_every_package_the_program_runs_on_in_its_locked_version() -> None:
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([0-9][0-9a-z.]*) \| \S", notices, re.MULTILINE)

    assert dict(rows) == needed_at_run_time(locked())
