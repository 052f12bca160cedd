"""How a repository is laid out: names of files and roles, and for how long signatures hold.

Role and file names are lower-case ASCII, so that they mean the same on every file system.

    metadata/1.root.json  2.root.json …       the chain of roots, kept for ever
    metadata/timestamp.json                   the index: the one file that changes in place
    metadata/7.snapshot.json  3.targets.json  5.shop-dress.json
    packs/dress/<sha256>.pack                 what is signed
"""

from __future__ import annotations

from datetime import timedelta

from desktop.core.packs.ids import is_id

METADATA, PACKS = "metadata", "packs"
INDEX = f"{METADATA}/timestamp.json"
LOCK = f"{METADATA}/publishing.lock"
ROOT, TARGETS, SNAPSHOT, TIMESTAMP = "root", "targets", "snapshot", "timestamp"
SHOP = "shop-"
"""Prefix of a pack's role."""

TERMS = {
    ROOT: timedelta(days=3 * 365),
    TARGETS: timedelta(days=365),
    SNAPSHOT: timedelta(days=90),
    TIMESTAMP: timedelta(days=30),
}
"""For how long a signature holds; a pack's role holds as long as ``targets``."""
MOST_ROOT = 512_000
"""Bytes of a root."""
MOST_PACK = 64 * 1024 * 1024
"""Bytes of a pack."""
_ROLES = {ROOT, TARGETS, SNAPSHOT, TIMESTAMP, "online"}
_DEVICES = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps to itself. Source: learn.microsoft.com, "Naming Files, Paths"."""


def metadata_path(role: str, version: int) -> str:
    """Where a version of a role's metadata lies."""
    return f"{METADATA}/{version}.{role}.json"


def shop_role(pack: str) -> str:
    """The role that signs a pack."""
    return f"{SHOP}{pack}"


def target_name(pack: str) -> str:
    """The name a pack is signed under; all its editions have the same."""
    return f"{PACKS}/{pack}/pack"


def target_path(pack: str, sha256: str) -> str:
    """Where the bytes of an edition lie."""
    return f"{PACKS}/{pack}/{sha256}.pack"


def may_be_published(pack: str) -> bool:
    """Whether a pack's id can be a folder on every system, and is no role's name."""
    return is_id(pack) and pack not in _ROLES | _DEVICES
