"""What would be published, in lines: window and command line say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.core.problems import Problem
from desktop.services.comparing import DiffText
from desktop.services.publishing import Ready, Refused
from desktop.services.words import Words


def preview(found: Ready | Refused, words: Words) -> Iterator[str]:
    """All there is to know before publishing: problems, then what changes for agents."""
    if isinstance(found, Refused):
        yield from _problems(found.problems, words)
        return
    yield from _problems(found.made.warnings, words)
    if not found.unchanged:
        yield from _changes(found, words)


def _changes(ready: Ready, words: Words) -> Iterator[str]:
    before, after = ready.steps
    pack, size = ready.made.pack, f"{len(ready.made.data) / 1000:,.1f}"
    if ready.diff:
        lines = DiffText(words).lines(ready.diff)
        yield f"{pack.id}  v{before} → v{after}: {next(lines)}  ({size} kB)"
        yield from lines
    elif before:
        yield words.text("repo.no_compare", pack=pack.id, before=before, after=after)
    else:
        count = sum(1 for _ in pack.library.phrases())
        yield words.text("repo.first", pack=pack.id, count=count, size=size)


def _problems(problems: Iterable[Problem], words: Words) -> Iterator[str]:
    for problem in problems:
        yield f"{words.text(f'cli.level.{problem.level}')} {words.problem(problem)}"
