"""Private keys: Ed25519, in files behind a passphrase or with the system; not beside packs."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from desktop.services.repository import SHOWN_ID, RemoteError

NAME = "x-miaohui-name"
"""Who holds a key, in its public half; signed with the rest."""


class Keys(Protocol):
    """Where private keys are kept; each call may raise RemoteError."""

    def has(self, key_id: str) -> bool:
        """Whether the key is here; nobody is asked for a passphrase."""
        ...

    def signer(self, public: SSlibKey) -> CryptoSigner:
        """The private half of a key that is here."""
        ...

    def keep(self, role: str, signer: CryptoSigner) -> None:
        """Keeps a new key of a role."""
        ...

    def inside(self, folder: Path) -> bool:
        """Whether keys are kept in this folder or below it."""
        ...


def new_key(holder: str) -> CryptoSigner:
    """A new key in the name of its holder."""
    private = Ed25519PrivateKey.generate()
    public = SSlibKey.from_crypto(private.public_key())
    public.unrecognized_fields[NAME] = holder
    return CryptoSigner(private, public)


class KeyRings:
    """Several places with keys; new ones go to the first."""

    def __init__(self, first: Keys, *more: Keys) -> None:
        self._all = (first, *more)

    def has(self, key_id: str) -> bool:
        """Whether the key is in any of them."""
        return any(keys.has(key_id) for keys in self._all)

    def signer(self, public: SSlibKey) -> CryptoSigner:
        """The private half of a key."""
        holding = (keys for keys in self._all if keys.has(public.keyid))
        return next(holding, self._all[0]).signer(public)

    def keep(self, role: str, signer: CryptoSigner) -> None:
        """Keeps a new key in the first."""
        self._all[0].keep(role, signer)

    def inside(self, folder: Path) -> bool:
        """Whether any of them keeps keys there."""
        return any(keys.inside(folder) for keys in self._all)


class RootApart:
    """Keys of one role in one place, all others in another: sticks for the root, say."""

    def __init__(self, role: str, apart: Keys, others: Keys) -> None:
        self._role = role
        self._apart = apart
        self._others = others

    def has(self, key_id: str) -> bool:
        """Whether the key is in either."""
        return self._apart.has(key_id) or self._others.has(key_id)

    def signer(self, public: SSlibKey) -> CryptoSigner:
        """The private half of a key."""
        keys = self._apart if self._apart.has(public.keyid) else self._others
        return keys.signer(public)

    def keep(self, role: str, signer: CryptoSigner) -> None:
        """Keeps a new key where its role belongs."""
        (self._apart if role == self._role else self._others).keep(role, signer)

    def inside(self, folder: Path) -> bool:
        """Whether either keeps keys there."""
        return self._apart.inside(folder) or self._others.inside(folder)


def holder_of(public: Key) -> str:
    """Who holds a key; empty if that was not said."""
    return str(public.unrecognized_fields.get(NAME, ""))


def missing_key(public: SSlibKey) -> RemoteError:
    """A key that is not here."""
    return RemoteError("key_not_here", key=public.keyid[:SHOWN_ID], holder=holder_of(public))
