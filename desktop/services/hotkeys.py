"""Keeps the hotkeys the system has given us in step with what the agent wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from msgspec import Struct

from desktop.core.hotkeys import (
    Hotkey,
    bindings,
    command_bindings,
    default_bindings,
    read_chosen,
    same_keys,
    write_chosen,
)
from desktop.services.ports import Action, Hotkeys, KeptSettings, NotKeptError, Settings
from desktop.services.settings import Setting, record

ASKED = "asked"
"""The reason while the system's user has not answered yet."""
OURS = "ours"
"""The reason when keys are those of another command or phrase of this program."""
ABOUT_A_KEY = frozenset({OURS, "taken", "no_such_key", "not_given"})
"""The reasons that stand against some keys, and not against any."""
CHOSEN_HOTKEYS: Setting[Mapping[str, Hotkey | None]] = Setting(
    "hotkeys.commands", {}, read_chosen, write_chosen
)
"""The agent's own hotkeys for the program's commands; None for a command that shall have none."""
REFUSED_HOTKEYS = record("hotkeys.refused", dict[str, str], {})
"""Command to reason, as the window last saw it: ``doctor`` cannot ask for what a window has."""


class Obstacle(Struct, frozen=True):
    """Why keys cannot be had.

    Attributes:
        reason: ``OURS``, or a short code from the port, e.g. ``taken``.
        owner: Which command of ours has them.
    """

    reason: str
    owner: str = ""


class Refused(Struct, frozen=True):
    """A hotkey we did not get.

    Attributes:
        command: What it was for: ``search``, ``pin.1``, ``phrase:<id>``.
        hotkey: The keys.
        obstacle: Why not.
    """

    command: str
    hotkey: Hotkey
    obstacle: Obstacle


class HotkeyService:
    """Binds commands to hotkeys; one call to ``apply`` makes the system agree with the wish.

    Attributes:
        refused: What we did not get when the system was last asked.
        other_keys: What to press for commands to which the system's user has given other keys.
    """

    def __init__(
        self,
        hotkeys: Hotkeys,
        settings: Settings,
        phrases: Callable[[], Mapping[str, Hotkey]],
        on_command: Callable[[str], None],
        describe: Callable[[str], str],
    ) -> None:
        """Binds nothing yet.

        Args:
            hotkeys: The system's.
            settings: Where the agent's choice is kept.
            phrases: Tells each phrase's own hotkey by its id.
            on_command: Gets the command whose hotkey was pressed.
            describe: Says what a command does, for people.
        """
        self._hotkeys = hotkeys
        self._settings = settings
        self._phrases = phrases
        self._on_command = on_command
        self._describe = describe
        self._bound: dict[str, Hotkey] = {}
        self.refused: tuple[Refused, ...] = ()
        self.other_keys: Mapping[str, str] = {}

    def watch(self, changed: Action) -> None:
        """Has ``changed`` called when the system may have taken or given hotkeys by itself.

        The next ``apply`` asks for all of them again.
        """

        def ask_again() -> None:
            self._bound.clear()
            changed()

        self._hotkeys.tell_changes(ask_again)

    def commands(self) -> dict[str, Hotkey | None]:
        """Every command of the program with the hotkey it is to have."""
        wanted = command_bindings(CHOSEN_HOTKEYS.of(self._settings))
        return {command: wanted.get(command) for command in default_bindings()}

    def choose(self, command: str, hotkey: Hotkey | None) -> None:
        """Gives a command of the program this hotkey, or none, from now on.

        Raises:
            NotKeptError: It keeps the one it had.
        """
        chosen = {**CHOSEN_HOTKEYS.of(self._settings), command: hotkey}
        if hotkey == default_bindings()[command]:
            del chosen[command]
        CHOSEN_HOTKEYS.keep(self._settings, chosen)
        self.apply()

    def reset(self) -> None:
        """Gives every command of the program its default.

        Raises:
            NotKeptError: They keep those they had.
        """
        CHOSEN_HOTKEYS.keep(self._settings, {})
        self.apply()

    def obstacle(self, hotkey: Hotkey) -> Obstacle | None:
        """What stands against giving these keys to something; None if they are free."""
        for command, bound in self._bound.items():
            if bound == hotkey:
                return Obstacle(OURS, command)
        reason = self._hotkeys.bind(hotkey, lambda: None)
        if reason not in {None, ASKED}:
            return Obstacle(str(reason))
        self._hotkeys.release(hotkey)
        return None

    def apply(self) -> tuple[Refused, ...]:
        """Gives back what is no longer wanted, takes what is new, and tells what was refused.

        A refused hotkey is asked for again at the next call: its owner may have gone.
        """
        phrases = self._phrases()
        wanted = wanted_hotkeys(self._settings, phrases)
        asked = [(one.command, one.hotkey) for one in self.refused if one.obstacle.reason != OURS]
        for command, hotkey in (*self._bound.items(), *asked):
            if wanted.get(command) != hotkey:
                self._hotkeys.release(hotkey)
        self._bound = {c: hotkey for c, hotkey in self._bound.items() if wanted.get(c) == hotkey}
        refused = []
        for command, hotkey in wanted.items():
            if command in self._bound:
                continue
            action = partial(self._on_command, command)
            reason = self._hotkeys.bind(hotkey, action, self._describe(command))
            if reason is None:
                self._bound[command] = hotkey
            else:
                refused.append(Refused(command, hotkey, Obstacle(reason)))
        owners = {hotkey: command for command, hotkey in wanted.items()}
        own = {f"phrase:{phrase_id}": hotkey for phrase_id, hotkey in phrases.items()}
        refused += (
            Refused(phrase, hotkey, Obstacle(OURS, owners[hotkey]))
            for phrase, hotkey in own.items()
            if phrase not in wanted
        )
        self.refused = tuple(refused)
        self.other_keys = {
            command: keys
            for command, hotkey in self._bound.items()
            if (keys := self._hotkeys.keys_of(hotkey)) and not same_keys(hotkey, keys)
        }
        told = {one.command: one.obstacle.reason for one in refused}
        if told != REFUSED_HOTKEYS.of(self._settings):
            with suppress(NotKeptError):  # a note for ``doctor``, and nothing an agent did
                REFUSED_HOTKEYS.keep(self._settings, told)
        return self.refused


def wanted_hotkeys(settings: KeptSettings, phrases: Mapping[str, Hotkey]) -> dict[str, Hotkey]:
    """Every command, and every phrase as ``phrase:<id>``, with the hotkey it is to have."""
    return bindings(command_bindings(CHOSEN_HOTKEYS.of(settings)), phrases)
