"""One look at one place: what it has in force, verified, and its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from tuf.api.metadata import TargetFile

from desktop.core.packs.edition import Edition
from desktop.core.packs.invitation import is_web
from desktop.remote.client.fetcher import Fetcher
from desktop.remote.client.folder import BASE
from desktop.remote.client.updater import PackUpdater
from desktop.remote.edition import from_target
from desktop.remote.layout import MOST_PACK, MOST_ROOT, ROOT, metadata_path, target_path
from desktop.services.repository import RemoteError


class Found(Struct, frozen=True):
    """What a repository has in force for a pack.

    Attributes:
        edition: As it was signed.
        target: The same as TUF has it.
        good_until: When the first of the signatures runs out.
        index: Number of the index that led there.
    """

    edition: Edition
    target: TargetFile
    good_until: datetime
    index: int


def fetch_root(place: str, fetcher: Fetcher, sha256: str) -> bytes:
    """The first root, if it is the one with that hash.

    Raises:
        Exception: What ``faults.told`` knows.
    """
    root = fetcher.download_bytes(f"{_base(place)}/{metadata_path(ROOT, 1)}", MOST_ROOT)
    if hashlib.sha256(root).hexdigest() != sha256:
        raise RemoteError("wrong_root")
    return root


def look(
    place: str, fetcher: Fetcher, pack: str, metadata: Path, root: bytes, now: datetime
) -> Found:
    """Finds the edition in force and verifies everything that leads to it.

    Raises:
        Exception: What ``faults.told`` knows.
    """
    updater = PackUpdater(metadata, _base(place), fetcher, root, now)
    target = updater.find(pack)
    if target is None:
        raise RemoteError("no_pack", pack=pack)
    edition = from_target(pack, target)
    if edition.length > MOST_PACK:
        raise RemoteError("pack_too_large", most=str(MOST_PACK // 2**20))
    return Found(edition, target, updater.good_until(pack), updater.index)


def fetch_pack(
    place: str, fetcher: Fetcher, found: Found, progress: Callable[[int, int], None]
) -> bytes:
    """The bytes of an edition, verified.

    Raises:
        Exception: What ``faults.told`` knows.
    """
    edition, came = found.edition, 0

    def count(size: int) -> None:
        nonlocal came
        came += size
        progress(min(came, edition.length), edition.length)

    fetcher.came = count
    name = target_path(edition.pack, edition.sha256)
    data = fetcher.download_bytes(f"{_base(place)}/{name}", edition.length)
    found.target.verify_length_and_hashes(data)
    return data


def _base(place: str) -> str:
    return place.rstrip("/") if is_web(place) else BASE
