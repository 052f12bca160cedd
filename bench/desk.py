"""Starts and stops measured programs on the private desktop, each time in a fresh home."""

from __future__ import annotations

import shutil
import subprocess
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from bench.programs import PROGRAMS
from bench.programs.program import Place, Program
from bench.session import MARKER, Session, stop_marked


@dataclass(frozen=True)
class Prepared:
    """A program with the home that every start begins from."""

    name: str
    program: Program
    home: Path
    version: str


@dataclass(frozen=True)
class Running:
    """A started program.

    Attributes:
        marker: What its processes carry.
        started: When, in monotonic seconds.
        busy: Share of the machine's CPU time in use just before.
    """

    marker: str
    started: float
    busy: float


class Desk:
    """The private desktop and what runs on it."""

    def __init__(self, display: str, work: Path) -> None:
        self.work = work
        self.session = Session(display, work)
        self._markers: list[str] = []

    def close(self) -> None:
        for marker in list(self._markers):
            self._stop(marker)
        self.session.close()

    def prepare(self, name: str) -> Prepared:
        program = PROGRAMS[name](Place(self.work, self.session.env))
        home = self.work / f"template-{name}"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        if program.prepare:
            program.prepare(home)
        return Prepared(name, program, home, self._version(program))

    def _version(self, program: Program) -> str:
        if not program.version:
            return ""
        env = dict(self.session.env)
        said = subprocess.run(program.version, env=env, capture_output=True, text=True, check=True)
        line = said.stdout.strip().split("\n")[0]
        line = line.replace("Version: ", "rofi ")
        return line.replace("CopyQ Clipboard Manager", "CopyQ")

    def fresh(self, prepared: Prepared) -> dict[str, str]:
        """A fresh copy of the program's home, as the environment that names it."""
        home = self.work / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(prepared.home, home)
        run = home / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        own = {name: value.format(home=home) for name, value in prepared.program.env.items()}
        return {**self.session.env, "HOME": str(home), "XDG_RUNTIME_DIR": str(run), **own}

    def start(self, prepared: Prepared) -> Running:
        program, marker = prepared.program, uuid.uuid4().hex
        env = self.fresh(prepared) | {MARKER: marker}
        busy = wait_for_quiet(10)
        self._markers.append(marker)
        started = time.monotonic()
        if program.stdin:
            with program.stdin.open() as lines:
                self.session.spawn(program.argv, env, stdin=lines)
        else:
            self.session.spawn(program.argv, env)
        return Running(marker, started, busy)

    def stop(self, running: Running) -> None:
        self._stop(running.marker)
        time.sleep(0.3)

    def _stop(self, marker: str) -> None:
        stop_marked(marker)
        self.session.reap()
        self._markers.remove(marker)


def wait_for_quiet(most_s: float) -> float:
    """Waits for a moment when the machine is mostly idle, ``most_s`` at most.

    Returns:
        The share of all CPU time in use just now.
    """
    end = time.monotonic() + most_s
    busy = _busy()
    while busy > 0.3 and time.monotonic() < end:
        busy = _busy()
    return round(busy, 2)


def _busy(window_s: float = 0.25) -> float:
    total, idle = _cpu_times()
    time.sleep(window_s)
    total_after, idle_after = _cpu_times()
    return 1 - (idle_after - idle) / max(1, total_after - total)


def _cpu_times() -> tuple[int, int]:
    with Path("/proc/stat").open() as stat:
        times = [int(part) for part in stat.readline().split()[1:9]]
    return sum(times), times[3] + times[4]
