"""What is wrong with a pack, whether a team wrote it or it came in a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.core.packs.attached import Attached
from desktop.core.packs.model import Pack
from desktop.core.packs.reader import read_pack
from desktop.core.packs.sources import sources_of
from desktop.core.problems import InputError, Problem


def check_built(
    pack: Pack, known: Collection[str], file: str, attached: Mapping[str, Attached]
) -> tuple[Problem, ...]:
    """Holds a pack that came in a file to the rules a team's own is held to.

    Placeholders that only a newer program knows pass: they are typed by the agent.

    Args:
        pack: The pack as it was loaded.
        known: The placeholder names every pack may use.
        file: The file's name for messages.
        attached: Path to each picture and file that came with it.
    """
    used = {name for phrase in pack.library.phrases() for name in phrase.placeholders}
    try:
        names = {*known, *used} - pack.placeholders.keys()
        again, problems = read_pack(sources_of(pack), names, attached)
    except InputError as error:
        return error.problems
    if again is not None and again != pack:
        return (Problem("built_unsound", file=file),)
    return problems
