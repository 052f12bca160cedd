"""What would be published, in lines: window and command line say the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from desktop.services.comparing import DiffText
from desktop.services.publishing import Ready, Refused
from desktop.services.words import Words


def preview(found: Ready | Refused, words: Words) -> Iterator[str]:
    """All there is to know before publishing: problems, then what changes for agents."""
    yield from problem_lines(found, words)
    if isinstance(found, Ready) and not found.unchanged:
        yield heading(found, words)
        lines = DiffText(words).lines(found.diff) if found.diff else iter(())
        yield from islice(lines, 1, None)  # the numbers stand in the heading


def problem_lines(found: Ready | Refused, words: Words) -> Iterator[str]:
    """Errors, or warnings, a line each."""
    problems = found.problems if isinstance(found, Refused) else found.made.warnings
    for problem in problems:
        yield f"{words.text(f'cli.level.{problem.level}')} {words.problem(problem)}"


def heading(ready: Ready, words: Words) -> str:
    """From which edition to which, how much changes, and the size of what is shipped."""
    before, after = ready.steps
    pack, size = ready.made.pack, f"{len(ready.made.data) / 1000:,.1f}"
    if ready.diff:
        told = words.text("diff.none") if ready.diff.empty else ready.diff.summary
        return f"{pack.id}  v{before} → v{after}: {told}  ({size} kB)"
    if before:
        return words.text("repo.no_compare", pack=pack.id, before=before, after=after)
    count = sum(1 for _ in pack.library.phrases())
    return words.text("repo.first", pack=pack.id, count=count, size=size)
