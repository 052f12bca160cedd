"""miaohui itself, in a data folder of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bench.packs import phrase_id, write_pack
from bench.programs.program import Place, Program, hotkeys
from desktop.core.hotkeys import parse_hotkey
from desktop.platform.paths import Paths
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore

MIAOHUI = Path(sys.executable).with_name("miaohui")
BUNDLE = Path(__file__).parents[2] / "dist" / "linux" / "miaohui"
"""Made by ``python3 dev.py bundle linux``."""
WINDOW = "^miaohui$"
DATA = "data"
ENV = {"MIAOHUI_HOME": "{home}/" + DATA, "LANG": "zh_CN.UTF-8"}
VERSION = (str(MIAOHUI), "--version")


def compile_pack(program: list[str], env: Mapping[str, str], *pack: str) -> None:
    """Lets the program do so once: every start after that finds the pack in its cache."""
    command = [*program, "search", *pack, "tuikuan"]
    subprocess.run(command, env=env, check=True, input=b"", capture_output=True)


def _prepare(place: Place, pack: list[str], home: Path) -> None:
    env = {**place.env, "HOME": str(home), "MIAOHUI_HOME": str(home / DATA)}
    compile_pack([str(MIAOHUI)], env, *pack)


def default_pack(place: Place) -> Program:
    prepare = partial(_prepare, place, [])
    return Program([str(MIAOHUI)], WINDOW, prepare=prepare, env=ENV, version=VERSION)


def bundle(place: Place) -> Program:
    """What somebody has who has no Python."""
    program = str(BUNDLE / "miaohui")
    prepare, version = partial(_prepare, place, []), (program, "--version")
    return Program([program], WINDOW, prepare=prepare, env=ENV, version=version, folder=BUNDLE)


def ten_thousand(place: Place) -> Program:
    pack = ["--pack", str(write_pack(place.work / "pack-10000", 10_000))]
    return Program(
        [str(MIAOHUI), *pack],
        WINDOW,
        prepare=partial(_prepare, place, pack),
        env=ENV,
        search="yhq",
        summon="ctrl+alt+space",
        version=VERSION,
    )


def with_hotkeys(place: Place) -> Program:
    """Ten thousand phrases, twenty of which have hotkeys; the window stays in the background."""
    pack = ["--pack", str(write_pack(place.work / "pack-10000", 10_000))]

    def prepare(home: Path) -> None:
        _prepare(place, pack, home)
        database = Database(Paths(home / DATA, home / DATA).database, lambda: datetime.now(UTC))
        store = SqlitePersonalStore(database)
        for number, (combo, _) in enumerate(hotkeys()):
            store.set_hotkey(phrase_id(number), parse_hotkey(combo))
        database.close()

    return Program(
        [str(MIAOHUI), *pack],
        prepare=prepare,
        env=ENV,
        hotkeys=hotkeys(),
        version=VERSION,
    )
