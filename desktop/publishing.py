"""Where a supervisor's repositories come from on this machine; what signs is loaded when needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.packs import PackSource
from desktop.services.ports import Clock
from desktop.services.publish_desk import PublishDesk
from desktop.store.files import PackPlace

if TYPE_CHECKING:
    from desktop.services.repositories import Repositories


def repositories(folder: Path, clock: Clock) -> Repositories:
    """The repositories below a folder."""
    from desktop.remote.publisher.machine import PublishingMachine

    return PublishingMachine(folder, clock.now)


def publish_desk(packs: PackSource, folder: Path, clock: Clock) -> PublishDesk:
    """Publishing from the window."""

    def has_keys() -> bool:
        if not folder.is_dir():  # as for nearly everybody: nothing need be loaded
            return False
        from desktop.remote.publisher.known import has_keys

        return has_keys(folder)

    return PublishDesk(has_keys, lambda: repositories(folder, clock), packs, PackPlace)
