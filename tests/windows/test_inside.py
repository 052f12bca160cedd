"""What Windows' own Python tests: contracts of tests/adapters, the repository, and ``inside``."""

from __future__ import annotations

import pytest

from tests.windows.desktop import WindowsDesktop

REPOSITORY = ("disk", "following", "publishing", "web")


@pytest.mark.parametrize(
    "suites",
    [
        ["tests/adapters/test_autostart.py"],
        ["tests/adapters/test_docking.py"],
        [f"tests/remote/test_{name}.py" for name in REPOSITORY],
        ["tests/windows/inside"],
    ],
)
@pytest.mark.usefixtures("window_events")
def test_suites_pass_in_windows_python(windows: WindowsDesktop, suites: list[str]) -> None:
    options = ("-q", "-p", "no:cacheprovider", "--basetemp", r"C:\pytest")
    done = windows.run(*windows.python("-m", "pytest", *options, *suites))
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")
