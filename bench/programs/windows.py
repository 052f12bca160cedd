"""miaohui on Windows, which is Wine here: its bundle, and Windows' own Python from a checkout.

Each program has its windows straight on the X display, so that the watcher sees them. Another
program of this Windows runs all the time, so that none is measured with the start of Windows.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

from bench.programs.ours import DATA, compile_pack
from bench.programs.program import Place, Program
from tests.windows.environment import Session, prepare, windows_path, wine

BUNDLE = Path(__file__).parents[2] / "dist" / "windows" / "miaohui"
"""Made by ``python3 dev.py bundle windows``."""
_DESKTOP_OF_ITS_OWN = r"HKEY_CURRENT_USER\Software\Wine\Explorer"


def bundle(place: Place) -> Program:
    """What is installed on agents' machines."""
    program, console = ([wine(), str(BUNDLE / f"miaohui.{kind}")] for kind in ("exe", "com"))
    return _program(place, "^miaohui.exe$", program, console, BUNDLE)


def checkout(place: Place) -> Program:
    """The same from the source."""
    program = _session(tuple(place.env.items())).argv("-m", "desktop")
    return _program(place, "^python.exe$", program, program, None)


def _program(
    place: Place, window: str, argv: list[str], console: list[str], folder: Path | None
) -> Program:
    env = _session(tuple(place.env.items())).environ({})
    env |= {"MIAOHUI_HOME": "Z:{home}/" + DATA, "LANG": "zh_CN.UTF-8"}
    # Windows' Python starts with pipes for its input and output, and with nothing else
    piped = ["sh", "-c", 'sleep 60 | "$@" 2>&1 | cat', "sh", *argv]
    prepare_home = partial(_fill, {**place.env, **env}, console)
    return Program(piped, window, prepare=prepare_home, env=env, folder=folder)


def _fill(env: Mapping[str, str], console: list[str], home: Path) -> None:
    own = {**env, "HOME": str(home), "MIAOHUI_HOME": windows_path(home / DATA)}
    compile_pack(console, own)


@cache
def _session(env: tuple[tuple[str, str], ...]) -> Session:
    """One Windows for the whole bench."""
    ending = ExitStack()
    atexit.register(ending.close)
    session = ending.enter_context(prepare(Path(sys.executable).with_name("uv")).session())
    own = session.environ(dict(env))
    free = [wine(), "reg", "delete", _DESKTOP_OF_ITS_OWN, "/f"]
    silent = subprocess.DEVNULL  # a pipe would be kept open by what Wine starts with it
    subprocess.run(free, env=own, check=True, stdout=silent, stderr=silent)
    company = subprocess.Popen([wine(), "notepad"], env=own, stdout=silent, stderr=silent)
    ending.callback(company.terminate)
    return session
