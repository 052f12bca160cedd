"""Which repository, and which key, somebody means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.core.problems import InputError
from desktop.services.key_changes import added_to, revoked_from, rotated
from desktop.services.repositories import Repository, choose
from desktop.services.repository import KeyStatus, RepositoryStatus, RoleStatus

KNOWN = (Repository("north", "/n", "/k"), Repository("south", "s3://s/p", "/k"))
END = datetime(2027, 1, 1, tzinfo=UTC)


def key(letter: str, name: str) -> KeyStatus:
    return KeyStatus(letter * 64, name, signed=True, at_hand=False)


STATUS = RepositoryStatus(
    "0" * 64,
    (
        RoleStatus("root", 1, END, 2, (key("a", "阿婷"), key("b", "小林"), key("c", "小林")), 1),
        RoleStatus("targets", 1, END, 1, (key("d", "Ting Ting"),), 1),
        RoleStatus("snapshot", 1, END, 1, (key("e", "阿婷"),), 1),
        RoleStatus("timestamp", 1, END, 1, (key("e", "阿婷"),), 1),
    ),
    4,
    4,
)


def test_the_only_repository_need_not_be_named() -> None:
    assert choose(KNOWN[:1], None) == KNOWN[0]


@pytest.mark.parametrize("wanted", ["south", "s3://s/p"])
def test_one_of_several_is_named_or_placed(wanted: str) -> None:
    assert choose(KNOWN, wanted) == KNOWN[1]


@pytest.mark.parametrize(
    ("known", "wanted", "code"),
    [((), None, "repo_none"), (KNOWN, None, "repo_which"), (KNOWN, "x", "repo_unknown")],
)
def test_no_repository_is_taken_by_guessing(
    known: tuple[Repository, ...], wanted: str | None, code: str
) -> None:
    with pytest.raises(InputError) as told:
        choose(known, wanted)
    assert told.value.problems[0].code == code


def test_a_key_is_named_by_its_holder_or_the_beginning_of_its_id() -> None:
    assert revoked_from(STATUS, "root", "阿婷").revoke == ("a" * 64,)
    assert revoked_from(STATUS, "targets", "Ting Ting").revoke == ("d" * 64,)
    assert revoked_from(STATUS, "root", "BBBBBBBB").revoke == ("b" * 64,)


@pytest.mark.parametrize("wanted", ["小林", "aa", "dddddddd", "老王"])
def test_no_key_is_taken_by_guessing(wanted: str) -> None:
    with pytest.raises(InputError) as told:
        revoked_from(STATUS, "root", wanted)
    assert told.value.problems[0].code == "repo_no_key"


def test_new_keys_go_to_the_same_people() -> None:
    change = rotated(STATUS, "root", None)
    assert change.add == ("阿婷", "小林", "小林")
    assert change.revoke == ("a" * 64, "b" * 64, "c" * 64)
    one = rotated(STATUS, "root", "cccccc")
    assert (one.add, one.revoke) == (("小林",), ("c" * 64,))


def test_snapshot_and_index_are_one_role() -> None:
    assert rotated(STATUS, "online", None).role == "online"
    for role in ("snapshot", "timestamp", "nobody"):
        with pytest.raises(InputError) as told:
            added_to(STATUS, role, "阿婷")
        assert told.value.problems[0].code == "repo_no_role"
