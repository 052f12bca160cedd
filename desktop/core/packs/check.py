"""Everything that is wrong with a pack, whether a team wrote it or it came in a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.core.packs.attached import Attached
from desktop.core.packs.model import Pack
from desktop.core.packs.reader import Draft, read_draft
from desktop.core.packs.review import review
from desktop.core.packs.sources import sources_of
from desktop.core.packs.tree import Node
from desktop.core.problems import InputError, Problem, errors


def check_files(
    files: Mapping[str, bytes | Node],
    known: Collection[str],
    attached: Mapping[str, Attached] | None = None,
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Reads a pack and looks at what it says.

    Args:
        files: File name to content, as they lie in the pack's folder, or read already.
        known: The placeholder names every pack may use.
        attached: Path to each picture and file beside them, such as ``pictures/size.png``.

    Returns:
        The pack, or None if there is any error; and all problems, file by file and line by line.
    """
    draft = read_draft(files, known, attached)
    problems = (*draft.problems, *review(draft))
    return None if errors(problems) else draft.pack, _in_order(problems, draft)


def read_built(
    pack: Pack, known: Collection[str], file: str, attached: Mapping[str, Attached]
) -> Draft:
    """Holds a pack that came in a file to the rules of form a team's own is held to.

    Placeholders that only a newer program knows pass: they are typed by the agent.

    Args:
        pack: The pack as it was loaded.
        known: The placeholder names every pack may use.
        file: The file's name for messages.
        attached: Path to each picture and file that came with it.

    Raises:
        InputError: It is none that the reader could have made.
    """
    used = {name for phrase in pack.library.phrases() for name in phrase.placeholders}
    try:
        sources = sources_of(pack)
    except InputError:
        raise
    except (ValueError, RecursionError):
        raise InputError(Problem("built_unsound", file=file)) from None
    draft = read_draft(sources, {*known, *used} - pack.placeholders.keys(), attached)
    if not draft.failed and draft.pack != pack:
        raise InputError(Problem("built_unsound", file=file))
    return draft


def check_built(
    pack: Pack, known: Collection[str], file: str, attached: Mapping[str, Attached]
) -> tuple[Problem, ...]:
    """Everything that is wrong with a pack that came in a file; arguments as ``read_built``."""
    try:
        draft = read_built(pack, known, file, attached)
    except InputError as error:
        return error.problems
    return _in_order((*draft.problems, *review(draft)), draft)


def _in_order(problems: tuple[Problem, ...], draft: Draft) -> tuple[Problem, ...]:
    place = {file: number for number, file in enumerate(draft.files)}
    return tuple(sorted(problems, key=lambda p: (place.get(p.file, len(place)), p.line)))
