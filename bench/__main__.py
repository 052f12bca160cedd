"""Measures, records and prints: ``python3 dev.py bench``; see README.md.

usage: bench [all | table | list | MEASURE PROGRAM ...] [options]
       bench soak [options]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from bench import results, table
from bench.chatbox import KINDS as BOXES
from bench.clipboard import KINDS as CLIPS
from bench.desk import Desk
from bench.measures import MEASURES, Record
from bench.options import Options
from bench.plan import plan
from bench.programs import PROGRAMS


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="See bench/README.md.")
    parser.add_argument(
        "measure", nargs="?", default="all", choices=[*MEASURES, "all", "table", "list"]
    )
    parser.add_argument("programs", nargs="*", metavar="PROGRAM")
    parser.add_argument("--runs", type=int, default=Options.runs)
    parser.add_argument("--display", default=":77", help="a free X display number")
    parser.add_argument("--dry", action="store_true", help="record nothing")
    parser.add_argument("--box", choices=BOXES, default=Options.box, help="the chat box")
    parser.add_argument("--clip", choices=CLIPS, default=Options.clip, help="on the clipboard")
    parser.add_argument("--hold", dest="hold_s", type=float, default=Options.hold_s)
    parser.add_argument("--freeze", dest="freeze_ms", type=int, default=Options.freeze_ms)
    parser.add_argument("--gap", dest="gap_s", type=float, default=Options.gap_s)
    parser.add_argument("--idle", dest="idle_s", type=float, default=Options.idle_s)
    given = parser.parse_args()
    unknown = [name for name in given.programs if name not in PROGRAMS]
    if unknown:
        parser.error(f"no program {unknown[0]!r}; there are: {', '.join(PROGRAMS)}")
    return given


def measure(desk: Desk, name: str, programs: list[str], options: Options) -> list[results.Batch]:
    """One measure of several programs, shown run by run."""
    prepared = [desk.prepare(program) for program in programs]
    runs: dict[str, list[Record]] = {program: [] for program in programs}
    for one, record in MEASURES[name](desk, prepared, options):
        runs[one.name].append(record)
        print(one.name, len(runs[one.name]), record, flush=True)
    batches = []
    for one in prepared:
        print("=", one.name, json.dumps(results.summary(runs[one.name]), ensure_ascii=False))
        batches.append(results.batch(name, one.name, one.version, options, runs[one.name]))
    return batches


def main() -> None:
    if sys.argv[1:2] == ["soak"]:
        from bench.soak.__main__ import main as soak

        sys.exit(soak(sys.argv[2:]))
    given = arguments()
    if given.measure == "list":
        print("\n".join(PROGRAMS))
        return
    if given.measure == "table":
        table.write()
        return
    options = Options(**{f.name: getattr(given, f.name) for f in fields(Options)})
    steps = [(given.measure, given.programs, options)]
    if given.measure == "all":
        steps = [(name, programs, replace(options, **more)) for name, programs, more in plan()]
    with tempfile.TemporaryDirectory(prefix="miaohui-bench-") as work:
        desk = Desk(given.display, Path(work))
        try:
            for name, programs, chosen in steps:
                batches = measure(desk, name, programs, chosen)
                if not given.dry:
                    results.append(results.OURS, batches)
        finally:
            desk.close()
    if not given.dry:
        table.write()


if __name__ == "__main__":
    main()
