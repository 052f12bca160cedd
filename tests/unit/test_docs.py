"""What the guide says that a test shows, a test shows."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAIN_POINTS = ROOT / "docs" / "guide" / "pain-points.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def functions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def rows() -> list[list[str]]:
    """The cells of the table, without its head."""
    lines = PAIN_POINTS.read_text(encoding="utf-8").splitlines()
    table = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [cells for cells in table if cells[0].isdigit()]


def test_all_thirteen_pain_points_are_there_each_with_a_test_or_a_reason() -> None:
    assert [int(number) for number, *_ in rows()] == list(range(1, 14))
    for number, _, does, shown in rows():
        assert does, number
        assert NAMED.search(shown) or "cannot be shown: " in shown, number


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_every_test_that_a_page_names_exists(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [(path, name) for path, name in named if name not in functions(ROOT / path)]
    assert missing == []
