"""What a signed target says of a pack, as both sides write and read it."""

from __future__ import annotations

from msgspec import to_builtins
from tuf.api.metadata import TargetFile

from desktop.core.packs.edition import Edition, read_edition
from desktop.remote.layout import target_name
from desktop.services.repository import RemoteError

_CUSTOM = ("version", "note", "published_at")
_SHA256 = "sha256"


def as_target(edition: Edition) -> TargetFile:
    """The edition as it is signed: length and hash where TUF looks for them, the rest beside."""
    fields = to_builtins(edition)
    custom = {"custom": {name: fields[name] for name in _CUSTOM}}
    hashes = {_SHA256: edition.sha256}
    return TargetFile(edition.length, hashes, target_name(edition.pack), custom)


def from_target(pack: str, target: TargetFile) -> Edition:
    """The edition that a verified target describes.

    Raises:
        RemoteError: ``not_ours``: whoever signed it did not use this program.
    """
    custom = target.custom if isinstance(target.custom, dict) else {}
    signed = {"pack": pack, "length": target.length, "sha256": target.hashes.get(_SHA256)}
    try:
        return read_edition({**custom, **signed})
    except ValueError:
        raise RemoteError("not_ours", name=target.path) from None
