"""Settings that every suite shares."""

from __future__ import annotations

import importlib.util
import os
import sys

import pytest

from tests.failed import FAILED


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
    """Notes the failure before fixtures are taken down."""
    if call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception):
        item.stash[FAILED] = True
