"""Everything the window needs from the rest of the program, as one value that ``app`` fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from desktop.services.attachments import Attachments
from desktop.services.current_pack import CurrentPack
from desktop.services.docking.service import DockingService
from desktop.services.doctor import Check
from desktop.services.following import Following
from desktop.services.hotkeys import HotkeyService
from desktop.services.insertion import InsertionService
from desktop.services.library import LibraryService
from desktop.services.ports import (
    Archive,
    Autostart,
    Backup,
    Clipboard,
    Clock,
    Focus,
    Jobs,
    Settings,
    WindowBehaviour,
)
from desktop.services.publish_desk import PublishDesk
from desktop.services.reply_clock import ReplyClock
from desktop.services.typed_codes import TypedCodes
from desktop.services.words import Words


class Machine(Struct, frozen=True):
    """The program on this machine.

    Attributes:
        autostart: Starting with the agent's session.
        archive: The data folder and its backups.
        restore: Starts the program again with a backup in the place of the data; raises
            NotKeptError, and changes nothing, if what is there now cannot be backed up first.
        diagnose: Looks at what works, with words for what it names; any thread may call it.
    """

    autostart: Autostart
    archive: Archive
    restore: Callable[[Backup], None]
    diagnose: Callable[[Words], Sequence[Check]]


class WindowServices(Struct, frozen=True):
    """The window's doors to the world.

    Attributes:
        current: The pack the agent works with.
        following: The packs this machine follows.
        clock: The time.
        library: The phrases, and what the agent does to them.
        attachments: The pictures and files of phrases.
        insertion: Brings phrases into another program.
        reply_clock: How long the customer has waited.
        typed_codes: Looks out for codes that are typed, while switched on.
        focus: Which window of another program phrases go to.
        clipboard: For copying without pasting.
        windows: Focus and place of our own window.
        docking: Our window beside another program's.
        settings: Place, language, theme and what was said once.
        automatic_values: What fills itself in at this moment: shop, agent, greeting, date.
        hotkeys: The keys that work in every program.
        machine: The program on this machine.
        publishing: A supervisor's repositories.
        jobs: Runs what takes long beside the window.
        quit: Ends the program.
    """

    current: CurrentPack
    following: Following
    clock: Clock
    library: LibraryService
    attachments: Attachments
    insertion: InsertionService
    reply_clock: ReplyClock
    typed_codes: TypedCodes
    focus: Focus
    clipboard: Clipboard
    windows: WindowBehaviour
    docking: DockingService
    settings: Settings
    automatic_values: Callable[[], Mapping[str, str]]
    hotkeys: HotkeyService
    machine: Machine
    publishing: PublishDesk
    jobs: Jobs
    quit: Callable[[], None]
