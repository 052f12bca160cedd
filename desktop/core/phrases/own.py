"""What a phrase that an agent writes must be."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from desktop.core.phrases.model import MOST_PARTS, Part, Phrase, is_code, joined
from desktop.core.phrases.templates import check
from desktop.core.problems import Problem, shown


def check_own(draft: Phrase, names: Collection[str]) -> tuple[Problem, ...]:
    """Everything wrong with a draft, but for what other phrases have to say.

    Args:
        draft: The phrase.
        names: The placeholders there are.

    Returns:
        Problems whose ``where`` is ``title``, ``code``, ``text`` or, in a phrase of several parts,
        ``parts`` or ``parts[n]``.
    """
    return tuple(_problems(draft, names))


def of_parts(phrase: Phrase, parts: tuple[Part, ...]) -> Phrase:
    """The phrase with these parts in the place of its own; one text alone is its text."""
    text = joined(parts)
    return replace(phrase, text=text, parts=() if parts == (text,) else parts)


def _problems(draft: Phrase, names: Collection[str]) -> Iterator[Problem]:
    if not draft.title:
        yield Problem("empty", "title")
    for number, part in enumerate(draft.in_parts()):
        where = f"parts[{number}]" if draft.parts else "text"
        if isinstance(part, str):
            if not part:
                yield Problem("empty", where)
            yield from (replace(problem, where=where) for problem in check(part, names))
    if len(draft.parts) > MOST_PARTS:
        values = {"got": str(len(draft.parts)), "most": str(MOST_PARTS)}
        yield Problem("too_many_parts", "parts", values)
    if draft.code and not is_code(draft.code):
        yield Problem("not_a_code", "code", {"got": shown(draft.code)})
