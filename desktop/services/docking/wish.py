"""What the agent wants of docking, as it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from desktop.core.docking.model import Side
from desktop.core.docking.rules import Rule

_ON, _SIDE, _WIDTH, _RULE = "docking.on", "docking.side", "docking.width", "docking.rule"


class Settings(Protocol):
    """Where it is kept."""

    def setting(self, key: str) -> str | None:
        """A setting; None if never set."""
        ...

    def set_setting(self, key: str, value: str) -> None:
        """Sets it."""
        ...


@dataclass(frozen=True, slots=True)
class DockingWish:
    """The agent's wish.

    Attributes:
        on: Whether to dock at all.
        side: At which side of the other window.
        width: How wide ours is when docked, at 100 % scale; None for as always.
        rule: Which window; None before the first was chosen.
    """

    on: bool = False
    side: Side = Side.RIGHT
    width: float | None = None
    rule: Rule | None = None


def kept_wish(settings: Settings) -> DockingWish:
    """The wish of last time."""
    width, rule = settings.setting(_WIDTH), settings.setting(_RULE)
    return DockingWish(
        on=settings.setting(_ON) == "yes",
        side=Side(settings.setting(_SIDE) or Side.RIGHT),
        width=float(width) if width else None,
        rule=_rule(rule) if rule else None,
    )


def keep_wish(settings: Settings, wish: DockingWish) -> None:
    """Keeps the wish for the next start."""
    if wish.rule is not None:
        kept = {"program": wish.rule.program, "titles": wish.rule.titles}
        settings.set_setting(_RULE, json.dumps(kept, ensure_ascii=False))
    if wish.width is not None:
        settings.set_setting(_WIDTH, str(wish.width))
    settings.set_setting(_SIDE, wish.side)
    settings.set_setting(_ON, "yes" if wish.on else "no")


def _rule(kept: str) -> Rule:
    read = json.loads(kept)
    return Rule(read["program"], tuple(read["titles"]))
