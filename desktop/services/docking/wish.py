"""What the agent wants of docking, as it is kept."""

from __future__ import annotations

import json

from msgspec import Struct

from desktop.core.docking.model import Side
from desktop.core.docking.rules import Rule
from desktop.services.ports import KeptSettings, Settings
from desktop.services.settings import Setting, choice, switch


def _read_width(text: str) -> float | None:
    return float(text) if text else None


def _write_width(width: float | None) -> str:
    return "" if width is None else str(width)


def _read_rule(text: str) -> Rule | None:
    match json.loads(text) if text else None:
        case {"program": str(program), "titles": [*titles]}:
            return Rule(program, tuple(map(str, titles)))
        case None:
            return None
    raise ValueError(text)


def _write_rule(rule: Rule | None) -> str:
    if rule is None:
        return ""
    return json.dumps({"program": rule.program, "titles": rule.titles}, ensure_ascii=False)


ON = switch("docking.on", default=False)
SIDE = choice("docking.side", Side.RIGHT)
WIDTH: Setting[float | None] = Setting("docking.width", None, _read_width, _write_width)
RULE: Setting[Rule | None] = Setting("docking.rule", None, _read_rule, _write_rule)


class DockingWish(Struct, frozen=True):
    """The agent's wish.

    Attributes:
        on: Whether to dock at all.
        side: At which side of the other window.
        width: How wide ours is when docked, at 100 % scale; None for as always.
        rule: Which window; None before the first was chosen.
    """

    on: bool
    side: Side
    width: float | None
    rule: Rule | None

    @classmethod
    def kept(cls, settings: KeptSettings) -> DockingWish:
        """The wish of last time."""
        return cls(ON.of(settings), SIDE.of(settings), WIDTH.of(settings), RULE.of(settings))

    def keep(self, settings: Settings) -> None:
        """Keeps what is new of the wish; raises NotKeptError if that fails."""
        was = self.kept(settings)
        if self.rule != was.rule:
            RULE.keep(settings, self.rule)
        if self.width != was.width:
            WIDTH.keep(settings, self.width)
        if self.side is not was.side:
            SIDE.keep(settings, self.side)
        if self.on is not was.on:
            ON.keep(settings, self.on)
