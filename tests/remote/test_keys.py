"""Where private keys are kept: the same contract for all, and what each is there for."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from desktop.core.problems import InputError
from desktop.remote.publisher.key_folder import KeyFolder
from desktop.remote.publisher.keys import KeyRings, Keys, RootApart, new_key
from desktop.remote.publisher.machine import PublishingMachine
from desktop.remote.publisher.system_keys import SystemKeys
from desktop.services.repositories import Repository
from desktop.services.repository import RemoteError
from tests.remote.team import Clock, MemoryKeys, OnePassphrase

PASSPHRASE = "correct horse battery"
QUICK = 2
"""scrypt's cost: the real one takes its time on purpose."""


class MemoryKeyring(KeyringBackend):
    """A system's keyring, as far as it is used."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


@pytest.fixture
def system() -> Iterator[MemoryKeyring]:
    before, backend = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def folder(path: Path) -> KeyFolder:
    return KeyFolder(path, OnePassphrase(PASSPHRASE), cost=QUICK)


KINDS: dict[str, Callable[[Path], Keys]] = {
    "memory": lambda _: MemoryKeys(),
    "folder": folder,
    "system": lambda _: SystemKeys(),
    "root apart": lambda path: RootApart("root", folder(path), SystemKeys()),
    "several": lambda path: KeyRings(folder(path / "stick"), folder(path / "home")),
}


@pytest.fixture(params=KINDS)
def keys(request: pytest.FixtureRequest, tmp_path: Path, system: MemoryKeyring) -> Keys:
    return KINDS[request.param](tmp_path)


def test_a_key_that_is_kept_signs_what_its_public_half_verifies(keys: Keys) -> None:
    signer = new_key("阿婷")
    public = signer.public_key
    assert not keys.has(public.keyid)
    keys.keep("root", signer)
    assert keys.has(public.keyid)
    public.verify_signature(keys.signer(public).sign(b"data"), b"data")


def test_a_key_that_is_not_here_is_named_with_its_holder(keys: Keys) -> None:
    public = new_key("阿婷").public_key
    with pytest.raises(RemoteError) as told:
        keys.signer(public)
    assert told.value.code == "key_not_here"
    assert told.value.values == {"key": public.keyid[:16], "holder": "阿婷"}


def test_several_keys_do_not_get_mixed_up(keys: Keys) -> None:
    made = [new_key(name) for name in ("阿婷", "小林")]
    for signer in made:
        keys.keep("root", signer)
    for signer in made:
        assert keys.signer(signer.public_key).public_key == signer.public_key


def test_keys_on_a_stick_are_found_beside_those_at_home(tmp_path: Path) -> None:
    stick, home = folder(tmp_path / "stick"), folder(tmp_path / "home")
    signer = new_key("阿婷")
    stick.keep("root", signer)
    assert KeyRings(home, stick).signer(signer.public_key)


def test_with_the_systems_keyring_only_the_roots_keys_are_files(
    tmp_path: Path, system: MemoryKeyring
) -> None:
    machine = PublishingMachine(tmp_path / "publishing", Clock().now)
    repository = Repository("packs", str(tmp_path / "packs"), str(tmp_path / "keys"), keyring=True)
    publisher = machine.set_up(repository, ["阿婷", "小林"], 1, OnePassphrase(PASSPHRASE))
    publisher.add_pack("dress", "阿婷")
    assert publisher.publish("dress", b"first", "").version == 1
    assert sorted(path.name[:5] for path in (tmp_path / "keys").iterdir()) == ["root.", "root."]
    assert len(system.secrets) == 3
    assert all(key.at_hand for role in publisher.status().roles for key in role.keys)


def test_it_is_noticed_when_keys_would_lie_among_the_packs(tmp_path: Path) -> None:
    (tmp_path / "repository" / "keys").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "repository")
    assert folder(tmp_path / "repository" / "keys").inside(tmp_path / "repository")
    assert folder(tmp_path / "repository").inside(tmp_path / "repository")
    assert folder(tmp_path / "link" / "keys").inside(tmp_path / "repository")
    assert not folder(tmp_path / "repository-keys").inside(tmp_path / "repository")
    both = KeyRings(folder(tmp_path / "keys"), folder(tmp_path / "repository" / "keys"))
    assert both.inside(tmp_path / "repository")


# --- key files


def kept(path: Path) -> Path:
    keys = folder(path)
    keys.keep("root", new_key("阿婷"))
    return next(path.iterdir())


def test_a_key_file_says_what_it_is_for_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = kept(tmp_path)
    assert path.name.startswith("root.")
    assert path.suffix == ".pem"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_stolen_key_file_is_of_no_use_without_the_passphrase(tmp_path: Path) -> None:
    signer = new_key("阿婷")
    folder(tmp_path).keep("root", signer)
    data = next(tmp_path.iterdir()).read_bytes()
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in data
    pem = data[data.index(b"-----") :]
    for guess in (None, b"", PASSPHRASE.encode()):  # the passphrase goes through scrypt first
        with pytest.raises((ValueError, TypeError)):
            load_pem_private_key(pem, guess)
    guessing = KeyFolder(tmp_path, OnePassphrase("another passphrase"))
    with pytest.raises(RemoteError, match="wrong_passphrase"):
        guessing.signer(signer.public_key)


def test_guessing_a_passphrase_costs_what_it_should(tmp_path: Path) -> None:
    KeyFolder(tmp_path, OnePassphrase(PASSPHRASE)).keep("root", new_key("阿婷"))
    assert next(tmp_path.iterdir()).read_bytes().startswith(b"miaohui-key scrypt 65536 ")


def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    keys = KeyFolder(tmp_path / "keys", OnePassphrase("12345678901"))
    with pytest.raises(InputError) as told:
        keys.keep("root", new_key("阿婷"))
    assert told.value.problems[0].code == "passphrase_short"
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"-----BEGIN PRIVATE KEY-----", b"miaohui-key scrypt 9999999 " + b"A" * 24 + b"\n"],
)
def test_a_file_that_is_no_key_is_named(tmp_path: Path, data: bytes) -> None:
    signer = new_key("阿婷")
    folder(tmp_path).keep("root", signer)
    next(tmp_path.iterdir()).write_bytes(data)
    with pytest.raises(RemoteError, match="not_a_key"):
        folder(tmp_path).signer(signer.public_key)


def test_the_file_of_another_key_under_its_name_is_refused(tmp_path: Path) -> None:
    signer = new_key("阿婷")
    folder(tmp_path).keep("root", signer)
    path = next(tmp_path.iterdir())
    path.write_bytes(kept(tmp_path / "other").read_bytes())
    with pytest.raises(RemoteError, match="wrong_passphrase"):
        folder(tmp_path).signer(signer.public_key)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file")
    with pytest.raises(RemoteError, match="disk"):
        folder(tmp_path / "keys").keep("root", new_key("阿婷"))


# --- the system's keyring


def test_a_system_without_a_keyring_is_told() -> None:
    before = keyring.get_keyring()
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())
    try:
        with pytest.raises(RemoteError, match="no_keyring"):
            SystemKeys()
    finally:
        keyring.set_keyring(before)


def test_a_locked_keyring_is_told(system: MemoryKeyring) -> None:
    keys = SystemKeys()
    system.locked = True
    for call in (lambda: keys.keep("root", new_key("阿婷")), lambda: keys.has("0" * 64)):
        with pytest.raises(RemoteError, match="keyring"):
            call()
