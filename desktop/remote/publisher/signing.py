"""Signatures: which keys a role needs, and which of them are at hand."""

from __future__ import annotations

from typing import Any, TypeVar

from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp, VerificationResult

from desktop.remote.layout import SHOP
from desktop.remote.publisher.keys import Keys
from desktop.services.repository import RemoteError

Above = Root | Targets
"""A role that says whose signatures the roles below it need."""
S = TypeVar("S", Root, Snapshot, Targets, Timestamp)


def vouch(above: Above, name: str, metadata: Metadata[Any]) -> VerificationResult:
    """Whose signatures of a named role hold, in the eyes of the role above; true if enough do.

    Raises:
        ValueError: The role above knows no role of that name.
    """
    return above.get_verification_result(name, metadata.signed_bytes, metadata.signatures)


def sign(keys: Keys, name: str, signed: S, above: Above, *also: Above) -> Metadata[S]:
    """Signs a role so that the role above it is content, and if possible others, too.

    Raises:
        RemoteError: ``no_key``: too few keys are at hand.
    """
    metadata = Metadata(signed)
    for role in (above, *also):
        sign_more(keys, name, metadata, role)
    missing = vouch(above, name, metadata).missing
    if missing:
        raise RemoteError("no_key", role=name.removeprefix(SHOP), missing=str(missing))
    return metadata


def sign_more(keys: Keys, name: str, metadata: Metadata[Any], above: Above) -> None:
    """Adds signatures of keys at hand until the role above is content or there are no more."""
    found = vouch(above, name, metadata)
    missing = found.missing
    for key_id, public in found.unsigned.items():
        if missing and isinstance(public, SSlibKey) and keys.has(key_id):
            metadata.sign(keys.signer(public), append=True)
            missing -= 1
