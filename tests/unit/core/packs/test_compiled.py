from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.core.packs.compiled import CompiledError, compile_pack, load_pack
from desktop.core.packs.model import Pack
from desktop.core.packs.reader import read_pack
from desktop.core.phrases.values import PLACEHOLDERS


def default_pack() -> Pack:
    files = {path.name: path.read_bytes() for path in Path("phrases/default").iterdir()}
    pack, _ = read_pack(files, PLACEHOLDERS)
    assert pack is not None
    return pack


PACK = default_pack()
COMPILED = compile_pack(PACK)


def changed(change: Callable[[dict], object]) -> bytes:
    raw = msgspec.json.decode(COMPILED)
    change(raw)
    return msgspec.json.encode(raw)


def test_pack_comes_back_as_it_was() -> None:
    assert load_pack(COMPILED) == PACK


def test_same_pack_gives_the_same_bytes() -> None:
    assert compile_pack(load_pack(COMPILED)) == COMPILED
    assert compile_pack(replace(PACK, placeholders={"一": "x", "二": "y"})) == compile_pack(
        replace(PACK, placeholders={"二": "y", "一": "x"})
    )


def test_money_stays_whole_and_shares_stay_exact() -> None:
    shop = load_pack(COMPILED).shop
    assert shop is not None
    assert [type(c.first) for area in shop.areas for c in area.couriers].count(int) > 0
    assert all(isinstance(tier.pays, Fraction) for tier in shop.tiers)


@given(st.data())
def test_damage_gives_a_pack_or_a_named_error(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(COMPILED) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    with suppress(CompiledError):
        load_pack(COMPILED[:at] + bytes([COMPILED[at] ^ bit]) + COMPILED[at + 1 :])
    with pytest.raises(CompiledError):
        load_pack(COMPILED[:at])


@given(st.binary())
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(CompiledError):
        load_pack(body)


def first_group(raw: dict) -> dict:
    return raw["library"]["categories"][0]["groups"][0]


def first_phrase(raw: dict) -> dict:
    return first_group(raw)["phrases"][0]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.update(version="1"),
        lambda raw: raw.update(version=0),
        lambda raw: raw.pop("name"),
        lambda raw: first_phrase(raw).update(text=None),
        lambda raw: first_phrase(raw).update(id="other/greet.first/1"),
        lambda raw: raw["library"]["categories"].append(raw["library"]["categories"][0]),
        lambda raw: first_phrase(raw).update(valid={"start": "2026-11-11T00:00:00"}),
        lambda raw: raw["shop"]["areas"][0].update(couriers=[]),
        lambda raw: raw["shop"]["areas"][0]["couriers"][0].update(first=-1),
        lambda raw: raw["shop"]["areas"][0]["couriers"][0].update(first=6.5),
        lambda raw: raw["shop"]["areas"][0].update(free_from=10**12),
        lambda raw: raw["shop"]["tiers"][0].update(pays="2"),
        lambda raw: raw["shop"]["tiers"][0].update(pays="0"),
        lambda raw: raw["shop"]["tiers"][0].update(pays="1/0"),
        lambda raw: raw["shop"]["tiers"][0].update(pays="1e999999999"),
        lambda raw: raw["shop"]["tiers"][0].update(pays=0.95),
        lambda raw: raw["shop"].update(merge_window="P99999999999D"),
        lambda raw: raw["words"]["forbidden"][0].update(level="fatal"),
        # what would keep the reader busy for seconds
        lambda raw: raw["library"].update(categories=[{"id": "a", "name": "", "groups": []}] * 501),
        lambda raw: raw["library"]["categories"][0].update(
            groups=[{"name": "", "phrases": []}] * 5_001
        ),
        lambda raw: first_group(raw).update(phrases=[first_phrase(raw)] * 20_001),
        lambda raw: first_phrase(raw).update(parts=["x"] * 10),
        lambda raw: first_phrase(raw).update(tags=["x"] * 100_001),
        lambda raw: first_phrase(raw).update(text="x" * 4_000_001),
        lambda raw: raw.update(placeholders={f"x{n}": "y" for n in range(501)}),
        lambda raw: raw["shop"].update(areas=raw["shop"]["areas"] * 600),
        lambda raw: raw["shop"]["areas"][0].update(provinces=["x"] * 3_001),
        lambda raw: raw["words"].update(cold=raw["words"]["cold"] * 200),
        lambda raw: raw["words"]["forbidden"][0].update(words=["x"] * 10_001),
        lambda raw: raw["words"]["forbidden"][0].update(allowed=["x"] * 10_001),
        lambda raw: raw.update(quotes=raw["quotes"] * 200),
        lambda raw: raw["quotes"][0].update(order="[" * 200_001),
        lambda raw: raw.update(notes=[{"version": 1, "text": "x"}] * 501),
    ],
)
def test_what_the_compiler_never_makes_is_refused(change: Callable[[dict], object]) -> None:
    with pytest.raises(CompiledError):
        load_pack(changed(change))


def test_deep_json_is_refused() -> None:
    with pytest.raises(CompiledError):
        load_pack(b'{"id": ' + b"[" * 100_000)
