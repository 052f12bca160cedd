"""The measures. Each takes prepared programs and yields one record a run, program by program.

The first run of each is a warm-up and is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bench.desk import Desk, Prepared
from bench.measures import following, hotkey, inside, search, start
from bench.options import Options

Record = dict[str, Any]
Measure = Callable[[Desk, list[Prepared], Options], Iterator[tuple[Prepared, Record]]]

MEASURES: dict[str, Measure] = {
    "start": start.measure,
    "hotkey": hotkey.measure_single,
    "burst": hotkey.measure_burst,
    "inside": inside.measure,
    "search": search.measure,
    "following": following.measure,
}
