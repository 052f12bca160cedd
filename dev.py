#!/usr/bin/env python3
"""Starts, tests and measures miaohui from a bare checkout, with the standard library alone.

    python3 dev.py run [-- ARGS]        the program; ARGS go to it
    python3 dev.py test [PYTEST ARGS]   all tests, or pytest on just what is named
    python3 dev.py test --windows [PYTEST ARGS]   the program on Windows, which is Wine here
    python3 dev.py lint                 ruff, mypy and the import rules
    python3 dev.py bench [ARGS]         the measurements of bench/README.md
    python3 dev.py shots                the screenshots in docs/images
    python3 dev.py bundle [linux|windows]   what is installed without Python, in dist; on Debian

Each command first brings .venv in step with uv.lock. On Debian and Ubuntu it also installs the
system packages it needs when started by root, and names them otherwise.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
UNIT_VENV = ROOT / ".venv-unit"
BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON = VENV / BIN / ("python.exe" if os.name == "nt" else "python")

TO_RUN = (
    *("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libx11-xcb1"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
    "fonts-noto-cjk",
)
TO_TEST = (
    *("xvfb", "xserver-xephyr", "openbox", "twm", "dbus", "xdotool", "xclip"),
    "x11-xserver-utils",
    *("chromium", "python3-tk", "imagemagick", "fcitx5", "fcitx5-chewing"),
    *("sway", "wtype", "grim", "wl-clipboard", "nginx-light"),
)
TO_TEST_WINDOWS = ("wine64", "fonts-wine", "gcc-mingw-w64-x86-64-win32", "nsis")
NO_NETWORK = re.compile(r"(?i)connection|timed? ?out|resol|dns|unreachable|failed to fetch|tls|ssl")


Command = list[Any]
"""A program and its arguments: texts and paths."""


class SetupError(Exception):
    """The world outside this script stops it; the text is a line for whoever started it."""


def call(argv: Command, cwd: Path | None = ROOT) -> int:
    """Runs a command; Ctrl+C is the command's to answer. Returns its status."""
    with subprocess.Popen(argv, cwd=cwd, env=environ()) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def quietly(doing: str, argv: Command, **env: str) -> str:
    """Runs a command that asks nothing and whose output matters only if it fails; returns it.

    Raises:
        SetupError: It failed; with what it said, or one line if the network is at fault.
    """
    done = subprocess.run(
        argv,
        cwd=ROOT,
        env=environ(**env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return done.stdout
    msg = f"{done.stdout}{done.stderr}\n{doing} failed; what it said stands above."
    if NO_NETWORK.search(done.stderr):
        msg = f"{doing} needs the network, which does not answer; check it and run this again."
    raise SetupError(msg)


def environ(**env: str) -> dict[str, str]:
    """The caller's environment without another Python's traces."""
    traces = {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH"}
    return {k: v for k, v in os.environ.items() if k not in traces} | env


def system_packages(*wanted: str) -> None:
    """Installs the Debian packages that are missing, or names them; nothing on other systems."""
    if not shutil.which("dpkg-query"):
        return
    if not importlib.util.find_spec("ensurepip"):
        wanted = ("python3-venv", *wanted)
    form = "${db:Status-Status},${Package},${Provides}\n"
    present: set[str] = set()
    for line in quietly("dpkg-query", ["dpkg-query", "--show", "--showformat", form]).splitlines():
        status, *names = line.split(",")
        if status == "installed":
            present.update(name.split()[0] for name in names if name.strip())
    missing = [name for name in wanted if name not in present]
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    by_hand = f"To do it by hand: sudo {' '.join(install)}"
    if os.geteuid() != 0:
        print(f"System packages are missing. {by_hand}", file=sys.stderr)
        return
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        try:
            quietly("apt-get install", install, **env)
        except SetupError:  # the package lists are old, or there are none yet
            quietly("apt-get update", ["apt-get", "update"])
            quietly("apt-get install", install, **env)
    except SetupError as error:
        print(f"{error} {by_hand}", file=sys.stderr)


def environments(*, unit: bool = False) -> None:
    """Brings .venv, and if asked .venv-unit (no PySide6), in step with uv.lock.

    Raises:
        SetupError: An environment cannot be made.
    """
    if not says(VENV, "in-step", lock_state()):
        print("Bringing .venv in step with uv.lock …", flush=True)
        if not says(VENV, "made-by", maker()):
            make_venv()
        # In two steps, so that the project is built by the hatchling of uv.lock.
        sync(VENV, ["--inexact", "--no-install-project"], ["--no-build-isolation"])
    if unit and not says(UNIT_VENV, "in-step", lock_state()):
        options = ["--no-default-groups", "--group=unit", "--no-install-project"]
        left_out = [f"--no-install-package={name}" for name in ("pyside6-essentials", "shiboken6")]
        sync(UNIT_VENV, [*options, *left_out])


def make_venv() -> None:
    """Makes .venv anew, with the uv of uv.lock in it."""
    quietly("Making .venv", [sys.executable, "-m", "venv", "--clear", VENV])
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--retries=2"]
    quietly("Installing uv", [*pip, f"uv=={locked_uv()}"])
    (VENV / "made-by").write_text(maker())


def sync(venv: Path, *steps: list[str]) -> None:
    """Installs what uv.lock says into an environment, and notes that it is in step."""
    (venv / "in-step").unlink(missing_ok=True)
    env = {"UV_PROJECT_ENVIRONMENT": str(venv), "UV_PYTHON": sys.executable}
    for options in steps:
        command = [VENV / BIN / "uv", "sync", "--frozen", "--quiet", *options]
        quietly("Installing packages", command, **env)
    (venv / "in-step").write_text(lock_state())


def locked_uv() -> str:
    """The version of uv in uv.lock."""
    import tomllib

    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    return next(str(p["version"]) for p in lock["package"] if p["name"] == "uv")


def maker() -> str:
    """What .venv is made by, and where: if it changes, .venv is made anew."""
    return "\n".join([sys.version, sys.base_prefix, str(VENV), locked_uv()])


def lock_state() -> str:
    """What an environment in step was made from."""
    files = [(ROOT / name).read_bytes() for name in ("uv.lock", "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*files, maker().encode()])).hexdigest()


def says(venv: Path, note: str, wanted: str) -> bool:
    """Whether an environment has its Python and a note in it says what is wanted."""
    path = venv / note
    return (venv / BIN / PYTHON.name).exists() and path.is_file() and path.read_text() == wanted


def run(args: list[str]) -> int:
    """Starts the program in the caller's folder."""
    system_packages(*TO_RUN)
    environments()
    program = str(VENV / BIN / "miaohui")
    if os.name != "nt":
        os.execve(program, [program, *args], environ())  # noqa: S606 - one process for Ctrl+C
    return call([program, *args], cwd=None)


def test(args: list[str]) -> int:
    """Runs every suite, or pytest on what is named."""
    if "--windows" in args:
        return test_windows([arg for arg in args if arg != "--windows"])
    system_packages(*TO_RUN, *TO_TEST)
    environments(unit=not args)
    if args:
        return call([PYTHON, "-m", "pytest", *args])
    return call([PYTHON, "tests/suites.py", UNIT_VENV / BIN / PYTHON.name])


def test_windows(args: list[str]) -> int:
    """Runs the Windows suite, or pytest on what is named, under Wine.

    Raises:
        SetupError: There is no Windows to test on, and none can be made.
    """
    system_packages(*TO_RUN, *TO_TEST, *TO_TEST_WINDOWS)
    environments()
    windows()
    if not args:
        return call([PYTHON, "tests/suites.py", "windows"])
    named = any(arg.startswith("tests") for arg in args)
    return call([PYTHON, "-m", "pytest", *([] if named else ["tests/windows"]), *args])


def windows() -> None:
    """Makes the Windows under Wine that tests and bundles use, unless it is there.

    Raises:
        SetupError: It cannot be made.
    """
    from tests.windows.environment import prepare

    try:
        prepare(VENV / BIN / "uv")
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        msg = f"{said}\nMaking a Windows to test on failed; what was said stands above."
        if NO_NETWORK.search(said):
            msg = "Making a Windows to test on needs the network, which does not answer."
        raise SetupError(msg) from None


def lint(args: list[str]) -> int:
    """Runs every check, also after one that failed."""
    environments()
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"])
    failed = [c[0] for c in checks if call([VENV / BIN / c[0], *c[1:], *args])]
    print(f"lint: {', '.join(failed)} failed" if failed else "lint: all clean")
    return 1 if failed else 0


def bundle(args: list[str]) -> int:
    """Makes bundles; Windows' too is made on Debian, under Wine."""
    system_packages(*TO_RUN, *TO_TEST_WINDOWS)
    environments()
    return call([PYTHON, "-m", "bundle.build", *args])


def script(*command: str) -> Callable[[list[str]], int]:
    """A command that needs a desktop and does the rest itself."""

    def start(args: list[str]) -> int:
        system_packages(*TO_RUN, *TO_TEST)
        environments()
        return call([PYTHON, *command, *args])

    return start


COMMANDS = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": script("-m", "bench"),
    "shots": script("docs/shots.py"),
    "bundle": bundle,
}


def main(argv: list[str]) -> int:
    """Runs one command; returns the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what an older Python meets
        print("miaohui needs Python 3.11 or newer, this is " + sys.version.split()[0])
        return 2
    name, *args = argv or ["--help"]
    if name in ("-h", "--help"):
        print(__doc__)
        return 0
    if name not in COMMANDS:
        print(f"dev.py: no command {name!r}; there are: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](args[1:] if args[:1] == ["--"] else args)
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
