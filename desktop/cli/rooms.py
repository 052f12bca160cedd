"""What the command line needs from the rest of the program, as one value that ``app`` fills."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.services.doctor import Check
from desktop.services.packs import PackSource, Place
from desktop.services.ports import Clock
from desktop.services.repositories import Repositories
from desktop.services.subscriptions import PackClient
from desktop.services.words import Words


class Rooms(Struct, frozen=True):
    """The command line's doors.

    Attributes:
        words: In the system's language.
        version: Tells the program's version.
        packs: Opens packs.
        place: Where a pack lies, by the path of its folder or file, or by the id of one followed.
        client: Follows packs.
        save: Writes a file whole or not at all; raises InputError where it cannot.
        default_pack: The pack to use when none is named.
        clock: The time.
        agent: What the agent calls themselves; empty if not set.
        copy: Puts a text on the clipboard; raises InputError where there is none.
        repositories: The repositories that this machine publishes to.
        diagnose: Looks at this machine.
        open_window: Opens the window with a pack; returns the exit status when it is closed.
    """

    words: Words
    version: Callable[[], str]
    packs: PackSource
    place: Callable[[Path], Place]
    client: Callable[[], PackClient]
    save: Callable[[Path, bytes], None]
    default_pack: Path
    clock: Clock
    agent: Callable[[], str]
    copy: Callable[[str], None]
    repositories: Callable[[], Repositories]
    diagnose: Callable[[], tuple[Check, ...]]
    open_window: Callable[[Path], int]

    def pack_place(self, path: str | None) -> Place:
        """Where the pack lies that was named, or the default pack."""
        return self.place(Path(path) if path else self.default_pack)
