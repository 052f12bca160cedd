"""A private desktop: Xvfb, openbox without key bindings and a D-Bus session bus of our own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from Xlib import display
from Xlib.error import DisplayError

OPENBOX_RC = (
    '<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">'
    "<focus><focusNew>yes</focusNew></focus></openbox_config>"
)
MARKER = "BENCH_RUN"
"""Environment variable that a measured program and all it starts carry."""


def require(*programs: str) -> None:
    missing = [p for p in programs if not shutil.which(p)]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")


class Session:
    """The desktop; every process of it is stopped by its own pid."""

    def __init__(self, name: str, work: Path) -> None:
        require("Xvfb", "openbox", "dbus-daemon", "xclip")
        self.name, self.work = name, work
        self.procs: list[subprocess.Popen[bytes]] = []
        for sub in ("run", "logs", "home"):
            (work / sub).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.env = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "DISPLAY": name,
            "XDG_RUNTIME_DIR": str(work / "run"),
            "XDG_SESSION_TYPE": "x11",
            "HOME": str(work / "home"),
        }
        self.spawn(["Xvfb", name, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
        self._wait_for_display()
        settings = work / "openbox.xml"
        settings.write_text(OPENBOX_RC)
        self.spawn(["openbox", "--config-file", str(settings)])
        bus = self.spawn(
            ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        assert bus.stdout
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        time.sleep(0.5)

    def _wait_for_display(self) -> None:
        for _ in range(200):
            try:
                display.Display(self.name).close()
            except (DisplayError, OSError):
                time.sleep(0.05)
            else:
                return
        raise SystemExit(f"no X server on {self.name}")

    def spawn(
        self,
        argv: Sequence[str],
        env: Mapping[str, str] | None = None,
        stdin: int | IO[Any] = subprocess.DEVNULL,
        stdout: int | IO[Any] | None = None,
    ) -> subprocess.Popen[bytes]:
        with (self.work / "logs" / f"{Path(argv[0]).name}.log").open("ab") as log:
            proc = subprocess.Popen(
                argv,
                start_new_session=True,
                env=dict(env or self.env),
                stdin=stdin,
                stdout=stdout or log,
                stderr=log,
            )
        self.procs.append(proc)
        return proc

    def reap(self) -> None:
        """Collects ended children: AutoKey takes a zombie of itself for a running copy."""
        self.procs = [proc for proc in self.procs if proc.poll() is None]

    def close(self) -> None:
        for proc in reversed(self.procs):
            if proc.poll() is None:
                proc.terminate()
                try:
                    proc.wait(5)
                except subprocess.TimeoutExpired:
                    proc.kill()
                    proc.wait()


def marked_pids(marker: str) -> list[int]:
    """All live processes that carry the marker: the program and everything it started."""
    want, found = f"{MARKER}={marker}".encode(), []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            alive = (folder / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
            if alive and want in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def stop_marked(marker: str, grace_s: float = 3.0) -> None:
    """Stops one program: TERM, then KILL, to exactly the processes carrying its marker."""
    for sig in (signal.SIGTERM, signal.SIGKILL):
        for pid in marked_pids(marker):
            try:
                os.kill(pid, sig)
            except ProcessLookupError:
                continue
        end = time.monotonic() + grace_s
        while time.monotonic() < end:
            if not marked_pids(marker):
                return
            time.sleep(0.05)


def memory(marker: str) -> dict[str, float]:
    """RSS and PSS in MiB summed over the program's processes, and how many there are."""
    rss = pss = count = 0
    for pid in marked_pids(marker):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        except OSError:
            continue
        fields = dict(line.split()[:2] for line in lines)
        rss, pss, count = rss + int(fields["Rss:"]), pss + int(fields["Pss:"]), count + 1
    return {"rss_mib": round(rss / 1024, 1), "pss_mib": round(pss / 1024, 1), "processes": count}
