"""Keeps the hotkeys the system has given us in step with what the agent wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct

from desktop.core.hotkeys import Hotkey
from desktop.services.ports import Hotkeys


class Refused(Struct, frozen=True):
    """A hotkey the system did not give us.

    Attributes:
        command: What it was for: ``search``, ``pin.1``, ``phrase:<id>``.
        hotkey: The keys.
        reason: Short code from the port, e.g. ``taken``.
    """

    command: str
    hotkey: Hotkey
    reason: str


class HotkeyService:
    """Binds commands to hotkeys; one call to ``apply`` makes the system agree with the wish."""

    def __init__(self, hotkeys: Hotkeys, on_command: Callable[[str], None]) -> None:
        self._hotkeys = hotkeys
        self._on_command = on_command
        self._bound: dict[str, Hotkey] = {}

    def owner(self, hotkey: Hotkey) -> str | None:
        """Who has a hotkey: None for nobody, a command of ours, or the port's reason."""
        for command, bound in self._bound.items():
            if bound == hotkey:
                return command
        reason = self._hotkeys.bind(hotkey, lambda: None)
        if reason is None:
            self._hotkeys.release(hotkey)
        return reason

    def apply(self, wanted: Mapping[str, Hotkey]) -> tuple[Refused, ...]:
        """Gives back what is no longer wanted, takes what is new, and tells what was refused.

        A refused hotkey is asked for again at the next call: its owner may have gone.
        """
        for command, hotkey in list(self._bound.items()):
            if wanted.get(command) != hotkey:
                self._hotkeys.release(hotkey)
                del self._bound[command]
        refused = []
        for command, hotkey in wanted.items():
            if command in self._bound:
                continue
            reason = self._hotkeys.bind(hotkey, partial(self._on_command, command))
            if reason is None:
                self._bound[command] = hotkey
            else:
                refused.append(Refused(command, hotkey, reason))
        return tuple(refused)
