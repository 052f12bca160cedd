"""What there is: roles, keys, terms and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuf.api.metadata import Metadata

from desktop.remote.edition import from_target
from desktop.remote.layout import (
    METADATA,
    PACKS,
    ROOT,
    SHOP,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    target_name,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.keys import Keys, holder_of
from desktop.remote.publisher.signing import Above, vouch
from desktop.remote.publisher.state import State
from desktop.services.repository import KeyStatus, RepositoryStatus, RoleStatus


def status_of(
    state: State, repository: str, destination: Destination, keys: Keys
) -> RepositoryStatus:
    """The whole repository."""
    sizes = [size for top in (METADATA, PACKS) for _, size in destination.files(f"{top}/")]
    return RepositoryStatus(repository, tuple(_roles(state, keys)), len(sizes), sum(sizes))


def _roles(state: State, keys: Keys) -> Iterator[RoleStatus]:
    top: dict[str, Metadata[Any]] = {
        ROOT: state.roots[-1],
        TARGETS: state.targets,
        SNAPSHOT: state.snapshot,
        TIMESTAMP: state.timestamp,
    }
    for name, metadata in top.items():
        yield _role(name, metadata, state.root, state, keys)
    delegations = state.targets.signed.delegations
    for name in (delegations and delegations.roles) or ():
        yield _role(name, state.role(name), state.targets.signed, state, keys)


def _role(name: str, metadata: Metadata[Any], above: Above, state: State, keys: Keys) -> RoleStatus:
    known = vouch(above, name, metadata)
    held = tuple(
        KeyStatus(
            id=key_id,
            name=holder_of(key),
            signed=key_id in known.signed,
            at_hand=keys.has(key_id),
        )
        for key_id, key in sorted({**known.signed, **known.unsigned}.items())
    )
    pack = name.removeprefix(SHOP)
    target = metadata.signed.targets.get(target_name(pack)) if name.startswith(SHOP) else None
    return RoleStatus(
        name=pack,
        version=metadata.signed.version,
        expires_at=metadata.signed.expires,
        threshold=known.threshold,
        keys=held,
        size=state.sizes[name],
        edition=from_target(pack, target) if target else None,
    )
