"""What hotkeys are for, and why one cannot be had, in words."""

from __future__ import annotations

from desktop.services.hotkeys import OURS, Obstacle
from desktop.ui.desk import Desk


def command_name(desk: Desk, command: str) -> str:
    """What a command is called; the title for that of a phrase."""
    kind, _, which = command.partition(":")
    if kind == "phrase":
        phrase = desk.services.library.phrase(which)
        return phrase.title if phrase else which
    kind, _, number = kind.partition(".")
    return desk.languages.words.text(f"command.{kind}", number=number)


def other_keys_said(desk: Desk, command: str) -> str:
    """Which keys the system's user has given to a command instead; empty for none."""
    keys = desk.services.hotkeys.other_keys.get(command)
    return desk.languages.words.text("hotkey.other_keys", keys=keys) if keys else ""


def about_a_key(obstacle: Obstacle) -> bool:
    """Whether it stands against these keys alone, and not against any."""
    return obstacle.reason in {OURS, "taken", "no_such_key", "not_given"}


def obstacle_said(desk: Desk, obstacle: Obstacle) -> str:
    """Why keys cannot be had."""
    words = desk.languages.words
    if obstacle.reason == OURS:
        return words.text("hotkey.ours", command=command_name(desk, obstacle.owner))
    return words.text(f"hotkey.{obstacle.reason}")
