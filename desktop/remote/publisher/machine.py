"""The repositories of this publishing machine: a folder each, with what it remembers and its keys.

publishing/dress/repository.json   name, place, where the keys are
                 publisher.json    see ``home``
                 keys/             key files, unless they are elsewhere
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from desktop.remote.disk import disk_error, write_whole
from desktop.remote.layout import ROOT
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.key_folder import KeyFolder
from desktop.remote.publisher.keys import KeyRings, Keys, RootApart
from desktop.remote.publisher.known import FILE, known_below, read_known
from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.roots import Draft
from desktop.remote.publisher.s3 import S3Destination, bucket_at
from desktop.remote.publisher.setting_up import set_up
from desktop.remote.publisher.system_keys import SystemKeys
from desktop.remote.publisher.watched import Watched
from desktop.services.repositories import S3, UNWATCHED, Publishing, Repository, Secrets
from desktop.services.repository import RemoteError, RootDraft


class PublishingMachine:
    """Repositories below a folder. Calls may raise RemoteError."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def known(self) -> tuple[Repository, ...]:
        """Those that were set up or attached here, by name."""
        return known_below(self._folder)

    def keys_of(self, name: str) -> str:
        """The folder that a repository's key files go to if no other is named."""
        return str(self._folder / name / "keys")

    def set_up(
        self, repository: Repository, holders: Sequence[str], threshold: int, secrets: Secrets
    ) -> Publisher:
        """Makes a repository where there is none.

        Raises:
            InputError: A passphrase is too short.
            RemoteError: There is one already, or anything else ``setting_up`` says.
        """
        keys, destination = _keys(repository, secrets), _destination(repository, make=True)
        with self._written(repository):
            set_up(self._home(repository), destination, keys, self._now, holders, threshold)
        return self.open(repository, secrets)

    def attach(self, repository: Repository, root_sha256: str) -> None:
        """Publishes to a repository that was set up elsewhere, once it is seen to be the one."""
        home = self._home(repository)
        if (self._folder / repository.name / FILE).exists():
            raise RemoteError("name_taken", name=repository.name)
        with self._written(repository):
            home.begin(root_sha256)
            self.open(repository, _NoSecrets()).status()

    def open(
        self,
        repository: Repository,
        secrets: Secrets,
        more_keys: Sequence[str] = (),
        watch: Publishing = UNWATCHED,
    ) -> Publisher:
        """Opens one; new keys go to the first folder of ``more_keys``, if there is one.

        Raises:
            RemoteError: Keys lie where everybody can read them, or what keeps them is missing.
        """
        own = _keys(repository, secrets)
        more = [KeyFolder(Path(folder), secrets) for folder in more_keys]
        keys = KeyRings(*more, own) if more else own
        destination = _destination(repository)
        if destination.holds(keys):
            raise RemoteError("keys_beside_packs")
        return Publisher(self._home(repository), Watched(destination, watch), keys, self._now)

    def sign_draft(self, draft: bytes, keys: Sequence[str], secrets: Secrets) -> RootDraft:
        """Signs a draft of a new root with key files alone."""
        read = Draft.read(draft)
        for folder in keys:
            read.sign(KeyFolder(Path(folder), secrets))
        return read.told()

    def _home(self, repository: Repository) -> Home:
        return Home(self._folder / repository.name)

    @contextmanager
    def _written(self, repository: Repository) -> Iterator[None]:
        """Knows a repository from now on, unless what is tried with it fails.

        It is written first: a program killed in the middle can be started again.
        """
        path = self._folder / repository.name / FILE
        known = path.exists()
        if known and read_known(path).place != repository.place:
            raise RemoteError("name_taken", name=repository.name)
        try:
            write_whole(path, msgspec.json.encode(repository))
        except OSError as error:
            raise disk_error(error) from error
        try:
            yield
        except Exception:
            if not known:
                with suppress(OSError):
                    path.unlink()
            raise


class _NoSecrets:
    """For what signs nothing."""

    def tries(self, file: str) -> tuple[str, ...]:  # noqa: ARG002 - there is none for any file
        return ()

    def new(self, holder: str) -> str:
        raise NotImplementedError(holder)


def _keys(repository: Repository, secrets: Secrets) -> Keys:
    files = KeyFolder(Path(repository.keys), secrets)
    return RootApart(ROOT, files, SystemKeys()) if repository.keyring else files


def _destination(repository: Repository, *, make: bool = False) -> Destination:
    if repository.place.startswith(S3):
        return S3Destination(bucket_at(repository.place, repository.endpoint))
    path = Path(repository.place)
    return FolderDestination.make(path) if make else FolderDestination(path)
