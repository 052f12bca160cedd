"""The figures in the bench's README are what people decide by: they must be the recorded ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import results, table
from bench.options import Options
from bench.results import Batch, batch, load, summary


def started(name: str, *painted_ms: float) -> Batch:
    rest = {"settled_ms": 500.0, "pss_mib": 40.0, "rss_mib": 60.0}
    runs = [{"painted_ms": ms, **rest} for ms in painted_ms]
    return batch("start", name, "1", Options(), runs)


def pressed(name: str, *, whole: bool = True, **options: Any) -> Batch:
    run = {"text_ms": 30.0, "arrived": True, "nothing_else": whole, "clip_restored": True}
    return batch("hotkey", name, "1", Options(**options), [run, run])


def test_the_ratio_is_of_the_medians_of_the_newest_batches() -> None:
    old, new = started("ours", 900.0), started("ours", 200.0, 300.0, 1000.0)

    text = table.floors([old, started("qt-floor", 150.0, 200.0, 210.0), new])

    assert "| 300 [200-1000] | 200 [150-210] | 1.50 | ≤ 1.6 |" in text
    assert "900" not in text


def test_a_program_without_its_floor_has_no_row() -> None:
    assert table.floors([started("ours", 200.0)]) == ""


def test_the_bundle_stands_beside_the_checkout_of_its_own_run() -> None:
    mine = started("ours-bundle", 300.0)
    mine["runs"][0]["disk_mib"] = 181.2
    of_others = started("ours", 900.0), started("ours-windows-bundle", 800.0)
    batches = [*of_others, started("ours", 200.0), mine, started("ours", 1)]
    text = table.bundled(batches, "Bundle", "ours-bundle", "ours")
    assert "| size on disk, MiB | 181 | | |" in text
    assert "| 300 [300-300] | 200 [200-200] | 1.50 |" in text
    assert table.bundled([started("ours", 200.0)], "Bundle", "ours-bundle", "ours") == ""


def test_only_runs_under_the_same_conditions_stand_in_a_row() -> None:
    text = table.pasting([pressed("ours-hotkeys", box="qt"), pressed("copyq-command")])

    assert "| hotkey to text, Qt box | miaohui | 30 [30-30] | 2/2 | 2/2 |" in text
    assert "Tk box | miaohui" not in text
    assert "Tk box | CopyQ" in text


def test_a_text_with_strays_in_it_is_not_whole() -> None:
    assert "| 0/2 | 2/2 |" in table.pasting([pressed("ours-hotkeys", whole=False)])


def test_a_number_that_some_runs_lack_says_in_how_many_it_is() -> None:
    found = summary([{"text_ms": 5.0, "arrived": True}, {"text_ms": None, "arrived": False}])

    assert found == {"text_ms": "5 [5-5] in 1 of 2", "arrived": "1/2"}


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    results.append(path, [started("ours", 1.0)])
    results.append(path, [started("qt-floor", 2.0)])

    assert [b["program"] for b in load(path)] == ["ours", "qt-floor"]


def test_the_table_replaces_what_is_between_the_markers_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, record = tmp_path / "README.md", tmp_path / "results.jsonl"
    page.write_text("above\n<!-- results -->\nold\n<!-- end of results -->\nbelow\n")
    record.write_text(
        "".join(json.dumps(b) + "\n" for b in (started("ours", 3.0), started("qt-floor", 2.0)))
    )
    monkeypatch.setattr(table, "README", page)
    monkeypatch.setattr(table, "OURS", record)

    table.write()
    table.write()

    text = page.read_text(encoding="utf-8")
    assert text.startswith("above\n<!-- results -->\n")
    assert text.endswith("<!-- end of results -->\nbelow\n")
    assert "old" not in text
    assert text.count("start to first paint, ms, default pack") == 1
