"""The repositories that this machine publishes to: which there are, and how one is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from desktop.core.problems import InputError, Problem, shown
from desktop.services.repository import SHOWN_ID, PackPublisher, RootDraft

LEAST_PASSPHRASE = 12
"""Characters of a passphrase."""
S3 = "s3://"
"""What the place of a repository in object storage begins with: ``s3://bucket/prefix``."""


class Repository(Struct, frozen=True):
    """A repository as a publishing machine knows it.

    Attributes:
        name: By which people choose it; lower-case letters, digits and hyphens.
        place: The full path of its folder, or ``s3://bucket/prefix``.
        keys: The folder with its key files.
        keyring: Whether the keys of daily work are kept with the system.
        endpoint: Address of an object storage that is not AWS.
    """

    name: str
    place: str
    keys: str
    keyring: bool = False
    endpoint: str | None = None


class Secrets(Protocol):
    """Passphrases of key files."""

    def tries(self, file: str) -> Iterable[str]:
        """Passphrases to try on a key file, one after the other; asked for as they are needed."""
        ...

    def new(self, holder: str) -> str:
        """The passphrase for the new keys of somebody."""
        ...


class Publishing(Struct, frozen=True):
    """What a long publication tells, and asks, while it runs.

    Attributes:
        step: Called with ``pack``, ``signatures`` or ``index`` before it is written.
        cancelled: Asked before each step; True ends it, and agents see nothing of it.
    """

    step: Callable[[str], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


UNWATCHED = Publishing()


class Repositories(Protocol):
    """Opens repositories. Every call may raise RemoteError."""

    def known(self) -> tuple[Repository, ...]:
        """Those that were set up or attached here, by name."""
        ...

    def keys_of(self, name: str) -> str:
        """The folder that a repository's key files go to if no other is named."""
        ...

    def set_up(
        self, repository: Repository, holders: Sequence[str], threshold: int, secrets: Secrets
    ) -> PackPublisher:
        """Makes a repository where there is none; see ``remote.publisher.setting_up``."""
        ...

    def attach(self, repository: Repository, root_sha256: str) -> None:
        """Publishes to a repository that was set up elsewhere, from now on."""
        ...

    def open(
        self,
        repository: Repository,
        secrets: Secrets,
        more_keys: Sequence[str] = (),
        watch: Publishing = UNWATCHED,
    ) -> PackPublisher:
        """Opens one; new keys go to the first folder of ``more_keys``, if there is one."""
        ...

    def sign_draft(self, draft: bytes, keys: Sequence[str], secrets: Secrets) -> RootDraft:
        """Signs a draft of a new root with key files alone, on a machine that knows nothing."""
        ...


def choose(known: Sequence[Repository], wanted: str | None) -> Repository:
    """The repository with that name or place, or the only one.

    Raises:
        InputError: There is none, or no telling which.
    """
    if wanted:
        for repository in known:
            if wanted in (repository.name, repository.place):
                return repository
    elif len(known) == 1:
        return known[0]
    if not known:
        raise InputError(Problem("repo_none"))
    names = ", ".join(repository.name for repository in known)
    if wanted:
        raise InputError(Problem("repo_unknown", values={"got": shown(wanted), "names": names}))
    raise InputError(Problem("repo_which", values={"names": names}))


def key_file(role: str, key_id: str) -> str:
    """The name of a key's file."""
    return f"{role}.{key_id[:SHOWN_ID]}.pem"
