"""Pictures and files of the agent's own: whole or not at all, and not for ever."""

from __future__ import annotations

import os
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.services.ports import NotKeptError
from desktop.store.attachments import NamedFolder, OwnFolder

PICTURE = b"\x89PNG\r\n\x1a\n table"
DIGEST = sha256(PICTURE).hexdigest()
DAY_S = 24 * 3600.0


@pytest.fixture
def own(tmp_path: Path) -> OwnFolder:
    return OwnFolder(tmp_path / "data" / "attachments")


def test_what_was_kept_is_read_by_its_digest(own: OwnFolder) -> None:
    assert own.read(DIGEST) is None
    own.keep(PICTURE)
    own.keep(PICTURE)
    assert own.read(DIGEST) == PICTURE


def test_what_was_damaged_is_not_sent(own: OwnFolder, tmp_path: Path) -> None:
    own.keep(PICTURE)
    (tmp_path / "data" / "attachments" / DIGEST).write_bytes(PICTURE[:-1])
    assert own.read(DIGEST) is None


def test_full_disk_is_told_and_leaves_nothing_half_written(
    own: OwnFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotKeptError) as caught:
        own.keep(PICTURE)
    assert caught.value.code == "full"
    assert list((tmp_path / "data" / "attachments").iterdir()) == []


def test_what_no_phrase_sends_is_deleted_after_a_month_and_not_before(own: OwnFolder) -> None:
    own.keep(PICTURE)
    own.keep(b"other")
    now_s = 2_000_000_000.0
    own.sweep({DIGEST, sha256(b"other").hexdigest()}, now_s)
    own.sweep({DIGEST}, now_s + 29 * DAY_S)
    assert own.read(sha256(b"other").hexdigest()) == b"other"
    own.sweep({DIGEST}, now_s + 31 * DAY_S)
    assert own.read(sha256(b"other").hexdigest()) is None
    assert own.read(DIGEST) == PICTURE


def test_a_copy_lies_there_under_its_name(tmp_path: Path) -> None:
    path = NamedFolder(tmp_path / "files").put("价目 表.pdf", DIGEST, PICTURE)
    assert (path.name, path.read_bytes()) == ("价目 表.pdf", PICTURE)


def test_a_copy_that_was_changed_is_put_right(tmp_path: Path) -> None:
    folder = NamedFolder(tmp_path / "files")
    path = folder.put("a.pdf", DIGEST, PICTURE)
    path.write_bytes(b"changed by the program that took it")
    assert folder.put("a.pdf", DIGEST, PICTURE).read_bytes() == PICTURE


def test_the_newest_copies_stay(tmp_path: Path) -> None:
    folder = NamedFolder(tmp_path / "files")
    paths = []
    for number in range(30):
        paths.append(folder.put("a.pdf", f"{number:064}"[::-1], PICTURE))
        os.utime(paths[-1].parent, (number, number))
    assert [path.exists() for path in paths] == [False] * 10 + [True] * 20
