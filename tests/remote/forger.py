"""An attacker who holds the host, and perhaps keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from tests.remote.team import Team


class Forger:
    """Rewrites a repository in place."""

    def __init__(self, team: Team) -> None:
        self._place = team.place
        self._keys = dict(team.keys.signers)

    def read(self, name: str) -> Any:
        """The signed part of ``metadata/<name>.json``."""
        return deepcopy(Metadata.from_file(str(self._path(name))).signed)

    def write(self, name: str, signed: Any, *signers: CryptoSigner) -> bytes:
        """Signs it and puts it there."""
        metadata = Metadata(signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        data = metadata.to_bytes()
        self._path(name).write_bytes(data)
        return data

    def keys_of(self, role: str, above: Root | Targets | None = None) -> list[CryptoSigner]:
        """Stolen keys of a role."""
        above = above or self.root
        return [self._keys[key_id] for key_id in above.get_delegated_role(role).keyids]

    @property
    def root(self) -> Root:
        """The newest root."""
        paths = self._place.glob("metadata/*.root.json")
        newest = max(int(path.name.split(".")[0]) for path in paths)
        root: Root = self.read(f"{newest}.root")
        return root

    def index(
        self,
        snapshot: Snapshot | None = None,
        signers: Iterable[CryptoSigner] | None = None,
        change: Callable[[Timestamp], None] = lambda _: None,
    ) -> None:
        """Puts a snapshot in force with the stolen keys of daily work."""
        timestamp: Timestamp = self.read("timestamp")
        online = list(signers or self.keys_of("timestamp"))
        if snapshot is not None:
            data = self.write(f"{snapshot.version}.snapshot", snapshot, *online)
            timestamp.snapshot_meta = MetaFile.from_data(snapshot.version, data, ["sha256"])
        timestamp.version += 1
        change(timestamp)
        self.write("timestamp", timestamp, *online)

    def put_role(self, name: str, role: Targets, signers: Iterable[CryptoSigner]) -> None:
        """Puts a role in force, signed by whom one likes, with the stolen keys of daily work."""
        role.version += 1
        data = self.write(f"{role.version}.{name}", role, *signers)
        snapshot = self.snapshot
        snapshot.meta[f"{name}.json"] = MetaFile.from_data(role.version, data, ["sha256"])
        snapshot.version += 1
        self.index(snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot in force."""
        version = self.read("timestamp").snapshot_meta.version
        snapshot: Snapshot = self.read(f"{version}.snapshot")
        return snapshot

    def role(self, name: str) -> Targets:
        """The role in force."""
        role: Targets = self.read(f"{self.snapshot.meta[f'{name}.json'].version}.{name}")
        return role

    def _path(self, name: str) -> Path:
        return self._place / "metadata" / f"{name}.json"


def copy_of(team: Team, name: str) -> Path:
    """The repository as it is now."""
    return Path(shutil.copytree(team.place, team.folder / name))


def show(team: Team, copy: Path) -> None:
    """The host shows something that was copied before."""
    shutil.rmtree(team.place)
    shutil.copytree(copy, team.place)
