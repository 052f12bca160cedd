"""A short form of the soak that ``python3 dev.py bench soak`` runs whole."""

from __future__ import annotations

from pathlib import Path

from bench.soak.__main__ import soak
from bench.soak.course import Course
from tests.e2e.desktop.fixtures import need_programs

SHORT = Course(insertions=240, shows=20, switches=6, grabs=20, crashes=4, slow=3)


def test_a_short_working_day_loses_and_mixes_nothing_and_leaves_no_key_down(tmp_path: Path) -> None:
    need_programs()
    tally = soak(tmp_path / "soak", SHORT, ("tk", "tk"))
    assert tally.right(), tally.table() + "\n" + "\n".join(tally.wrong)
    assert tally.asked >= SHORT.insertions
    assert sum(tally.done.values()) >= len(SHORT.steps())
