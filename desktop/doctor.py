"""What works on this machine: everything that ``miaohui doctor`` and the settings tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from desktop.core.problems import InputError
from desktop.platform.diagnosis import (
    clipboard_holder,
    diagnose_desktop,
    docking_obstacle,
    starts_with_session,
    try_hotkeys,
    typing_obstacle,
)
from desktop.platform.paths import personal_paths
from desktop.platform.running import window_runs
from desktop.platform.session import session_kind
from desktop.services.docking.wish import DockingWish
from desktop.services.doctor import Check, check_hotkeys, check_subscriptions
from desktop.services.hotkeys import REFUSED_HOTKEYS, wanted_hotkeys
from desktop.services.packs import PackSource, Place
from desktop.services.subscriptions import HeldPacks
from desktop.services.typed_codes import TYPED_CODES
from desktop.services.words import Words
from desktop.store.diagnosis import diagnose_folder
from desktop.store.errors import StoreError
from desktop.store.reading import Reading, read_store


def diagnose(
    words: Words, packs: PackSource, places: Iterable[Place], held: HeldPacks | None
) -> tuple[Check, ...]:
    """Looks at this machine; it may take a second, and any thread may do it.

    Args:
        words: For what it names.
        packs: Opens packs.
        places: Where those lie that the agent can choose.
        held: Those that are followed; None for none.
    """
    paths = personal_paths()
    reading, store = _read_store(words)
    return (
        *diagnose_desktop(sys.platform, os.environ),
        _check_hotkeys(words, reading),
        _check_typed_codes(words, reading),
        _check_docking(words, reading),
        _check_clipboard(),
        store,
        *diagnose_folder(paths.database),
        *(_check_pack(words, packs, place) for place in places),
        *check_subscriptions(held),
        _check_autostart(),
    )


def _read_store(words: Words) -> tuple[Reading, Check]:
    path = personal_paths().database
    try:
        reading = read_store(path)
    except StoreError as error:
        why = words.text(f"store.{error.code}", **error.values)
        return Reading(), Check("store", ok=False, code="problem", values={"why": why})
    code = "store" if path.exists() else "no_store"
    return reading, Check("store", ok=True, code=code, values={"path": str(path)})


def _check_hotkeys(words: Words, reading: Reading) -> Check:
    """The window that runs has told which it did not get; else each is tried."""
    wanted = wanted_hotkeys(reading, reading.hotkeys)
    if window_runs(personal_paths().data):
        told = REFUSED_HOTKEYS.of(reading)
        refused = {command: told[command] for command in wanted if command in told}
    else:
        refused = try_hotkeys(sys.platform, os.environ, wanted)
        if not refused and session_kind(sys.platform, os.environ) == "wayland":
            return Check("hotkeys", ok=True, code="hotkeys_by_portal")
    return check_hotkeys(wanted, refused, words)


def _check_typed_codes(words: Words, reading: Reading) -> Check:
    if not TYPED_CODES.of(reading):
        return Check("typed_codes", ok=True, code="typed_codes_off")
    obstacle = typing_obstacle(sys.platform, os.environ)
    if obstacle:
        why = words.text(f"typing.{obstacle}")
        return Check("typed_codes", ok=False, code="problem", values={"why": why})
    return Check("typed_codes", ok=True, code="typed_codes_on")


def _check_docking(words: Words, reading: Reading) -> Check:
    wish = DockingWish.kept(reading)
    if not (wish.on and wish.rule):
        return Check("docking", ok=True, code="docking_off")
    obstacle = docking_obstacle(sys.platform, os.environ)
    if obstacle:
        why = words.text(f"docking.{obstacle}")
        return Check("docking", ok=False, code="problem", values={"why": why})
    return Check("docking", ok=True, code="docking_on", values={"program": wish.rule.program})


def _check_autostart() -> Check:
    on = starts_with_session(sys.platform)
    return Check("autostart", ok=True, code="autostart_on" if on else "autostart_off")


def _check_clipboard() -> Check:
    import pyperclip

    holder = clipboard_holder(sys.platform)
    if holder is not None:
        return Check("clipboard", ok=False, code="clipboard_held", values={"program": holder})
    # is_available() says no until something was copied
    works = all(pyperclip.determine_clipboard())
    return Check("clipboard", works, "clipboard" if works else "no_clipboard")


def _check_pack(words: Words, packs: PackSource, place: Place) -> Check:
    try:
        pack = packs.pack(place)
    except InputError as error:
        why = words.problem(error.problems[0])
        return Check("pack", ok=False, code="bad_pack", values={"why": why})
    count = sum(1 for _ in pack.library.phrases())
    return Check("pack", ok=True, code="pack", values={"name": pack.name, "count": str(count)})
