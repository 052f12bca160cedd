"""What hotkeys are for, and why one cannot be had, in words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.services.hotkeys import OURS, Obstacle, Refused
from desktop.ui.desk import Desk


def command_name(desk: Desk, command: str) -> str:
    """What a command is called; the title for that of a phrase."""
    kind, _, which = command.partition(":")
    if kind == "phrase":
        phrase = desk.services.library.phrase(which)
        return phrase.title if phrase else which
    kind, _, number = kind.partition(".")
    return desk.languages.words.text(f"command.{kind}", number=number)


def about_a_key(obstacle: Obstacle) -> bool:
    """Whether it stands against these keys alone, and not against any."""
    return obstacle.reason in {OURS, "taken", "no_such_key"}


def obstacle_said(desk: Desk, obstacle: Obstacle) -> str:
    """Why keys cannot be had."""
    words = desk.languages.words
    if obstacle.reason == OURS:
        return words.text("hotkey.ours", command=command_name(desk, obstacle.owner))
    return words.text(f"hotkey.{obstacle.reason}")


def refused_said(desk: Desk, refused: Sequence[Refused]) -> tuple[str, bool]:
    """Which hotkeys we did not get and why, a line a reason; and whether other keys may do."""
    lines, others_may_do = [], False
    for obstacle in dict.fromkeys(one.obstacle for one in refused):
        said = obstacle_said(desk, obstacle)
        if about_a_key(obstacle):
            keys = ", ".join(str(one.hotkey) for one in refused if one.obstacle == obstacle)
            said, others_may_do = f"{keys}: {said}", True
        lines.append(said)
    return "\n".join(lines), others_may_do
