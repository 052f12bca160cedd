"""AutoKey: phrases on hotkeys, pasted or typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.phrases import ascii_phrase, phrase
from bench.programs.program import Place, Program, hotkeys

VERSION = ("dpkg-query", "-W", "-f", "AutoKey ${Version}", "autokey-qt")
NO_HOTKEY: dict[str, Any] = {"modifiers": [], "hotKey": None}
NO_FILTER: dict[str, Any] = {"regex": None, "isRecursive": False}
NO_ABBREVIATION: dict[str, Any] = {
    "abbreviations": [],
    "backspace": True,
    "ignoreCase": False,
    "immediate": False,
    "triggerInside": False,
    "wordChars": "[\\w]",
}
SETTINGS: dict[str, Any] = {
    "version": "0.95.10",
    "userCodeDir": None,
    "folders": [],
    "settings": {
        "isFirstRun": False,
        "serviceRunning": True,
        "menuTakesFocus": False,
        "showTrayIcon": True,
        "sortByUsageCount": True,
        "promptToSave": False,
        "enableQT4Workaround": False,
        "interfaceType": "XRecord",
        "undoUsingBackspace": True,
        "windowDefaultSize": [600, 400],
        "hPanePosition": 150,
        "columnWidths": [150, 50, 100],
        "showToolbar": True,
        "notificationIcon": "autokey-status",
        "workAroundApps": ".*VirtualBox.*|krdc.Krdc",
        "triggerItemByInitial": False,
        "disabledModifiers": [],
        "scriptGlobals": {},
    },
    "toggleServiceHotkey": {"enabled": False, "modifiers": ["<shift>", "<super>"], "hotKey": "k"},
    "configHotkey": {"enabled": False, "modifiers": ["<super>"], "hotKey": "k"},
}


def _item(kind: str, name: str, **more: object) -> dict[str, Any]:
    shared = {"modes": [], "usageCount": 0, "showInTrayMenu": False, "filter": NO_FILTER}
    return {"type": kind, **_name(kind, name), **shared, "abbreviation": NO_ABBREVIATION, **more}


def _name(kind: str, name: str) -> dict[str, str]:
    return {"title" if kind == "folder" else "description": name}


def _prepare(send: str, make: Callable[[int], str], count: int, home: Path) -> None:
    """Writes ``count`` phrases, hotkeys on the first twenty.

    AutoKey reads NAME.txt and the hidden .NAME.json beside it; a visible NAME.json is ignored
    without a word, and then the phrase has no hotkey.
    """
    settings = home / ".config" / "autokey"
    folder = settings / "data" / "bench"
    folder.mkdir(parents=True)
    (settings / "autokey.json").write_text(json.dumps(SETTINGS))
    (folder / ".folder.json").write_text(json.dumps(_item("folder", "bench", hotkey=NO_HOTKEY)))
    combos = [combo.split("+") for combo, _ in hotkeys()]
    for i in range(count):
        *mods, key = combos[i] if i < len(combos) else ("",)
        hotkey = {"modifiers": sorted(f"<{m}>" for m in mods), "hotKey": key} if key else NO_HOTKEY
        name = f"p{i:06d}"
        (folder / f"{name}.txt").write_text(make(i), encoding="utf-8")
        more = {"prompt": False, "omitTrigger": False, "matchCase": False, "sendMode": send}
        item = _item("phrase", name, hotkey=hotkey, **more)
        item["modes"] = [3] if key else []
        (folder / f".{name}.json").write_text(json.dumps(item))


def _autokey(send: str, make: Callable[[int], str] = phrase) -> Program:
    prepare = partial(_prepare, send, make, 1000)
    return Program(["autokey-qt"], prepare=prepare, hotkeys=hotkeys(make), version=VERSION)


def with_window(_: Place) -> Program:
    """With its window (``-c``); without it AutoKey starts hidden."""
    return replace(_autokey("<ctrl>+v"), argv=["autokey-qt", "-c"], window="^AutoKey$")


def paste(_: Place) -> Program:
    return _autokey("<ctrl>+v")


def typed(_: Place) -> Program:
    """Key by key."""
    return _autokey("kb")


def typed_ascii(_: Place) -> Program:
    return _autokey("kb", ascii_phrase)
