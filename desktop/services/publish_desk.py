"""Publishing from the window: every call takes as long as a network takes, and returns a value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from desktop.core.problems import InputError

if TYPE_CHECKING:  # few agents ever publish: the window does not wait for it
    from desktop.core.packs.edition import Edition
    from desktop.services.packs import PackSource, Place
    from desktop.services.publishing import Ready, Refused
    from desktop.services.repositories import Publishing, Repositories, Repository
    from desktop.services.repository import RemoteError, RepositoryStatus
    from desktop.services.words import Words

T = TypeVar("T")


class Trouble(Struct, frozen=True):
    """Why something came to nothing."""

    error: InputError | RemoteError

    def said(self, words: Words) -> str:
        """One line for people."""
        if isinstance(self.error, InputError):
            return words.problem(self.error.problems[0])
        return words.text(f"remote.{self.error.code}", **self.error.values)


class PublishDesk:
    """A supervisor's repositories on this machine."""

    def __init__(
        self,
        has_keys: Callable[[], bool],
        repositories: Callable[[], Repositories],
        packs: PackSource,
        place: Callable[[Path], Place],
    ) -> None:
        """Loads nothing yet.

        Args:
            has_keys: Whether this machine has keys of any repository; quick.
            repositories: Opens them; loads signatures, which takes a while.
            packs: Checks and builds.
            place: Where a pack lies, by its folder.
        """
        self.has_keys = has_keys
        self._repositories = repositories
        self._packs = packs
        self._place = place

    def known(self) -> tuple[Repository, ...] | Trouble:
        """The repositories, by name."""
        return _tried(lambda: self._repositories().known())

    def look(self, repository: Repository, folder: Path) -> Ready | Refused | Trouble:
        """What would be published, or what is wrong with it; asks for no passphrase."""

        def look() -> Ready | Refused:
            from desktop.services.publishing import prepare

            publisher = self._repositories().open(repository, _Typed(""))
            return prepare(self._packs, self._place(folder), publisher)

        return _tried(look)

    def publish(
        self, repository: Repository, ready: Ready, note: str, passphrase: str, watch: Publishing
    ) -> Edition | Trouble:
        """Puts in force what was looked at."""

        def put_in_force() -> Edition:
            from desktop.services.publishing import publish

            secrets = _Typed(passphrase)
            publisher = self._repositories().open(repository, secrets, (), watch)
            return publish(ready, note, publisher)

        return _tried(put_in_force)

    def status(self, repository: Repository) -> RepositoryStatus | Trouble:
        """What there is, who signed it, until when."""
        return _tried(lambda: self._repositories().open(repository, _Typed("")).status())

    def resign(self, repository: Repository, passphrase: str) -> bool | Trouble:
        """Signs the index anew if it is a day old; whether it was needed."""

        def resign() -> bool:
            secrets = _Typed(passphrase)
            return self._repositories().open(repository, secrets).resign()

        return _tried(resign)


class _Typed:
    """The one passphrase that was typed, tried on each key file."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase

    def tries(self, file: str) -> tuple[str, ...]:  # noqa: ARG002 - the same for every file
        return (self._passphrase,)

    def new(self, holder: str) -> str:
        raise NotImplementedError(holder)  # the window makes no keys


def _tried(work: Callable[[], T]) -> T | Trouble:
    from desktop.services.repository import RemoteError

    try:
        return work()
    except (InputError, RemoteError) as error:
        return Trouble(error)
