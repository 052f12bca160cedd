"""Copies of a repository: for a stick, a second host, a branch without a network."""

from __future__ import annotations

from desktop.remote.edition import from_target
from desktop.remote.layout import (
    INDEX,
    ROOT,
    SHOP,
    SNAPSHOT,
    metadata_path,
    target_name,
    target_path,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.state import State
from desktop.services.repository import RemoteError


def export(state: State, source: Destination, copy: Destination) -> int:
    """Copies what agents need, in the order that shows nothing half done.

    Returns:
        How many files were written; those that are there already never change.

    Raises:
        RemoteError: A file cannot be read or written, or was tampered with.
    """
    written = 0
    for name in _names(state):
        if copy.read(name) is not None:
            continue
        copy.write(name, _read(source, name))
        written += 1
    index = _read(source, INDEX)
    if copy.read(INDEX) != index:
        copy.write(INDEX, index)
        written += 1
    return written


def _names(state: State) -> list[str]:
    snapshot = state.snapshot.signed
    names = []
    for file, meta in snapshot.meta.items():
        role = file.removesuffix(".json")
        if role.startswith(SHOP):
            pack = role.removeprefix(SHOP)
            target = state.role(role).signed.targets.get(target_name(pack))
            if target:
                names.append(target_path(pack, from_target(pack, target).sha256))
        names.append(metadata_path(role, meta.version))
    roots = (metadata_path(ROOT, root.signed.version) for root in state.roots)
    return [*names, metadata_path(SNAPSHOT, snapshot.version), *roots]


def _read(source: Destination, name: str) -> bytes:
    data = source.read(name)
    if data is None:
        raise RemoteError("incomplete", name=name)
    return data
