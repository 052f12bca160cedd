"""A key typed into a program's own search to its list repainted, seen from outside."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from bench.desk import Desk, Prepared, wait_for_quiet
from bench.keys import Keys, activate
from bench.options import Options, ms
from bench.watcher import Watcher, Window


def measure(
    desk: Desk, programs: list[Prepared], options: Options
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    for prepared in programs:
        watcher, keys = Watcher(desk.session.name), Keys(desk.session.name)
        running = desk.start(prepared)
        try:
            window = watcher.wait_painted(prepared.program.window, timeout_s=60)
            watcher.settle(window, running.started, quiet_s=2)
            if prepared.program.summon:
                keys.combo(prepared.program.summon)
                watcher.settle(window, time.monotonic())
            else:
                activate(desk.session.name, prepared.program.window)
            for run in range(options.runs + 1):
                record = _once(watcher, window, keys, prepared.program.search)
                if run:
                    yield prepared, record
        finally:
            keys.close()
            desk.stop(running)
            watcher.close()


def _once(watcher: Watcher, window: Window, keys: Keys, typed: Sequence[str]) -> dict[str, Any]:
    record: dict[str, Any] = {"busy": wait_for_quiet(3)}
    watcher.pump(0.05)
    for place, key in enumerate(typed, 1):
        pressed, _ = keys.combo(key, 0)  # not held: the watcher must listen at once
        first, last = watcher.settle(window, pressed)
        record[f"key{place}_first_ms"] = first and ms(first - pressed)
        record[f"key{place}_ms"] = last and ms(last - pressed)
    for _ in typed:
        pressed, _up = keys.combo("bksp", 0)
        watcher.settle(window, pressed)
    return record
