"""One publication: signs what changes and writes it in the order that shows nothing half done.

Packs and roles get names that nobody refers to yet; the snapshot refers to them, and the index,
replaced at last, to the snapshot. A publisher killed on the way leaves files without a reader,
whose version numbers the next one passes over: what was written once is never written again.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from tuf.api.metadata import Metadata, MetaFile, Root, Targets, Timestamp

from desktop.core.packs.edition import Edition
from desktop.remote.layout import (
    INDEX,
    PACKS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TERMS,
    TIMESTAMP,
    metadata_path,
    target_path,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.keys import Keys
from desktop.remote.publisher.lock import PublishLock
from desktop.remote.publisher.signing import Above, sign, vouch
from desktop.remote.publisher.state import State
from desktop.services.repository import RemoteError

_HASHES = ["sha256"]
_SIGN_SNAPSHOT_BEFORE = timedelta(days=30)


class Publication:
    """What is about to be published on top of a state.

    Attributes:
        state: What was in force when it began.
        index: Number of the index in force.
    """

    def __init__(
        self,
        destination: Destination,
        lock: PublishLock,
        state: State,
        keys: Keys,
        now: Callable[[], datetime],
    ) -> None:
        self.state = state
        self.index = state.timestamp.signed.version
        self._destination = destination
        self._lock = lock
        self._keys = keys
        self._now = now
        self._snapshot = deepcopy(state.snapshot.signed)
        self._top: dict[str, Metadata[Any]] = {}
        self._waiting: dict[str, bytes] = {}

    def pack(self, edition: Edition, data: bytes) -> None:
        """Adds the bytes of an edition."""
        self._waiting[target_path(edition.pack, edition.sha256)] = data

    def role(self, name: str, role: Targets, above: Above, *also: Above) -> None:
        """Signs a role anew, by the keys that the role above it names, and adds it.

        Raises:
            RemoteError: ``no_key``: too few of them are at hand.
        """
        role.version = self._free(name, role.version)
        role.expires = expiry(self._now(), TARGETS)
        metadata = sign(self._keys, name, role, above, *also)
        data = metadata.to_bytes()
        self._waiting[metadata_path(name, role.version)] = data
        self._snapshot.meta[f"{name}.json"] = MetaFile.from_data(role.version, data, _HASHES)
        if name == TARGETS:
            self._top[name] = metadata

    def commit(self, root: Metadata[Root] | None = None) -> None:
        """Puts everything in force, with a new root that has its signatures.

        What a new root no longer knows the keys of is signed anew, by the old keys as well if
        they are at hand: then agents with either root can read it at every moment.

        Raises:
            RemoteError: Keys are missing, another publisher took over, or the destination fails.
        """
        above = (root.signed, self.state.root) if root else (self.state.root,)
        if TARGETS not in self._top and not vouch(above[0], TARGETS, self.state.targets):
            self.role(TARGETS, deepcopy(self.state.targets.signed), *above)
        index = self._sign_index(*above) if self._index_is_due(above[0], root) else None
        known = all(vouch(self.state.root, name, signed) for name, signed in self._top.items())
        for name, data in self._waiting.items():
            self._write_new(name, data)
        self._lock.check()
        if root and not known:
            self._write_root(root)
        if index:
            self._destination.write(INDEX, index)
        if root and known:
            self._write_root(root)

    def _index_is_due(self, above: Root, root: Metadata[Root] | None) -> bool:
        if root is None or self._waiting:
            return True
        known = vouch(above, SNAPSHOT, self.state.snapshot)
        return not (known and vouch(above, TIMESTAMP, self.state.timestamp))

    def _sign_index(self, above: Root, *also: Root) -> bytes:
        meta = self.state.timestamp.signed.snapshot_meta
        if self._snapshot_is_due(above):
            meta = self._sign_snapshot(above, *also)
        self.index += 1
        expires = expiry(self._now(), TIMESTAMP)
        timestamp = Timestamp(version=self.index, expires=expires, snapshot_meta=meta)
        signed = sign(self._keys, TIMESTAMP, timestamp, above, *also)
        self._top[TIMESTAMP] = signed
        return signed.to_bytes()

    def _snapshot_is_due(self, above: Root) -> bool:
        ends = self.state.snapshot.signed.expires - _SIGN_SNAPSHOT_BEFORE
        known = vouch(above, SNAPSHOT, self.state.snapshot)
        return bool(self._waiting) or not known or self._now() >= ends

    def _sign_snapshot(self, above: Root, *also: Root) -> MetaFile:
        snapshot = self._snapshot
        snapshot.version = self._free(SNAPSHOT, snapshot.version)
        snapshot.expires = expiry(self._now(), SNAPSHOT)
        signed = sign(self._keys, SNAPSHOT, snapshot, above, *also)
        data = signed.to_bytes()
        self._top[SNAPSHOT] = signed
        self._waiting[metadata_path(SNAPSHOT, snapshot.version)] = data
        return MetaFile.from_data(snapshot.version, data, _HASHES)

    def _free(self, name: str, version: int) -> int:
        """The next version number under which nothing lies yet."""
        version += 1
        while self._destination.read(metadata_path(name, version)) is not None:
            version += 1
        return version

    def _write_root(self, root: Metadata[Root]) -> None:
        self._write_new(metadata_path(ROOT, root.signed.version), root.to_bytes())

    def _write_new(self, name: str, data: bytes) -> None:
        """Writes what nobody else may have written meanwhile; packs are named by their content."""
        if name.startswith(PACKS):
            self._destination.write(name, data)
        elif not self._destination.create(name, data):
            raise RemoteError("publishing", host="?")


def expiry(now: datetime, role: str) -> datetime:
    """When what a role signs now runs out."""
    return now.astimezone(UTC) + TERMS[role]
