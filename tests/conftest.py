"""Settings that every suite shares."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from pathlib import Path

import pytest

SCREENSHOTS = Path(__file__).parent / "screenshots"


def pytest_configure() -> None:
    """Keeps windows of tests off the developer's screen, and needs none; those of others show."""
    if sys.platform != "win32":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Makes pytest-qt's settings known where it is not installed: unit tests run without Qt."""
    if importlib.util.find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "a setting of pytest-qt")


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Takes a picture of the desktop a test has failed on, while its programs still run."""
    if call.excinfo is None or call.excinfo.errisinstance(pytest.skip.Exception):
        return
    for used in getattr(item, "funcargs", {}).values():
        if hasattr(used, "screenshot"):
            used.screenshot(SCREENSHOTS / (re.sub(r"\W+", "_", item.name) + ".png"))
