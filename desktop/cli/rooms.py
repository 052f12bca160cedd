"""What the command line needs from the rest of the program, as one value that ``app`` fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.services.doctor import Check
from desktop.services.packs import Folder, PackSource
from desktop.services.ports import Clock
from desktop.services.words import Words


@dataclass(frozen=True, slots=True)
class Rooms:
    """The command line's doors.

    Attributes:
        words: In the system's language.
        version: Tells the program's version.
        packs: Opens packs.
        folder: A pack's folder by its path.
        default_pack: The pack to use when none is named.
        clock: The time.
        agent: What the agent calls themselves; empty if not set.
        copy: Puts a text on the clipboard; raises InputError where there is none.
        diagnose: Looks at this machine.
        open_window: Opens the window with a pack; returns the exit status when it is closed.
    """

    words: Words
    version: Callable[[], str]
    packs: PackSource
    folder: Callable[[Path], Folder]
    default_pack: Path
    clock: Clock
    agent: Callable[[], str]
    copy: Callable[[str], None]
    diagnose: Callable[[], tuple[Check, ...]]
    open_window: Callable[[Path], int]

    def pack_folder(self, path: str | None) -> Folder:
        """The folder of the pack that was named, or of the default pack."""
        return self.folder(Path(path) if path else self.default_pack)
