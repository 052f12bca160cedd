"""What ``doctor`` tells of a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from desktop.core.hotkeys import Hotkey
from desktop.services.hotkeys import ABOUT_A_KEY
from desktop.services.words import Words

if TYPE_CHECKING:  # every start loads this file, and few machines follow packs
    from desktop.services.subscriptions import HeldPacks


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


def check_subscriptions(packs: HeldPacks | None) -> Iterator[Check]:
    """How each pack stands that is followed; the network is not asked.

    Args:
        packs: What this machine follows; None for nothing.
    """
    if packs is None:
        return
    from desktop.services.repository import RemoteError

    for subscription in packs.subscriptions():
        values = {"pack": subscription.pack}
        try:
            held = packs.held(subscription)
        except RemoteError:
            held = None
        if held is None:
            yield Check("subscriptions", ok=False, code="subscription_empty", values=values)
            continue
        when = f"{held.checked_at.astimezone():%Y-%m-%d %H:%M}"
        values |= {"version": str(held.edition.version), "when": when}
        code = f"subscription_{held.doubt.reason}" if held.doubt else "subscription"
        yield Check("subscriptions", ok=held.doubt is None, code=code, values=values)
