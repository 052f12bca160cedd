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
    is_a_name = is_id(str(named)) and not named.exists()
    return (_followed().get(str(named)) if is_a_name else None) or PackPlace(named)


def usual_pack() -> Path:
    """The pack to open when none is named: one that is followed before the one that comes along.

    A followed pack that cannot be opened is not replaced: prices would be those of another shop.
    """
    return Path(next(iter(packs_there())))


def packs_there(named: Path | None = None) -> dict[str, Place]:
    """The packs to choose from, by keys: the one named, and those followed.

    The pack that comes along is there for those who have no other.
    """
    places = _followed()
    if named is not None:
        places = {str(named): pack_place(named), **places}
    return places or {str(default_pack_dir()): PackPlace(default_pack_dir())}


def _followed() -> dict[str, Place]:
    """By the pack's id."""
    held = FollowedPacks().held()
    if held is None:
        return {}
    from desktop.services.held import HeldPlace

    places: dict[str, Place] = {}
    for one in held.subscriptions():
        places.setdefault(one.pack, HeldPlace(held, one))
    return places


class FollowedPacks:
    """The packs that this machine follows; as for nearly everybody, none load nothing."""

    def held(self) -> HeldPacks | None:
        """What is here, without what it takes to look for newer ones; None if never any was."""
        folder = personal_paths().subscriptions
        if not folder.is_dir():
            return None
        from desktop.remote.client.shelves import Shelves

        return Shelves(folder, SystemClock().now)

    def client(self) -> PackClient:
        """Follows packs; what verifies them takes a moment to load."""
        from desktop.remote.client.client import Client
        from desktop.remote.client.places import Places

        return Client(personal_paths().subscriptions, SystemClock().now, Places())
