"""Which window ours docks to, told by what stays when its program is started again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from desktop.core.docking.model import OtherWindow, Presence
from desktop.core.pasting import program_key


class Rule(Struct, frozen=True):
    """Which window to dock to, whenever it is there.

    Attributes:
        program: The program's name; ``.exe`` and case do not matter.
        titles: One of these is part of the title; empty for any title.
    """

    program: str
    titles: tuple[str, ...] = ()

    def fits(self, window: OtherWindow) -> bool:
        """Whether it is such a window."""
        title = window.title.casefold()
        return program_key(self.program) == program_key(window.program) and (
            not self.titles or any(part.casefold() in title for part in self.titles)
        )


PRESETS = {"qianniu": Rule("AliWorkbench", ("接待中心", "接待台"))}
"""Rules of chat clients known by name.

``qianniu``: its chat windows are titled ``shop:agent-接待中心`` or ``千牛接待台``. The class of the
window differs by version and is not asked for; ``…-千牛工作台`` is the same program's other window.
"""

_COUNT = re.compile(r"[(（\[【]\d+\+?[)）\]】]")
_PIECES = re.compile(r"\s+[|\-–—·]+\s+|[-–—|](?=[^-–—|]*$)")


def rule_for(window: OtherWindow) -> Rule:
    """The rule that finds a picked window again: a preset, or its program and the title's end.

    The end is what stays: before it stand the customer, the page, the file; counts come and go.
    """
    for preset in PRESETS.values():
        if preset.fits(window):
            return preset
    pieces = [piece.strip() for piece in _PIECES.split(_COUNT.sub("", window.title))]
    end = next((piece for piece in reversed(pieces) if piece), "")
    return Rule(window.program, (end,) if end else ())


def find(rule: Rule, windows: Sequence[OtherWindow]) -> OtherWindow | None:
    """The window the rule means: one that is seen before one that is not, then the first."""
    fitting = [w for w in windows if rule.fits(w) and w.presence is not Presence.GONE]
    return min(fitting, key=lambda w: w.presence is Presence.AWAY, default=None)
