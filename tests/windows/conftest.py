from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.fixtures import SCREENSHOTS, need_programs
from tests.e2e.desktop.session import desktop
from tests.failed import FAILED
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


@pytest.fixture
def shot(request: pytest.FixtureRequest, windows: WindowsDesktop) -> Iterator[None]:
    """A screenshot when the test fails, before its programs are closed."""
    yield
    if request.node.stash.get(FAILED, False):
        name = re.sub(r"\W+", "_", request.node.name)
        windows.screenshot(SCREENSHOTS / f"windows_{name}.png")
