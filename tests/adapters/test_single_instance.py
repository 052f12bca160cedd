"""One window for each data folder, with real processes and a real kill."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Start = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def start_one(folder: Path) -> subprocess.Popen[str]:
        program = Path(__file__).with_name("instance_program.py")
        process = subprocess.Popen(
            [sys.executable, str(program), str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        return process

    yield start_one
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    ready, _, _ = select.select([process.stdout], [], [], 20)
    assert ready, "nothing said"
    return process.stdout.readline().strip()


def test_second_start_shows_the_first(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert said(first) == "first"
    for _ in range(2):
        second = start(tmp_path)
        assert said(second) == "second"
        assert said(first) == "shown"
        assert second.wait(10) == 0


def test_killed_first_makes_room(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert said(first) == "first"
    first.kill()
    first.wait()
    heir = start(tmp_path)
    assert said(heir) == "first"
    assert said(start(tmp_path)) == "second"
    assert said(heir) == "shown"


def test_only_one_of_many_simultaneous_starts_is_the_first(start: Start, tmp_path: Path) -> None:
    killed = start(tmp_path)
    assert said(killed) == "first"
    killed.kill()
    killed.wait()
    heard = sorted(said(process) for process in [start(tmp_path) for _ in range(4)])
    assert heard == ["first", "second", "second", "second"]


def test_other_data_folder_is_another_program(start: Start, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert said(start(tmp_path / name)) == "first"


def test_first_that_does_not_answer_is_not_doubled(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert said(first) == "first"
    first.send_signal(19)  # SIGSTOP
    assert said(start(tmp_path)) == "second"


def test_folder_that_takes_no_lock_still_gets_a_window(start: Start, tmp_path: Path) -> None:
    assert said(start(tmp_path / "missing")) == "first"
