"""What may be deleted: versions that nobody can be reading any more, and what the killed left."""

from __future__ import annotations

import re

from desktop.core.packs.edition import Edition
from desktop.remote.disk import PART
from desktop.remote.edition import from_target
from desktop.remote.layout import (
    METADATA,
    PACKS,
    SNAPSHOT,
    shop_role,
    target_name,
    target_path,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.state import State

KEPT = 10
"""Versions kept of everything but roots, which stay for ever."""
_VERSION = re.compile(rf"{METADATA}/([0-9]+)\.([a-z0-9-]+)\.json", re.ASCII)


def history(state: State, pack: str) -> tuple[Edition, ...]:
    """The editions that can still be read, newest first; the first is in force.

    What a killed publisher signed has the number of the edition that was published after it, and
    an older role: so the first of a number is the one that agents saw.
    """
    role = shop_role(pack)
    current = state.role(role).signed.version
    found: dict[int, Edition] = {}
    for version in range(current, max(0, current - KEPT), -1):
        older = state.older(role, version)
        target = older and older.signed.targets.get(target_name(pack))
        if target:
            edition = from_target(pack, target)
            found.setdefault(edition.version, edition)
    return tuple(found.values())


def prune(destination: Destination, state: State, pack: str) -> None:
    """Deletes what is older than the last versions, and what killed publishers of a pack left.

    An agent in the middle of an update still finds what it saw in the index.
    """
    snapshot = state.snapshot.signed
    newest = {name.removesuffix(".json"): meta.version for name, meta in snapshot.meta.items()}
    newest[SNAPSHOT] = snapshot.version
    for name, _ in destination.files(f"{METADATA}/"):
        found = _VERSION.fullmatch(name)
        if found and found[2] in newest:
            kept = newest[found[2]] - KEPT < int(found[1]) <= newest[found[2]]
        else:
            kept = not name.endswith(PART)
        if not kept:
            destination.delete(name)
    editions = {target_path(pack, edition.sha256) for edition in history(state, pack)}
    for name, _ in destination.files(f"{PACKS}/{pack}/"):
        if name not in editions:
            destination.delete(name)
