"""Key files: PKCS#8 PEM encrypted by ``cryptography``.

Its own key derivation takes 2,048 rounds, which a stolen file would not withstand for long, so
the passphrase goes through scrypt first; the line above the PEM says how.
"""

from __future__ import annotations

import base64
import os
import re
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

from desktop.core.problems import InputError, Problem
from desktop.remote.disk import disk_error, write_whole
from desktop.remote.publisher.keys import holder_of, missing_key
from desktop.services.repositories import LEAST_PASSPHRASE, Secrets, key_file
from desktop.services.repository import SHOWN_ID, RemoteError

_COST, _MOST_COST = 2**16, 2**20
_HEADING = re.compile(rb"miaohui-key scrypt ([0-9]{1,7}) ([A-Za-z0-9+/=]{24})\n", re.ASCII)


class KeyFolder:
    """Key files in a folder: ``root.3f0c….pem``, one passphrase each."""

    def __init__(self, path: Path, secrets: Secrets, cost: int = _COST) -> None:
        """``cost`` is scrypt's for new files; tests have no time for the real one."""
        self._path = path
        self._secrets = secrets
        self._cost = cost

    def has(self, key_id: str) -> bool:
        """Whether the key is here."""
        return self._file(key_id) is not None

    def signer(self, public: SSlibKey) -> CryptoSigner:
        """The private half of a key."""
        path = self._file(public.keyid)
        if path is None:
            raise missing_key(public)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise disk_error(error) from error
        heading = _HEADING.match(data)
        if heading is None or int(heading[1]) > _MOST_COST:
            raise RemoteError("not_a_key", path=str(path))
        salt, cost, pem = base64.b64decode(heading[2]), heading[1], data[heading.end() :]
        for passphrase in self._secrets.tries(path.name):
            with suppress(Exception):  # OpenSSL's errors differ; a wrong key shows as one, too
                private = load_pem_private_key(pem, _stretched(passphrase, salt, cost))
                return CryptoSigner(private, public)
        raise RemoteError("wrong_passphrase", path=path.name)

    def keep(self, role: str, signer: CryptoSigner) -> None:
        """Keeps a new key behind a passphrase that is asked for now.

        Raises:
            InputError: The passphrase is too short.
            RemoteError: The file cannot be written.
        """
        path = self._path / key_file(role, signer.public_key.keyid)
        passphrase = self._secrets.new(holder_of(signer.public_key))
        if len(passphrase) < LEAST_PASSPHRASE:
            values = {"least": str(LEAST_PASSPHRASE)}
            raise InputError(Problem("passphrase_short", values=values))
        salt, cost = os.urandom(16), str(self._cost).encode()
        heading = b"miaohui-key scrypt %b %b\n" % (cost, base64.b64encode(salt))
        secret = BestAvailableEncryption(_stretched(passphrase, salt, cost))
        private = load_pem_private_key(signer.private_bytes, None)
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, secret)
        try:
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, heading + pem)
            path.chmod(0o600)
        except OSError as error:
            raise disk_error(error) from error

    def inside(self, folder: Path) -> bool:
        """Whether the key files lie in this folder or below it."""
        return self._path.resolve().is_relative_to(folder.resolve())

    def _file(self, key_id: str) -> Path | None:
        return next(iter(self._path.glob(f"*.{key_id[:SHOWN_ID]}.pem")), None)


def _stretched(passphrase: str, salt: bytes, cost: bytes) -> bytes:
    derived = Scrypt(salt=salt, length=32, n=int(cost), r=8, p=1).derive(passphrase.encode())
    return base64.b64encode(derived)
