"""A supervisor with a repository, and agents who follow it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner, SSlibKey

from desktop.core.packs.invitation import Invitation
from desktop.remote.client.client import Client, Patience
from desktop.remote.client.places import Places
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.keys import missing_key
from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.setting_up import set_up
from desktop.services.repository import RoleStatus
from desktop.services.subscriptions import (
    UNWATCHED,
    Checked,
    CheckFailed,
    Subscription,
    Unchanged,
    Updated,
    Watch,
)

DAY = timedelta(days=1)
HOLDERS = ("阿婷", "小林", "老王")
HURRY = Patience(check_s=0.8, bytes_per_s=1e9)
"""For tests that wait until it is over."""


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 2, 3, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


class MemoryKeys:
    """Keys without a disk; ``stolen`` and ``lost`` are what they say."""

    def __init__(self) -> None:
        self.signers: dict[str, CryptoSigner] = {}

    def has(self, key_id: str) -> bool:
        return key_id in self.signers

    def signer(self, public: SSlibKey) -> CryptoSigner:
        if public.keyid not in self.signers:
            raise missing_key(public)
        return self.signers[public.keyid]

    def keep(self, role: str, signer: CryptoSigner) -> None:
        self.signers[signer.public_key.keyid] = signer

    def inside(self, folder: Path) -> bool:
        return False

    def lose(self, key_id: str) -> CryptoSigner:
        return self.signers.pop(key_id)


class OnePassphrase:
    """The same for every key file."""

    def __init__(self, passphrase: str = "correct horse battery") -> None:
        self._passphrase = passphrase

    def tries(self, file: str) -> tuple[str, ...]:
        return (self._passphrase,)

    def new(self, holder: str) -> str:
        return self._passphrase


class Agent:
    """One machine with one pack."""

    def __init__(
        self,
        folder: Path,
        invitation: Invitation,
        now: Callable[[], datetime],
        certificates: Path | None = None,
    ) -> None:
        self.folder = folder
        self.client = Client(folder, now, Places(certificates))
        self._hurried = Client(folder, now, Places(certificates), HURRY)
        self.subscription: Subscription = self.client.join(invitation)[0]

    def check(self, watch: Watch = UNWATCHED) -> Checked:
        return self.client.check(self.subscription, watch)

    def hurry(self) -> None:
        """Waits for nothing long from now on."""
        self.client = self._hurried

    def update(self) -> None:
        """Checks, which must work."""
        checked = self.check()
        assert isinstance(checked, Unchanged | Updated), checked

    def fails(self, watch: Watch = UNWATCHED) -> str:
        """Checks, which must fail and leave what there is; the code."""
        held, data = self.client.held(self.subscription), self.data
        checked = self.check(watch)
        assert isinstance(checked, CheckFailed), checked
        after = self.client.held(self.subscription)
        assert checked.held == after
        assert (after and after.edition) == (held and held.edition)
        assert (after and after.checked_at) == (held and held.checked_at)
        assert self.data == data
        return checked.error.code

    @property
    def data(self) -> bytes | None:
        """What the agent works with."""
        held = self.client.held(self.subscription)
        return self.client.load(self.subscription)[1] if held else None

    @property
    def path(self) -> Path:
        """The folder of the repository."""
        return next(path.parent for path in self.folder.glob("*/repository.json"))


class Team:
    """A supervisor's machine, with a repository in a folder."""

    def __init__(
        self, folder: Path, threshold: int = 2, packs: tuple[str, ...] = ("dress",)
    ) -> None:
        self.folder = folder
        self.place = folder / "repository"
        self.place.mkdir(parents=True)
        self.clock = Clock()
        self.keys = MemoryKeys()
        self.home = Home(folder / "home")
        self.destination = FolderDestination(self.place)
        set_up(self.home, self.destination, self.keys, self.clock.now, HOLDERS, threshold)
        self.publisher = self.another(self.home)
        for pack in packs:
            self.publisher.add_pack(pack, HOLDERS[0])

    def another(self, home: Home) -> Publisher:
        """A publisher of the same repository."""
        return Publisher(home, self.destination, self.keys, self.clock.now)

    def agent(
        self,
        name: str = "agent",
        at: str | None = None,
        *,
        pack: str = "dress",
    ) -> Agent:
        """Somebody invited to a place; to the folder itself if none is named."""
        invitation = self.publisher.invitation([at or str(self.place)], [pack])
        return Agent(self.folder / name, invitation, self.clock.now)

    def role(self, name: str) -> RoleStatus:
        """What the status says of a role."""
        return next(role for role in self.publisher.status().roles if role.name == name)
