"""Whether a window is open is told from its lock, as Qt writes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.platform.running import LOCK, window_runs
from desktop.platform.single_instance import SingleInstance


def test_a_window_runs_from_its_claim_to_its_release(
    qapp: QCoreApplication, tmp_path: Path
) -> None:
    first = SingleInstance(tmp_path)
    assert not window_runs(tmp_path)
    assert first.claim()
    assert window_runs(tmp_path)
    first.release()
    assert not window_runs(tmp_path)


def test_a_lock_left_behind_by_a_kill_is_no_window(tmp_path: Path) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], check=True, capture_output=True
    )
    (tmp_path / LOCK).write_bytes(gone.stdout + b"python\nhost\n")
    assert not window_runs(tmp_path)
    (tmp_path / LOCK).write_bytes(b"no number\n")
    assert not window_runs(tmp_path)
