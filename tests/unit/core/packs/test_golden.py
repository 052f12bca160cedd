"""Packs with every slip a team makes, and what it is told; the answers lie beside the folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.packs.check import check_files
from desktop.core.packs.model import Pack
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import Problem
from desktop.services.words import Words
from tests.packs import attached_of, files_of

GOLDEN = Path("tests/golden/packs")
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
ENGLISH, CHINESE = Words("en"), Words("zh")


def read(folder: Path) -> tuple[Pack | None, tuple[Problem, ...]]:
    return check_files(files_of(folder), PLACEHOLDERS, attached_of(folder))


@pytest.mark.parametrize("case", CASES)
def test_pack_is_told_what_is_written_beside_it(case: str) -> None:
    pack, problems = read(GOLDEN / case)
    said = [f"{p.level} {p.code} {ENGLISH.problem(p)}" for p in problems]
    assert said == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8").splitlines()
    assert (pack is None) == any(p.level == "error" for p in problems)


@pytest.mark.parametrize("case", CASES)
def test_every_problem_has_chinese_words_and_a_place(case: str) -> None:
    for problem in read(GOLDEN / case)[1]:
        assert CHINESE.problem(problem)
        assert problem.line > 0 or problem.code in ("no_pack", "file_unused", "attached_unused")


def test_default_pack_has_no_problem() -> None:
    pack, problems = read(Path("phrases/default"))
    assert problems == ()
    assert pack is not None
    assert pack.shop is not None
