"""A soak under X11, in numbers: ``python3 dev.py bench soak``; see bench/README.md.

Ends with an error if a phrase was lost or mixed, a key stayed down, a copy was lost, or memory grew
by more than it may.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from bench.soak.course import Course
from bench.soak.phrases import hotkeys, uses
from bench.soak.run import Soak
from bench.soak.tally import Tally
from bench.soak.x11 import stage

HELP = {
    "insertions": "phrases asked for by hotkey",
    "shows": "our window comes, and goes again",
    "in_search": "times of a hundred that a phrase is asked for while it has the keyboard",
    "switches": "turns to another chat box",
    "grabs": "copies by another program while a phrase is on its way",
    "crashes": "chat boxes killed",
    "slow": "times a chat box is deaf with phrases on their way to it",
    "seed": "of the order and of the pauses",
}
KINDS = ("tk", "chromium")


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """The course and the chat boxes, from the command line."""
    parser = argparse.ArgumentParser(prog="dev.py bench soak", description=__doc__)
    for field in fields(Course):
        parser.add_argument(
            f"--{field.name}", type=int, default=field.default, help=HELP[field.name]
        )
    parser.add_argument("--boxes", nargs="+", choices=KINDS, default=["tk", "tk", "chromium"])
    parser.add_argument("--out", type=Path, help="a file that gets the account as a line of JSON")
    return parser.parse_args(given)


def soak(folder: Path, course: Course, kinds: Sequence[str]) -> Tally:
    """A whole soak on a desktop of its own; ``folder`` is made for all of it."""
    with stage(folder, kinds) as on:
        tally = Soak(on, hotkeys(), course, tell).run()
        on.end()
    tally.check_uses(uses(folder / "home"))
    return tally


def tell(tally: Tally) -> None:
    """How far it is."""
    memory = list(tally.memory_mb.values())[-1]
    print(f"{tally.asked} asked in {tally.seconds:.0f} s, {memory} MB", *tally.wrong, flush=True)


def main(given: Sequence[str]) -> int:
    """Returns 1 if anything was not right."""
    options = arguments(given)
    course = Course(**{field.name: getattr(options, field.name) for field in fields(Course)})
    with tempfile.TemporaryDirectory(prefix="miaohui-soak-") as work:
        tally = soak(Path(work) / "soak", course, options.boxes)
    print(tally.table())
    line = json.dumps(tally.record(), ensure_ascii=False)
    print(line)
    if options.out:
        options.out.write_text(line + "\n", encoding="utf-8")
    return 0 if tally.right() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
