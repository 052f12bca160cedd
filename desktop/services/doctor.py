"""What ``doctor`` tells of a machine."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from desktop.core.hotkeys import Hotkey
from desktop.services.hotkeys import ABOUT_A_KEY
from desktop.services.words import Words


class Check(Struct, frozen=True):
    """One thing that works here or does not.

    Attributes:
        check: Stable name, e.g. ``display``.
        ok: Whether it works.
        code: Its words are ``doctor.<code>``: what was found, and how to mend it if need be.
        values: What the words fill in.
    """

    check: str
    ok: bool
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


def check_hotkeys(wanted: Mapping[str, Hotkey], refused: Mapping[str, str], words: Words) -> Check:
    """Whether every hotkey can be had.

    Args:
        wanted: Command to its hotkey.
        refused: The reason for each command that does not get its hotkey.
        words: For naming commands and reasons.
    """
    everywhere = [reason for reason in refused.values() if reason not in ABOUT_A_KEY]
    if everywhere:
        why = words.text(f"hotkey.{everywhere[0]}")
        return Check("hotkeys", ok=False, code="problem", values={"why": why})
    if not refused:
        return Check("hotkeys", ok=True, code="hotkeys", values={"count": str(len(wanted))})
    which = [
        words.text(
            "doctor.refused_hotkey",
            keys=wanted[command],
            command=words.command(command),
            why=words.text(f"hotkey.{reason}"),
        )
        for command, reason in refused.items()
    ]
    return Check("hotkeys", ok=False, code="hotkeys_refused", values={"which": "; ".join(which)})
