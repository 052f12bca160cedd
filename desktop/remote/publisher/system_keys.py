"""Keys kept by the system: Windows' credential store, macOS' keychain, the Secret Service."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner, SSlibKey

from desktop.remote.publisher.keys import missing_key
from desktop.services.repository import RemoteError

_SERVICE = "miaohui"


class SystemKeys:
    """Keys that the system guards with the login."""

    def __init__(self) -> None:
        """Raises RemoteError if the system keeps no secrets, or ``keyring`` is not installed."""
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            raise RemoteError("no_keyring") from None
        if keyring.get_keyring().priority < 1:
            raise RemoteError("no_keyring")
        self._keyring, self._error = keyring, KeyringError

    def has(self, key_id: str) -> bool:
        """Whether the key is here."""
        return self._read(key_id) is not None

    def signer(self, public: SSlibKey) -> CryptoSigner:
        """The private half of a key."""
        pem = self._read(public.keyid)
        if pem is None:
            raise missing_key(public)
        return CryptoSigner(load_pem_private_key(pem.encode(), None), public)

    def keep(self, role: str, signer: CryptoSigner) -> None:  # noqa: ARG002 - has no use for it
        """Keeps a new key."""
        try:
            pem = signer.private_bytes.decode()
            self._keyring.set_password(_SERVICE, signer.public_key.keyid, pem)
        except self._error as error:
            raise RemoteError("keyring", why=str(error)) from error

    def inside(self, folder: Path) -> bool:  # noqa: ARG002 - the system's place is no folder
        """Never: the system has its own place."""
        return False

    def _read(self, key_id: str) -> str | None:
        try:
            return self._keyring.get_password(_SERVICE, key_id)
        except self._error as error:
            raise RemoteError("keyring", why=str(error)) from error
