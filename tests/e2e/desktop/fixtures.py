"""Fixtures for tests on a real desktop; a ``conftest.py`` imports the ones it needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.session import Desktop, Processes, desktop, missing_programs, required


@pytest.fixture(scope="session")
def x11(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """An X display with a window manager, shared by all tests that ask for it."""
    need_programs()
    with desktop(tmp_path_factory.mktemp("desktop") / "x11") as shown:
        yield shown


@pytest.fixture(scope="session")
def bare_x11(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """An X display without a window manager."""
    need_programs()
    with desktop(tmp_path_factory.mktemp("desktop") / "bare", manager="") as shown:
        yield shown


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Processes]:
    """A session bus with nobody else on it."""
    need_programs()
    processes = Processes(tmp_path / "bus")
    try:
        processes.start_bus()
        yield processes
    finally:
        processes.close()


def need_programs(*more: str) -> None:
    missing = missing_programs(*more)
    if missing and required():
        pytest.fail(f"missing: {', '.join(missing)}")
    if missing:
        pytest.skip(f"no desktop to test on: {', '.join(missing)} missing")
