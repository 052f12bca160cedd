"""What a destination holds, every part verified by the one that vouches for it.

A host is not trusted by publishers either: what is signed next builds on what was read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from desktop.remote.layout import (
    INDEX,
    ROOT,
    SHOP,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    metadata_path,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.signing import Above, vouch
from desktop.services.repository import RemoteError


class State:
    """The repository as its index says.

    Raises:
        RemoteError: There is none, it is another one, it lacks a part, or it was tampered with.
    """

    def __init__(self, destination: Destination, repository: str) -> None:
        self._destination = destination
        self.sizes: dict[str, int] = {}
        """Role to the bytes of its file, for the roles read so far."""
        self.roots = tuple(self._chain(repository))
        # A publisher killed while it changed keys leaves a root that is newer than the rest.
        above = [metadata.signed for metadata in self.roots[:-3:-1]]
        self.timestamp: Metadata[Timestamp] = self._read(TIMESTAMP, INDEX, above)
        meta = self.timestamp.signed.snapshot_meta
        path = metadata_path(SNAPSHOT, meta.version)
        self.snapshot: Metadata[Snapshot] = self._read(SNAPSHOT, path, above, meta)
        self.targets = self._role(TARGETS, above)

    @property
    def root(self) -> Root:
        """The root in force."""
        return self.roots[-1].signed

    def role(self, name: str) -> Metadata[Targets]:
        """The metadata of a delegated role.

        Raises:
            RemoteError: There is no such role, or it was tampered with.
        """
        return self._role(name, [self.targets.signed])

    def older(self, name: str, version: int) -> Metadata[Targets] | None:
        """An older version of a delegated role; None if there is none that its keys signed."""
        path = metadata_path(name, version)
        data = self._destination.read(path)
        try:
            return None if data is None else parsed(data, name, path, [self.targets.signed])
        except RemoteError:
            return None

    def _chain(self, repository: str) -> Iterator[Metadata[Root]]:
        data = self._destination.read(metadata_path(ROOT, 1))
        if data is None:
            raise RemoteError("no_repository")
        if hashlib.sha256(data).hexdigest() != repository:
            raise RemoteError("wrong_root")
        version, last = 1, None
        while data is not None:
            path = metadata_path(ROOT, version)
            root: Metadata[Root] = parsed(data, ROOT, path, [last] if last else [])
            if root.signed.version != version or not vouch(root.signed, ROOT, root):
                raise RemoteError("tampered_file", name=path)
            self.sizes[ROOT] = len(data)
            yield root
            version, last = version + 1, root.signed
            data = self._destination.read(metadata_path(ROOT, version))

    def _role(self, name: str, above: Sequence[Above]) -> Metadata[Targets]:
        meta = self.snapshot.signed.meta.get(f"{name}.json")
        if meta is None:
            raise RemoteError("unknown_role", role=name.removeprefix(SHOP))
        path = metadata_path(name, meta.version)
        role: Metadata[Targets] = self._read(name, path, above, meta)
        return role

    def _read(
        self, name: str, path: str, above: Sequence[Above], meta: MetaFile | None = None
    ) -> Metadata[Any]:
        data = self._destination.read(path)
        if data is None:
            raise RemoteError("incomplete", name=path)
        self.sizes[name] = len(data)
        return parsed(data, name, path, above, meta)


def parsed(
    data: bytes,
    name: str,
    path: str,
    above: Sequence[Above],
    meta: MetaFile | None = None,
) -> Metadata[Any]:
    """Metadata from bytes that one of the roles above vouches for.

    Raises:
        RemoteError: ``tampered_file``: none of them does.
    """
    try:
        if meta is not None:
            meta.verify_length_and_hashes(data)
        found: Metadata[Any] = Metadata.from_bytes(data)
        right = found.signed.type == (Targets.type if name.startswith(SHOP) else name)
        if right and any(vouch(role, name, found) for role in above or [found.signed]):
            return found
    except (RepositoryError, ValueError):
        pass
    raise RemoteError("tampered_file", name=path)
