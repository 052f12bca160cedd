"""Where packs come from on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.packs.ids import is_id
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.platform.clock import SystemClock
from desktop.platform.paths import default_pack_dir, personal_paths
from desktop.services.packs import PackSource, Place
from desktop.store.files import CacheFolder, PackPlace

if TYPE_CHECKING:
    from desktop.services.subscriptions import HeldPacks, PackClient


def pack_source() -> PackSource:
    """Opens packs, with the cache of the agent who runs the program."""
    return PackSource(CacheFolder(personal_paths().cache), lambda: PLACEHOLDERS)


def pack_place(named: Path) -> Place:
    """Where the pack lies: a folder or file, or else the pack with that id that is followed."""
    if is_id(str(named)) and not named.exists() and personal_paths().subscriptions.is_dir():
        from desktop.services.held import followed

        return followed(held_packs(), str(named)) or PackPlace(named)
    return PackPlace(named)


def usual_pack() -> Path:
    """The pack to open when none is named: one that is followed before the one that comes along.

    A followed pack that cannot be opened is not replaced: prices would be those of another shop.
    """
    if personal_paths().subscriptions.is_dir():
        for subscription in held_packs().subscriptions():
            return Path(subscription.pack)
    return default_pack_dir()


def held_packs() -> HeldPacks:
    """The packs that this machine follows, without what it takes to look for newer ones."""
    from desktop.remote.client.shelves import Shelves

    return Shelves(personal_paths().subscriptions, SystemClock().now)


def pack_client() -> PackClient:
    """Follows packs; what verifies them takes a moment to load."""
    from desktop.remote.client.client import Client
    from desktop.remote.client.places import Places

    return Client(personal_paths().subscriptions, SystemClock().now, Places())
