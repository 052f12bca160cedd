"""Start to mapped, painted and at rest; memory some seconds later."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.desk import Desk, Prepared
from bench.options import Options, ms
from bench.session import memory
from bench.watcher import Watcher


def measure(
    desk: Desk, programs: list[Prepared], options: Options
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    """The programs take turns, so that a slow spell of the machine meets all of them."""
    for run in range(options.runs + 1):
        for prepared in programs:
            record = _once(desk, prepared, options)
            if run:
                yield prepared, record


def _once(desk: Desk, prepared: Prepared, options: Options) -> dict[str, Any]:
    watcher = Watcher(desk.session.name)
    running = desk.start(prepared)
    try:
        record: dict[str, Any] = {"busy": running.busy}
        if prepared.program.window:
            window = watcher.wait_painted(prepared.program.window)
            watcher.settle(window, running.started, quiet_s=1.0)
            assert window.mapped
            assert window.painted
            record |= {
                "mapped_ms": ms(window.mapped - running.started),
                "painted_ms": ms(window.painted - running.started),
                "settled_ms": ms(max(window.big_changes(0)) - running.started),
                "size": "{}x{}".format(*window.size),
            }
        if prepared.program.folder:
            record["disk_mib"] = _mib(prepared.program.folder)
        watcher.pump(max(0, running.started + options.idle_s - time.monotonic()))
        return record | memory(running.marker)
    finally:
        desk.stop(running)
        watcher.close()


def _mib(folder: Path) -> float:
    """What the files in a folder hold."""
    held = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    return round(held / 2**20, 1)
