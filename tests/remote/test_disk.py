"""Files are whole or not there, also where a virus scanner is faster, and on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.remote.disk import disk_error, only_one, write_new, write_whole
from desktop.services.repository import RemoteError


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_the_name_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut leaves depends on this order."""
    done: list[str] = []
    replace = Path.replace
    monkeypatch.setattr("os.fsync", lambda _: done.append("on disk"))
    monkeypatch.setattr(Path, "replace", lambda s, t: (done.append("named"), replace(s, t))[1])
    write_whole(tmp_path / "file", b"data")
    assert done == ["on disk", "named", *(["on disk"] if os.name == "posix" else [])]


class InTheWayError(PermissionError):
    """As Windows says that somebody else has the file."""

    winerror = 32


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_in_the_way_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    slept: list[float] = []
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if len(slept) < times:
            raise InTheWayError
        return replace(self, target)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(Path, "replace", held)
    write_whole(tmp_path / "file", b"data")
    assert (tmp_path / "file").read_bytes() == b"data"
    assert len(slept) == times


def test_what_stays_in_the_way_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> Path:
        raise InTheWayError(errno.EACCES, "Access is denied")

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_rights_that_are_missing_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("it waited"))
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "file", b"new")


def test_a_new_file_is_not_written_over_another(tmp_path: Path) -> None:
    assert write_new(tmp_path / "file", b"one")
    assert not write_new(tmp_path / "file", b"two")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_only_one_is_in_and_the_next_comes_in_after_it(tmp_path: Path) -> None:
    lock = tmp_path / "folder" / "lock"
    with only_one(lock), pytest.raises(RemoteError, match="busy"), only_one(lock):
        pass
    with only_one(lock):
        pass


def test_a_lock_that_cannot_be_made_is_the_disks_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(RemoteError, match="disk"), only_one(tmp_path / "file" / "lock"):
        pass


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EACCES, "disk")],
)
def test_a_full_disk_is_told_apart(number: int, code: str) -> None:
    assert disk_error(OSError(number, "?")).code == code
