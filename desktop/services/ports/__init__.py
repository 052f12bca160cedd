"""The world as the use cases see it: one small protocol a thing, adapters in the outer rooms.

Adapters need not inherit; ``app`` holds them against these protocols with the type checker.
"""

from __future__ import annotations

from desktop.services.ports.clipboard import Clipboard, Snapshot
from desktop.services.ports.errors import NotKeptError, PortError
from desktop.services.ports.files import NamedFiles, OwnFiles
from desktop.services.ports.jobs import Jobs
from desktop.services.ports.keyboard import Hotkeys, Keys, Typing
from desktop.services.ports.machine import Archive, Autostart, Backup
from desktop.services.ports.personal import KeptSettings, PersonalStore, Replies, Settings
from desktop.services.ports.time import Action, Clock, Scheduler
from desktop.services.ports.windows import Focus, Target, WindowBehaviour, WindowWatch

__all__ = [
    "Action",
    "Archive",
    "Autostart",
    "Backup",
    "Clipboard",
    "Clock",
    "Focus",
    "Hotkeys",
    "Jobs",
    "KeptSettings",
    "Keys",
    "NamedFiles",
    "NotKeptError",
    "OwnFiles",
    "PersonalStore",
    "PortError",
    "Replies",
    "Scheduler",
    "Settings",
    "Snapshot",
    "Target",
    "Typing",
    "WindowBehaviour",
    "WindowWatch",
]
