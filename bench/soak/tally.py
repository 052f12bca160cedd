"""What a soak has seen, and whether all of it was right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

MOST_GROWTH_MB = 10.0
_KEPT = 20


@dataclass
class Tally:
    """The account: each phrase asked for is in exactly one of the first four.

    Attributes:
        arrived: Whole, in order, in the chat box it was meant for.
        told: Not there, and our window said why, by reason.
        died: It may have gone to a chat box that was killed meanwhile; nobody can look any more.
        lost: Nowhere, and nothing was said.
        used: Phrases that the program itself counts as used.
        mixed: Times when a chat box held anything but whole phrases in order.
        rivals: Times when the rival's text stood there instead, of which the agent was told.
        copies_lost: Times when what another program had copied was not on the clipboard after.
        stuck: Times when a key or modifier stayed down.
        done: Steps of the course, by kind.
        step: The kind of the one under way.
        memory_mb: Of the program, after so many insertions.
        wrong: The first things that were not right, in words.
    """

    arrived: int = 0
    told: Counter[str] = field(default_factory=Counter)
    died: int = 0
    lost: int = 0
    used: int = 0
    mixed: int = 0
    rivals: int = 0
    copies_lost: int = 0
    stuck: int = 0
    done: Counter[str] = field(default_factory=Counter)
    step: str = ""
    memory_mb: dict[int, float] = field(default_factory=dict)
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """Phrases asked for so far."""
        return self.arrived + self.told.total() + self.died + self.lost

    def note(self, what: str) -> None:
        """Something was not right."""
        if len(self.wrong) < _KEPT:
            self.wrong.append(f"{self.step} after {self.asked}: {what}")

    def growth_mb(self) -> float:
        """Memory at the end over memory at the first look."""
        seen = list(self.memory_mb.values())
        return round(seen[-1] - seen[0], 1) if seen else 0.0

    def check_uses(self, used: int) -> None:
        """Compares with what the program itself counts: what it pasted, and nothing else."""
        self.used = used
        if not self.arrived <= used <= self.arrived + self.died:
            self.note(f"the program counts {used}, {self.arrived} arrived")

    def right(self) -> bool:
        """Whether nothing was wrong and memory did not grow by more than it may."""
        return not self.wrong and self.growth_mb() <= MOST_GROWTH_MB

    def table(self) -> str:
        """The same for people, in Markdown."""
        told = ", ".join(f"{count} × {reason}" for reason, count in self.told.items())
        done = ", ".join(f"{count} × {step}" for step, count in sorted(self.done.items()))
        rows = {
            "asked for": f"{self.asked} in {self.seconds / 60:.1f} min ({done})",
            "arrived whole and in order": self.arrived,
            "not there, and said so": f"{self.told.total()} ({told})",
            "asked for when the chat box was killed": self.died,
            "lost": self.lost,
            "mixed": self.mixed,
            "copies of other programs lost": self.copies_lost,
            "keys left down": self.stuck,
            "memory, MB": " → ".join(str(mb) for mb in self._ends()),
        }
        return "\n".join(["| soak | |", "|---|---|", *(f"| {k} | {v} |" for k, v in rows.items())])

    def _ends(self) -> list[float]:
        seen = list(self.memory_mb.values())
        return [seen[0], seen[-1]] if seen else []

    def record(self) -> dict[str, Any]:
        """All of it for one line of JSON."""
        return {
            "right": self.right(),
            "asked": self.asked,
            "arrived": self.arrived,
            "told": dict(self.told),
            "died": self.died,
            "lost": self.lost,
            "used": self.used,
            "mixed": self.mixed,
            "rivals": self.rivals,
            "copies_lost": self.copies_lost,
            "stuck": self.stuck,
            "done": dict(self.done),
            "growth_mb": self.growth_mb(),
            "memory_mb": self.memory_mb,
            "seconds": round(self.seconds, 1),
            "wrong": self.wrong,
        }
