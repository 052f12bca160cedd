"""TUF's own client, with the habits this program cannot live with changed.

It makes ``root.json`` a link, which Windows, FAT and some network drives refuse; the link is for
starting without a root of one's own, which never happens here. Its files are renamed into place
without a second try, which virus scanners make necessary on Windows.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from desktop.remote.client.fetcher import Fetcher
from desktop.remote.disk import write_whole
from desktop.remote.layout import METADATA, MOST_ROOT, shop_role, target_name

_CONFIG = UpdaterConfig(root_max_length=MOST_ROOT, max_delegations=4)
"""A pack is two delegations away: more are not followed."""


class PackUpdater(Updater):
    """Looks one pack up.

    Raises:
        Exception: TUF's errors, those of the fetcher, and OSError.
    """

    def __init__(
        self, folder: Path, base: str, fetcher: Fetcher, root: bytes, now: datetime
    ) -> None:
        """``base`` is the repository's address; ``root`` its first root, ``now`` the clock."""
        super().__init__(
            str(folder),
            f"{base}/{METADATA}/",
            target_base_url=f"{base}/",
            fetcher=fetcher,
            config=_CONFIG,
            bootstrap=root,
        )
        self._trusted_set.reference_time = now

    def find(self, pack: str) -> TargetFile | None:
        """The pack's edition in force; None if the repository does not publish it."""
        return self.get_targetinfo(target_name(pack))

    @property
    def index(self) -> int:
        """Number of the index in force."""
        return self._trusted_set.timestamp.version

    def good_until(self, pack: str) -> datetime:
        """When the first of the roles that vouch for a pack runs out."""
        names = (Root.type, Timestamp.type, Snapshot.type, Targets.type, shop_role(pack))
        return min(self._trusted_set[name].expires for name in names)

    def _update_root_symlink(self) -> None:
        """No link."""

    def _persist_file(self, filename: str, data: bytes) -> None:
        """Writes what changed."""
        path = Path(filename)
        if not (path.is_file() and path.read_bytes() == data):
            write_whole(path, data)
