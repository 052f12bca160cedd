"""Every code has words, and both languages say the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from desktop.core.phrases.values import PLACEHOLDERS
from desktop.services import words
from desktop.services.words import Words

ROOT = Path(__file__).parents[3]
TABLE = words._TABLE
SAYS = {"Problem": 0, "fault": 0, "warn": 0, "_refusal": 0, "problem": 0, "_fault": 0}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(TABLE))
def test_both_languages_fill_in_the_same(code: str) -> None:
    chinese, english = TABLE[code]
    assert fields(chinese) == fields(english)
    assert chinese.strip()
    assert english.strip()


def codes_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every literal problem code in the sources, with where it stands."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name in SAYS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, f"{file.name}:{node.lineno}"


def test_every_problem_the_sources_name_has_words() -> None:
    found = list(codes_in(ROOT / "desktop" / "core")) + list(codes_in(ROOT / "desktop" / "store"))
    assert len(found) > 60, "the search itself must find what it is for"
    assert [f"{c} at {at}" for c, at in found if f"problem.{c}" not in TABLE] == []


def remote_errors() -> Iterator[tuple[str, set[str], str]]:
    """Code, values and place of every RemoteError in the sources."""
    for file in (ROOT / "desktop" / "remote").rglob("*.py"):
        at_a_place = {"place"} if file.parent.name == "client" else set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "RemoteError":
                continue
            if isinstance(node.args[0], ast.Constant):
                given = {keyword.arg or "" for keyword in node.keywords}
                yield str(node.args[0].value), given | at_a_place, f"{file.name}:{node.lineno}"


def test_every_trouble_with_a_repository_has_words_that_can_be_filled_in() -> None:
    found = list(remote_errors())
    assert len(found) > 40, "the search itself must find what it is for"
    for code, given, at in found:
        assert f"remote.{code}" in TABLE, at
        assert fields(TABLE[f"remote.{code}"][1]) <= given, at


def test_every_placeholder_has_a_hint() -> None:
    assert [p.hint for p in PLACEHOLDERS.values() if p.hint not in TABLE] == []


def test_a_courier_without_a_name_stands_for_itself() -> None:
    assert Words("zh").courier("sf") == "顺丰"
    assert Words("en").courier("pigeon") == "pigeon"


@pytest.mark.parametrize("obstacle", ["wayland", "no_desktop", "no_x11"])
def test_docking_that_cannot_be_had_has_words(obstacle: str) -> None:
    assert f"docking.{obstacle}" in TABLE
