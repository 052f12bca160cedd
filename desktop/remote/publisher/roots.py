"""Who may sign: changes of keys, and new roots that several people sign one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from desktop.remote.layout import ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from desktop.remote.publisher.keys import Keys, holder_of
from desktop.remote.publisher.signing import Above, sign_more, vouch
from desktop.services.repository import KeyChange, KeyMove, RemoteError, RootDraft

ONLINE = "online"
ROLES = {ROOT: (ROOT,), TARGETS: (TARGETS,), ONLINE: (SNAPSHOT, TIMESTAMP)}
"""The roles of a root that have keys in common, by the name people know them by."""
_BEFORE = "x-miaohui-before"


def change_role(above: Above, role: str, change: KeyChange, added: Sequence[CryptoSigner]) -> None:
    """Changes the keys of one role in the role above it.

    Raises:
        RemoteError: A key that is to go is not there, or too few would be left.
    """
    for signer in added:
        above.add_key(signer.public_key, role)
    for key_id in change.revoke:
        try:
            above.revoke_key(key_id, role)
        except ValueError:
            raise RemoteError("not_its_key", role=change.role, key=key_id) from None
    known = above.get_delegated_role(role)
    known.threshold = change.threshold or known.threshold
    if not 1 <= known.threshold <= len(known.keyids):
        raise RemoteError("too_few_keys", role=change.role, needed=str(known.threshold))


class Draft:
    """A new root on its way to enough signatures.

    It carries the keys of the root before it outside of what is signed: those that no longer
    count in the new one have to sign, too.
    """

    def __init__(self, metadata: Metadata[Root], before: Root) -> None:
        self.root = metadata
        self._before = before

    @classmethod
    def begin(cls, root: Root, before: Root) -> Draft:
        """A draft without signatures."""
        return cls(Metadata(root), before)

    @classmethod
    def read(cls, data: bytes) -> Draft:
        """Reads a draft.

        Raises:
            RemoteError: ``not_a_draft``.
        """
        try:
            metadata: Metadata[Any] = Metadata.from_bytes(data)
            before = Root.from_dict(metadata.unrecognized_fields.pop(_BEFORE))
            if isinstance(metadata.signed, Root):
                return cls(metadata, before)
        except (RepositoryError, ValueError, KeyError, TypeError, AttributeError):
            pass
        raise RemoteError("not_a_draft")

    def sign(self, keys: Keys) -> None:
        """Adds the signatures of keys at hand that it needs."""
        for root in (self._before, self.root.signed):
            sign_more(keys, ROOT, self.root, root)

    @property
    def missing(self) -> int:
        """Signatures it needs still, at the least."""
        old, new = (vouch(root, ROOT, self.root) for root in (self._before, self.root.signed))
        shared = len(old.unsigned.keys() & new.unsigned.keys())
        return old.missing + new.missing - min(shared, old.missing, new.missing)

    def told(self) -> RootDraft:
        """The draft as a value."""
        fields = {_BEFORE: self._before.to_dict()}
        metadata = Metadata(self.root.signed, self.root.signatures, fields)
        thresholds = tuple(
            (role, self.root.signed.roles[parts[0]].threshold)
            for role, parts in ROLES.items()
            if self.root.signed.roles[parts[0]].threshold != self._before.roles[parts[0]].threshold
        )
        return RootDraft(metadata.to_bytes(), self.missing, tuple(self._moves()), thresholds)

    def _moves(self) -> Iterator[KeyMove]:
        """Keys that come to a role or go, every part of a role looked at."""
        for role, parts in ROLES.items():
            old, new = (_keys(root, parts) for root in (self._before, self.root.signed))
            for root, ids in ((self._before, old - new), (self.root.signed, new - old)):
                for key_id in sorted(ids):
                    holder = holder_of(root.keys[key_id])
                    yield KeyMove(role, key_id, holder, key_id in new)


def _keys(root: Root, parts: Sequence[str]) -> set[str]:
    return {key_id for part in parts for key_id in root.roles[part].keyids}
