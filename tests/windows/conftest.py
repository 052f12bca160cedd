from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.session import desktop
from tests.windows.desktop import WindowsDesktop
from tests.windows.environment import prepare
from tests.windows.events import build_window_events


@pytest.fixture(scope="session")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowsDesktop]:
    """A Windows desktop, shared by all tests that ask for it."""
    need_programs()
    prepared = prepare(Path(sys.executable).with_name("uv"))
    with (
        desktop(tmp_path_factory.mktemp("windows") / "x11") as shown,
        prepared.session() as session,
    ):
        yield WindowsDesktop(shown, session)


@pytest.fixture(scope="session")
def window_events(windows: WindowsDesktop) -> None:
    """What it takes to hear of windows, on the C: drive."""
    build_window_events(windows.session.prefix)
