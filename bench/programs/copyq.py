"""CopyQ: a clipboard list, and its commands on hotkeys."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.programs.program import Place, Program, hotkeys
from bench.session import MARKER, stop_marked

WINDOW = "(?i)copyq"
VERSION = ("copyq", "--version")


def _prepare(place: Place, script: str, settings: str, home: Path) -> None:
    """Runs a CopyQ server once in ``home``, to let it write its own files."""
    folder = home / ".config" / "copyq"
    folder.mkdir(parents=True)
    (folder / "copyq.conf").write_text("[Options]\n" + settings)
    if not script:
        return
    run = home / "run"
    run.mkdir(mode=0o700, exist_ok=True)
    marker = f"setup-{os.getpid()}"
    env = {**place.env, "HOME": str(home), "XDG_RUNTIME_DIR": str(run), MARKER: marker}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(["copyq"], env=env, stderr=quiet, stdout=quiet)
    time.sleep(3)
    subprocess.run(["copyq", "eval", script], env=env, check=True, stdout=quiet)
    time.sleep(1)
    subprocess.run(["copyq", "exit"], env=env, check=True, stdout=quiet)
    server.wait(20)
    stop_marked(marker)


def _preparing(place: Place, script: str = "", settings: str = "") -> Callable[[Path], None]:
    return partial(_prepare, place, script, settings)


def fresh(place: Place) -> Program:
    return Program(
        ["copyq", "--start-server", "show"], WINDOW, prepare=_preparing(place), version=VERSION
    )


def ten_thousand(place: Place) -> Program:
    """The most items CopyQ 6.4 keeps in one tab: a higher ``maxitems`` is cut back to it."""
    script = f"""
        var f = new File('{place.lines(10_000)}'); f.openReadOnly();
        var all = str(f.readAll()).split(String.fromCharCode(10)); f.close(); all.pop();
        for (var i = all.length; i > 0; i -= 500)
            add.apply(this, all.slice(i - 500, i).reverse());"""
    return Program(
        ["copyq", "--start-server", "show"],
        WINDOW,
        prepare=_preparing(place, script, "maxitems=10000\n"),
        search="731",
        version=VERSION,
    )


def _on_hotkeys(place: Place, body: str) -> Program:
    commands = [
        {
            "name": f"bench{i}",
            "cmd": "copyq:\n" + body.replace("TEXT", json.dumps(text, ensure_ascii=False)),
            "isGlobalShortcut": True,
            "globalShortcuts": [combo],
            "enable": True,
        }
        for i, (combo, text) in enumerate(hotkeys())
    ]
    # CopyQ expands backslashes in eval's argument, so they are hidden.
    script = f"setCommands({json.dumps(commands, ensure_ascii=False)})".replace("\\", "\\\\")
    return Program(["copyq"], prepare=_preparing(place, script), hotkeys=hotkeys(), version=VERSION)


def command(place: Place) -> Program:
    """The plain way of its manual: copy, then paste."""
    return _on_hotkeys(place, "copy(TEXT)\npaste()")


def restore(place: Place) -> Program:
    """The same with a restore of every clipboard format, written by hand."""
    return _on_hotkeys(
        place,
        """
        var old = [];
        var formats = str(clipboard('?')).split(String.fromCharCode(10));
        for (var i in formats)
            if (/^(text|image)[/]/.test(formats[i])) old.push(formats[i], clipboard(formats[i]));
        copy(TEXT);
        paste();
        sleep(300);
        if (old.length) copy.apply(this, old);""",
    )
