"""What happens in a soak, and in which order: the same for the same numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

BURST = 10
"""Phrases asked for one after the other before the chat box is looked at."""
Step = Literal["burst", "slow", "grab", "show", "switch", "crash"]


@dataclass(frozen=True)
class Course:
    """How much of everything.

    Attributes:
        insertions: Phrases asked for by hotkey, all in all.
        shows: Our window comes with the keyboard, and goes again.
        in_search: How many of a hundred times a phrase is asked for while it has the keyboard.
        switches: The agent turns to another chat box.
        grabs: Another program copies something while a phrase is on its way.
        crashes: A chat box is killed, every other time with phrases on their way to it.
        slow: A chat box is deaf for a while with phrases on their way to it.
        seed: Of the order and of every pause.
    """

    insertions: int = 20_000
    shows: int = 2_000
    in_search: int = 20
    switches: int = 200
    grabs: int = 400
    crashes: int = 40
    slow: int = 100
    seed: int = 1

    def steps(self) -> list[Step]:
        """All of it in a random order; bursts make up the number of insertions."""
        marked: dict[Step, int] = {
            "slow": self.slow,
            "grab": self.grabs,
            "show": self.shows,
            "switch": self.switches,
            "crash": self.crashes,
        }
        steps: list[Step] = [step for step, count in marked.items() for _ in range(count)]
        random.Random(self.seed).shuffle(steps)
        bursts = max(0, self.insertions // BURST - self.slow - self.grabs // BURST)
        return spread(steps, bursts)


def spread(steps: list[Step], bursts: int) -> list[Step]:
    """The steps with so many bursts evenly among them; a burst comes first."""
    mixed: list[Step] = []
    done = 0
    for number, step in enumerate(steps, 1):
        due = -(-bursts * number // max(1, len(steps)))
        mixed += ["burst"] * (due - done)
        done = max(done, due)
        mixed.append(step)
    return mixed + ["burst"] * (bursts - done)
