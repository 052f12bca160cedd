"""What is wrong with an input, as a value: where it stands and a code that has words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

Level = Literal["error", "warning"]


class Problem(Struct, frozen=True):
    """One thing wrong at one place.

    Attributes:
        code: What is wrong, e.g. ``not_yuan``; its words are in ``services/words``.
        where: The field, as a path: ``lines[0].unit_price``; empty for the whole input.
        values: What the words fill in, e.g. the offending text under ``got``.
        file: Name of the file, relative to what was asked for; empty if there is none.
        line: Line in the file from 1; 0 for none.
        level: Whether it stops what was asked for.
    """

    code: str
    where: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    level: Level = "error"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop what was asked for."""
    return tuple(problem for problem in problems if problem.level == "error")


class InputError(ValueError):
    """Input from outside that cannot be used; ``problems`` says all that was found, never empty."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.where}: {p.code}" for p in problems))
        self.problems = problems


_SHOWN = 60


def shown(got: object) -> str:
    """An offending value as it may stand in a one-line message: escaped, at most 60 characters."""
    text = str(got)
    text = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
