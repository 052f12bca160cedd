"""``dev.py`` is what a newcomer runs first: what goes wrong is told in a line, never a trace."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dev

from .conftest import ROOT


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_an_unknown_command_is_refused_in_one_line_that_names_the_known_ones() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "start"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stdout == ""
    known = "run, test, lint, bench, shots, bundle"
    assert done.stderr == f"dev.py: no command 'start'; there are: {known}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0

    said = capsys.readouterr().out
    assert all(f"dev.py {name}" in said for name in dev.COMMANDS)


def test_the_exit_status_of_a_command_is_passed_on() -> None:
    assert dev.call(python("raise SystemExit(7)")) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_a_command_ended_by_a_signal_counts_as_failed() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"

    assert dev.call(python(code)) == 128 + signal.SIGTERM


def test_no_network_is_told_in_one_line() -> None:
    trouble = "import sys; sys.exit('a long tale: Temporary failure in name resolution')"

    with pytest.raises(dev.SetupError) as caught:
        dev.quietly("Installing packages", python(trouble))

    assert str(caught.value).startswith("Installing packages needs the network")
    assert "\n" not in str(caught.value)


def test_any_other_fault_shows_what_the_command_said() -> None:
    with pytest.raises(dev.SetupError, match=r"(?s)out of paper.*Printing failed"):
        dev.quietly("Printing", python("import sys; sys.exit('out of paper')"))


def test_an_environment_whose_python_is_gone_is_not_in_step(tmp_path: Path) -> None:
    (tmp_path / "in-step").write_text("now")

    assert not dev.says(tmp_path, "in-step", "now")


def test_traces_of_another_python_do_not_reach_what_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("LANG", "C.UTF-8")

    assert "PYTHONPATH" not in dev.environ()
    assert dev.environ(LANG="zh_CN.UTF-8")["LANG"] == "zh_CN.UTF-8"
