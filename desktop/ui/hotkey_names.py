"""What hotkeys are for, and why one cannot be had, in words."""

from __future__ import annotations

from desktop.services.hotkeys import ABOUT_A_KEY, OURS, Obstacle
from desktop.ui.desk import Desk


def command_name(desk: Desk, command: str) -> str:
    """What a command is called; the title for that of a phrase."""
    phrase = desk.services.library.phrase(command.removeprefix("phrase:"))
    return phrase.title if phrase else desk.languages.words.command(command)


def other_keys_said(desk: Desk, command: str) -> str:
    """Which keys the system's user has given to a command instead; empty for none."""
    keys = desk.services.hotkeys.other_keys.get(command)
    return desk.languages.words.text("hotkey.other_keys", keys=keys) if keys else ""


def about_a_key(obstacle: Obstacle) -> bool:
    """Whether it stands against these keys alone, and not against any."""
    return obstacle.reason in ABOUT_A_KEY


def obstacle_said(desk: Desk, obstacle: Obstacle) -> str:
    """Why keys cannot be had."""
    words = desk.languages.words
    if obstacle.reason == OURS:
        return words.text("hotkey.ours", command=command_name(desk, obstacle.owner))
    return words.text(f"hotkey.{obstacle.reason}")
