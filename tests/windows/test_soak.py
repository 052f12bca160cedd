"""The short form of the soak, with the program in Windows' Python beside two Notepads."""

from __future__ import annotations

from pathlib import Path

from bench.soak.course import Course
from bench.soak.phrases import hotkeys, uses
from bench.soak.run import Soak
from tests.windows.desktop import WindowsDesktop
from tests.windows.soak_stage import WindowsStage

SHORT = Course(insertions=120, shows=8, in_search=0, switches=4, grabs=10, crashes=2, slow=0)
"""Nothing is asked for in the search: within some ms of a change of windows about one paste key in
ten is not heard under Wine, and the phrase is told as unread. ``test_main_job`` does it once."""


def test_a_short_working_day_loses_and_mixes_nothing_and_leaves_no_key_down(
    windows: WindowsDesktop, tmp_path: Path
) -> None:
    stage = WindowsStage(windows, tmp_path / "home", boxes=2)
    try:
        tally = Soak(stage, hotkeys(), SHORT).run()
    finally:
        stage.end()
    tally.check_uses(uses(tmp_path / "home"))
    assert tally.right(), tally.table() + "\n" + "\n".join(tally.wrong)
    assert tally.asked >= SHORT.insertions
    assert sum(tally.done.values()) >= len(SHORT.steps())
