"""The file a pack is shipped in holds what was put in, or is refused in one clear way."""

from __future__ import annotations

import bz2
import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.packs.built import (
    HEAD_BYTES,
    MOST_BYTES,
    MOST_PARTS,
    build,
    read_head,
    read_part,
    read_parts,
)
from desktop.core.packs.compiled import compile_pack
from desktop.core.problems import InputError
from tests.packs import default_pack

JSON = compile_pack(default_pack())
PICTURES = {"pictures/尺码表.png": b"PNG" * 99, "pictures/care (1).jpg": b"\xff\xd8" * 50}
BUILT = build(JSON, PICTURES)


def contents(data: bytes) -> dict[str, bytes]:
    """Every part of a file, as a client reads them."""
    head = read_head(data[:HEAD_BYTES])
    parts = read_parts(data[head.list_start : head.parts_start], head, len(data))
    return {
        name: read_part(data[part.start : part.start + part.length], part)
        for name, part in parts.items()
    }


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        contents(data)
    (problem,) = caught.value.problems
    return problem.code


def forged(*parts: tuple[str, bytes], form: int = 1, rows: object = None) -> bytes:
    """A file whose digests are all right, whatever it holds."""
    right = [(name, len(data), sha256(data).hexdigest()) for name, data in parts]
    listed = json.dumps(right if rows is None else rows).encode()
    head = f"miaohui-pack {form}\n{len(listed)} {sha256(listed).hexdigest()}\n".encode()
    return head + listed + b"".join(data for _, data in parts)


GOOD = ("pack.json", bz2.compress(b"{}"))


def test_what_was_put_in_comes_out() -> None:
    assert contents(BUILT) == {"pack.json": JSON, **PICTURES}


def test_the_pack_is_compressed_and_pictures_are_left_as_they_are() -> None:
    assert len(build(JSON, {})) < len(JSON) / 3
    assert PICTURES["pictures/尺码表.png"] in BUILT


def test_order_in_which_pictures_are_given_does_not_matter() -> None:
    assert build(JSON, dict(reversed(PICTURES.items()))) == BUILT


def test_bytes_are_those_of_the_day_and_the_machine_the_format_was_made_on() -> None:
    built = Path("tests/golden/built/format-1.mhp").read_bytes()
    parts = contents(built)
    assert build(parts.pop("pack.json"), parts) == built


def test_one_can_see_what_it_is() -> None:
    first, second, rest = BUILT.split(b"\n", 2)
    assert first == b"miaohui-pack 1"
    assert rest.startswith(b'[["pack.json",')
    assert sha256(rest[: int(second.split()[0])]).hexdigest() == second.split()[1].decode()


@given(st.integers(0, len(BUILT) - 1), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_one_clear_error(at: int, change: int) -> None:
    damaged = bytearray(BUILT)
    damaged[at] ^= change
    assert refusal(bytes(damaged)) in ("built_damaged", "built_not_a_pack", "built_newer")


@given(st.integers(0, len(BUILT) - 1))
def test_a_file_cut_off_anywhere_is_one_clear_error(at: int) -> None:
    assert refusal(BUILT[:at]) in ("built_damaged", "built_not_a_pack")


@given(st.binary(min_size=1, max_size=50))
def test_what_is_appended_is_refused(more: bytes) -> None:
    assert refusal(BUILT + more) == "built_damaged"


@given(st.binary())
def test_other_bytes_are_refused(data: bytes) -> None:
    assert refusal(data) == "built_not_a_pack"


def test_format_of_a_newer_program_is_told() -> None:
    assert refusal(forged(GOOD, form=2)) == "built_newer"


@pytest.mark.parametrize(
    "name",
    [
        "../pack.json",
        "/etc/passwd",
        "pictures/../../x.png",
        "pictures\\x.png",
        "C:x.png",
        "pictures/a/b.png",
        "pictures/x.png.",
        "pictures/x.png ",
        ".hidden",
        "pictures/.x",
        "a\nb",
        "",
        "x" * 200,
        "PACK.json",  # the same file where case does not count
    ],
)
def test_names_that_could_harm_somewhere_are_refused(name: str) -> None:
    assert refusal(forged(GOOD, (name, b"x"))) == "built_damaged"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        {},
        [["pack.json"]],
        [["pack.json", "1", "x"]],
        [["pack.json", -1, "x"], ["b", 1 + len(GOOD[1]), "y"]],
        [["pack.json", 10**30, "x"]],
        [["b", len(GOOD[1]), sha256(GOOD[1]).hexdigest()]],
        [["pack.json", 0, "x"], ["pack.json", len(GOOD[1]), sha256(GOOD[1]).hexdigest()]],
    ],
)
def test_list_that_does_not_fit_the_file_is_refused(rows: object) -> None:
    assert refusal(forged(GOOD, rows=rows)) == "built_damaged"


def test_deep_list_is_refused() -> None:
    listed = b"[" * 100_000
    head = f"miaohui-pack 1\n{len(listed)} {sha256(listed).hexdigest()}\n".encode()
    assert refusal(head + listed) == "built_damaged"


def test_far_too_many_parts_are_refused() -> None:
    parts = [(f"pictures/{n}.png", b"") for n in range(MOST_PARTS)]
    assert refusal(forged(GOOD, *parts)) == "built_too_many"


def test_far_too_large_a_file_is_refused_before_it_is_read() -> None:
    head = read_head(BUILT[:HEAD_BYTES])
    with pytest.raises(InputError) as caught:
        read_parts(BUILT[head.list_start : head.parts_start], head, MOST_BYTES + 1)
    assert caught.value.problems[0].code == "built_too_large"


def test_list_that_claims_to_be_endless_is_refused_before_it_is_read() -> None:
    assert refusal(b"miaohui-pack 1\n999999 " + b"0" * 64 + b"\n[]") == "built_damaged"


def test_bomb_stops_growing_at_the_limit() -> None:
    bomb = _bomb()
    assert len(bomb) < 1_000
    assert refusal(forged(("pack.json", bomb))) == "built_too_large"


@pytest.mark.parametrize("size", [2_000_000, 7_000_000])
def test_what_grows_like_no_pack_is_refused_also_below_the_limit(size: int) -> None:
    packed = bz2.compress(bytes(size))
    assert refusal(forged(("pack.json", packed))) == "built_too_large"
    with pytest.raises(InputError):
        build(bytes(size), {})


def _bomb() -> bytes:
    """Less than a kB that unpacks to 32 MB."""
    packer = bz2.BZ2Compressor()
    block = bytes(1_000_000)
    return b"".join(packer.compress(block) for _ in range(32)) + packer.flush()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BZh9",
        b"not compressed",
        bz2.compress(b"{}")[:-1],
        bz2.compress(b"{}") + b"x",
        bz2.compress(b"{}") + bz2.compress(b"{}"),
    ],
)
def test_what_does_not_unpack_is_refused(data: bytes) -> None:
    assert refusal(forged(("pack.json", data))) == "built_damaged"


def test_more_than_a_reader_takes_is_not_built() -> None:
    with pytest.raises(InputError):
        build(bytes(17 * 2**20), {})
    with pytest.raises(InputError):
        build(b"{}", {"pictures/../x": b""})
    with pytest.raises(InputError):
        build(b"{}", {f"pictures/{n}.png": b"" for n in range(MOST_PARTS)})
