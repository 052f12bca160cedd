"""Packs built, and opened from what was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.packs.built import build
from desktop.core.packs.compiled import compile_pack
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError, Problem
from desktop.services.packs import PackSource
from desktop.store.files import PackPlace
from tests.packs import DEFAULT, Kept, default_pack


class Cache(dict[str, bytes]):
    """A cache in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


@pytest.fixture
def source() -> PackSource:
    return PackSource(Cache(), lambda: PLACEHOLDERS)


@pytest.fixture(scope="module")
def built() -> bytes:
    return PackSource(Cache(), lambda: PLACEHOLDERS).build(PackPlace(DEFAULT)).data


def test_built_pack_is_the_pack(source: PackSource, built: bytes) -> None:
    opened = source.open(Kept(built))
    assert opened.pack == default_pack()
    assert opened.index.search("包邮", {}, 1, 0.0)
    assert source.check(Kept(built)) == ()


def test_name_says_which_pack_and_version(source: PackSource) -> None:
    made = source.build(PackPlace(DEFAULT))
    assert (made.name, made.warnings) == ("default-1.mhp", ())


def test_what_was_built_can_be_built_again(source: PackSource, built: bytes) -> None:
    assert source.build(Kept(built)).data == built


def test_pack_with_errors_is_not_built_and_all_are_told(source: PackSource) -> None:
    with pytest.raises(InputError) as caught:
        source.build(PackPlace(Path("tests/golden/packs/pack_fields")))
    assert len(caught.value.problems) > 1


def test_second_opening_reads_the_list_alone(source: PackSource) -> None:
    place = Kept(build(compile_pack(default_pack()), {"pictures/x.png": bytes(1_000_000)}))
    source.pack(place)
    first, place.file.taken = place.file.taken, 0
    source.pack(place)
    assert place.file.taken < 1_000 < first < 100_000


def test_damage_is_told_with_the_files_name(source: PackSource, built: bytes) -> None:
    with pytest.raises(InputError) as caught:
        source.pack(Kept(built[:-1]))
    assert caught.value.problems == (Problem("built_damaged", file="mine-1.mhp"),)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"id": ' + b"[" * 100_000])
def test_what_is_no_pack_inside_is_told(source: PackSource, body: bytes) -> None:
    with pytest.raises(InputError) as caught:
        source.pack(Kept(build(body, {})))
    assert caught.value.problems == (Problem("built_unsound", file="mine-1.mhp"),)


def test_every_broken_rule_of_a_built_pack_is_told_with_its_place(source: PackSource) -> None:
    data = compile_pack(default_pack()).replace(b'"code":"yj"', b'"code":"Y!"')
    (problem,) = source.check(Kept(build(data, {})))
    assert (problem.code, problem.file) == ("not_a_code", "bargain.yaml")
    assert problem.where == "groups[0].phrases[0].code"
    with pytest.raises(InputError):
        source.open(Kept(build(data, {})))


@pytest.mark.parametrize("file", sorted(Path("tests/golden/built").glob("*.mhp")))
def test_packs_that_are_out_there_stay_readable(source: PackSource, file: Path) -> None:
    opened = source.open(PackPlace(file))
    assert opened.pack == source.pack(PackPlace(Path("tests/golden/built/pack")))
    assert source.check(PackPlace(file)) == ()
    picture = opened.parts.part("pictures/尺码表.png")
    assert picture == Path("tests/golden/built/pack/pictures/尺码表.png").read_bytes()
