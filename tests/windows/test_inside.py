"""What Windows' own Python tests: contracts of tests/adapters, and what lies in ``inside``."""

from __future__ import annotations

import pytest

from tests.windows.desktop import WindowsDesktop


@pytest.mark.parametrize("suite", ["tests/adapters/test_autostart.py", "tests/windows/inside"])
def test_suite_passes_in_windows_python(windows: WindowsDesktop, suite: str) -> None:
    options = ("-q", "-p", "no:cacheprovider", "--basetemp", r"C:\pytest")
    done = windows.run(*windows.python("-m", "pytest", *options, suite))
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")
