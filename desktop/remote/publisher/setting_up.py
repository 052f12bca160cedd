"""The beginning of a repository: its first keys, its first root, and places for packs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    MetaFile,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from desktop.remote.layout import (
    INDEX,
    PACKS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    metadata_path,
    shop_role,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.keys import Keys, new_key
from desktop.remote.publisher.lock import PublishLock
from desktop.remote.publisher.publication import expiry
from desktop.remote.publisher.roots import ONLINE, ROLES
from desktop.remote.publisher.signing import sign
from desktop.services.repository import RemoteError


def set_up(
    home: Home,
    destination: Destination,
    keys: Keys,
    now: Callable[[], datetime],
    holders: Sequence[str],
    threshold: int,
) -> None:
    """Makes a repository without packs where there is none.

    Args:
        home: Where this machine remembers it.
        destination: Where it is published.
        keys: Where its keys are kept.
        now: The wall clock.
        holders: Who gets a key of the root; the first holds the keys of daily work, too.
        threshold: How many of them a new root needs.

    Raises:
        RemoteError: There is one already, keys would lie beside the packs, the threshold cannot
            be met, or the destination fails.
    """
    if not 1 <= threshold <= len(holders):
        raise RemoteError("too_few_keys", role=ROOT, needed=str(threshold))
    if destination.holds(keys):
        raise RemoteError("keys_beside_packs")
    with home.alone():
        _refuse_another(destination)
        root = _first_root(keys, holders, threshold)
        files = _signed(root, keys, now())
        home.begin(hashlib.sha256(files[metadata_path(ROOT, 1)]).hexdigest())
        with PublishLock(destination, home.remembered().machine, now):
            _refuse_another(destination)
            for name, data in files.items():
                destination.write(name, data)


def open_place(pack: str, targets: Targets) -> Targets:
    """Adds a role that signs one pack and nothing else; its keys are added next.

    Returns:
        What the new role signs: nothing yet.

    Raises:
        RemoteError: ``pack_there``: it has one.
    """
    if targets.delegations is None:
        targets.delegations = Delegations({}, {})
    roles = targets.delegations.roles
    assert roles is not None
    name = shop_role(pack)
    if name in roles:
        raise RemoteError("pack_there", pack=pack)
    roles[name] = DelegatedRole(name, [], 1, terminating=True, paths=[f"{PACKS}/{pack}/*"])
    empty = Targets()
    empty.version = 0  # its first signature makes it 1
    return empty


def _refuse_another(destination: Destination) -> None:
    if destination.read(metadata_path(ROOT, 1)) is not None:
        raise RemoteError("repository_there")


def _first_root(keys: Keys, holders: Sequence[str], threshold: int) -> Root:
    root = Root()
    first = holders[0]
    for label, names in ((ROOT, holders), (TARGETS, [first]), (ONLINE, [first])):
        for holder in names:
            signer = new_key(holder)
            keys.keep(label, signer)
            for role in ROLES[label]:
                root.add_key(signer.public_key, role)
    root.roles[ROOT].threshold = threshold
    return root


def _signed(root: Root, keys: Keys, now: datetime) -> dict[str, bytes]:
    """The first files, the root last: what has no root is no repository yet."""
    root.expires = expiry(now, ROOT)
    targets = sign(keys, TARGETS, Targets(expires=expiry(now, TARGETS)), root).to_bytes()
    meta = {f"{TARGETS}.json": MetaFile.from_data(1, targets, ["sha256"])}
    snapshot = sign(
        keys, SNAPSHOT, Snapshot(expires=expiry(now, SNAPSHOT), meta=meta), root
    ).to_bytes()
    index = Timestamp(
        expires=expiry(now, TIMESTAMP), snapshot_meta=MetaFile.from_data(1, snapshot, ["sha256"])
    )
    return {
        metadata_path(TARGETS, 1): targets,
        metadata_path(SNAPSHOT, 1): snapshot,
        INDEX: sign(keys, TIMESTAMP, index, root).to_bytes(),
        metadata_path(ROOT, 1): sign(keys, ROOT, root, root).to_bytes(),
    }
