"""The pack repository as its publishers see it: the port, and the values it takes and gives.

A repository holds the packs of a team, signed, on any host of files. The adapters of both sides
are in ``remote``; whatever goes wrong there is a ``RemoteError``. The agents' side is
``subscriptions``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from desktop.core.packs.edition import Edition
from desktop.services.ports import PortError

if TYPE_CHECKING:
    from desktop.core.packs.invitation import Invitation


class RemoteError(PortError):
    """A repository cannot be reached, trusted or written.

    ``code`` has words under ``remote.<code>``, filled in by ``values``.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.values = values

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.values.items())])


SHOWN_ID = 16
"""Characters of a key's id that people are shown."""


class KeyStatus(Struct, frozen=True):
    """A key of a role: who has it, whether it signed, whether its secret half is at hand here."""

    id: str
    name: str
    signed: bool
    at_hand: bool


class RoleStatus(Struct, frozen=True):
    """One signed part: ``root``, ``targets``, ``snapshot``, ``timestamp``, or a pack's id.

    Attributes:
        name: Of the role.
        version: Counted up at each signing.
        expires_at: When agents stop believing it.
        threshold: Signatures it needs.
        keys: Those that may sign.
        size: Of its file in bytes.
        edition: What a pack's role publishes; None before the first, and for the other roles.
    """

    name: str
    version: int
    expires_at: datetime
    threshold: int
    keys: tuple[KeyStatus, ...]
    size: int
    edition: Edition | None = None


class RepositoryStatus(Struct, frozen=True):
    """The whole repository: the SHA-256 of its first root, its roles, and what it takes up."""

    repository: str
    roles: tuple[RoleStatus, ...]
    files: int
    size: int


class KeyChange(Struct, frozen=True):
    """What shall change in the keys of a role.

    Attributes:
        role: ``root``, ``targets``, ``online`` (snapshot and timestamp), or a pack's id.
        add: Names of the holders of new keys.
        revoke: Ids of keys that may sign no longer.
        threshold: Signatures needed from now on; None for as many as before.
    """

    role: str
    add: tuple[str, ...] = ()
    revoke: tuple[str, ...] = ()
    threshold: int | None = None


class KeyMove(Struct, frozen=True):
    """A key that comes to a role, or goes."""

    role: str
    id: str
    holder: str
    comes: bool


class RootDraft(Struct, frozen=True):
    """A new root that lacks signatures: to be signed where the other keys are.

    Attributes:
        data: The draft as a file; it holds no secret.
        missing: Signatures it still needs.
        moves: What it changes: whoever signs it should know.
        thresholds: Role to the signatures it needs from now on, where that changes.
    """

    data: bytes
    missing: int
    moves: tuple[KeyMove, ...]
    thresholds: tuple[tuple[str, int], ...]


class PackPublisher(Protocol):
    """A supervisor's side. Every call may raise RemoteError."""

    def publish(self, pack: str, data: bytes, note: str) -> Edition:
        """Publishes a pack; the edition in force if its content and note are the same."""
        ...

    def rollback(self, pack: str, version: int, note: str) -> Edition:
        """Publishes the content of an older edition as a new one."""
        ...

    def history(self, pack: str) -> tuple[Edition, ...]:
        """The editions one can go back to, newest first; the first is in force."""
        ...

    def read(self, edition: Edition) -> bytes:
        """The content of an edition in the history."""
        ...

    def status(self) -> RepositoryStatus:
        """What there is, who signed it, until when."""
        ...

    def resign(self) -> bool:
        """Signs the index anew if it is a day old; whether it was needed."""
        ...

    def add_pack(self, pack: str, holder: str) -> None:
        """Gives a pack its place and a key of its own."""
        ...

    def change_keys(self, change: KeyChange) -> RootDraft | None:
        """Changes who may sign; without changes, signs the role for another term.

        A draft comes back where keys elsewhere have to sign, too: nothing has changed yet.
        """
        ...

    def sign_root(self, draft: bytes) -> RootDraft:
        """Signs a draft with every key at hand that it waits for."""
        ...

    def publish_root(self, draft: bytes) -> None:
        """Puts a draft with all its signatures in force."""
        ...

    def export(self, folder: Path) -> int:
        """Copies what agents need into a folder; how many files it took."""
        ...

    def invitation(self, places: Iterable[str], packs: Iterable[str]) -> Invitation:
        """An invitation to this repository."""
        ...
