"""Publishing a pack: it is checked, compared with what agents have, and put in force.

Window and command line go the same way.
"""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from desktop.core.packs.diff import PackDiff, pack_diff
from desktop.core.packs.edition import Edition
from desktop.core.packs.model import Pack
from desktop.core.problems import InputError, Problem
from desktop.services.packs import Made, PackSource, Place
from desktop.services.repository import PackPublisher, RemoteError


class Refused(Struct, frozen=True):
    """The pack has errors; ``problems`` has the warnings, too."""

    problems: tuple[Problem, ...]


class Ready(Struct, frozen=True):
    """What would be published.

    Attributes:
        made: The pack as it is shipped, with its warnings.
        in_force: The edition that agents have; None before the first.
        diff: What would change for them; None for a first edition, and when what is in force
            cannot be read by this program.
        note: What the pack's own notes say of it.
    """

    made: Made
    in_force: Edition | None
    diff: PackDiff | None
    note: str

    @property
    def unchanged(self) -> bool:
        """Whether agents have exactly this."""
        if self.in_force is None:
            return False
        return self.in_force.sha256 == sha256(self.made.data).hexdigest()

    @property
    def steps(self) -> tuple[int, int]:
        """From which edition to which; 0 before the first."""
        before = self.in_force.version if self.in_force else 0
        return before, before + 1


def prepare(packs: PackSource, place: Place, publisher: PackPublisher) -> Ready | Refused:
    """Looks at a pack with the same code as agents, and at what they have now.

    Args:
        packs: Checks and builds.
        place: Where the team's pack lies.
        publisher: The repository.

    Raises:
        InputError: The pack cannot be read at all, or is too large to be shipped.
        RemoteError: The repository cannot be read, or has no place for this pack.
    """
    problems = packs.check(place)
    if any(problem.level == "error" for problem in problems):
        return Refused(problems)
    made = packs.build(place)
    in_force = next(iter(publisher.history(made.pack.id)), None)
    before = _read(packs, publisher, in_force) if in_force else None
    diff = pack_diff(before, made.pack) if before else None
    return Ready(made, in_force, diff, _note(made.pack, diff))


def publish(ready: Ready, note: str, publisher: PackPublisher) -> Edition:
    """Puts in force what was prepared.

    Raises:
        InputError: The note is too long.
        RemoteError: ``other_meanwhile``: agents have got another edition since it was prepared;
            or anything a publisher says.
    """
    pack = ready.made.pack.id
    if next(iter(publisher.history(pack)), None) != ready.in_force:
        raise RemoteError("other_meanwhile", pack=pack)
    return publisher.publish(pack, ready.made.data, note)


def _note(pack: Pack, diff: PackDiff | None) -> str:
    """The notes of all versions that are new to agents, newest first."""
    notes = diff.notes if diff else [n for n in pack.notes if n.version == pack.version]
    return "\n".join(note.text for note in notes)


def _read(packs: PackSource, publisher: PackPublisher, edition: Edition) -> Pack | None:
    """What agents have; None if this program cannot read it: that must not stop a better one."""
    try:
        return packs.pack(_Place(_Published(edition, publisher.read(edition))))
    except InputError:
        return None


class _Published:
    """A published pack as a file."""

    def __init__(self, edition: Edition, data: bytes) -> None:
        self.name = f"{edition.pack}-{edition.version}.mhp"
        self._data = data

    def size(self) -> int:
        return len(self._data)

    def read(self, start: int, length: int) -> bytes:
        return self._data[start : start + length]


class _Place:
    """Where it lies."""

    def __init__(self, blob: _Published) -> None:
        self._blob = blob

    def read(self) -> _Published:
        return self._blob
