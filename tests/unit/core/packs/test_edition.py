"""What is kept of a pack's editions, and what is taken for one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from desktop.core.packs.edition import KEPT, Edition, read_edition, remember

FIRST = Edition("dress", 1, "a" * 64, 10, "第一版", datetime(2026, 2, 3, 10, tzinfo=UTC))


def test_an_edition_is_read_as_it_was_written() -> None:
    assert read_edition(to_builtins(FIRST)) == FIRST


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pack", "../dress"),
        ("pack", "Dress"),
        ("version", 0),
        ("version", True),
        ("version", "1"),
        ("sha256", "a" * 63),
        ("sha256", "../" + "a" * 61),
        ("sha256", "a" * 64 + "\n"),
        ("length", -1),
        ("note", "长" * 2001),
        ("note", None),
        ("published_at", "2026-02-03T10:00:00"),
        ("published_at", "yesterday"),
    ],
)
def test_what_is_no_edition_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_edition(to_builtins(FIRST) | {name: value})


def test_the_newest_three_contents_are_kept() -> None:
    kept: tuple[Edition, ...] = ()
    for number in range(1, 6):
        kept = remember(kept, replace(FIRST, version=number, sha256=f"{number}" * 64))
    assert [edition.version for edition in kept] == [5, 4, 3]
    assert len(kept) == KEPT


def test_a_content_that_came_back_takes_one_place() -> None:
    second = replace(FIRST, version=2, sha256="b" * 64)
    back = replace(FIRST, version=3)
    assert remember(remember((FIRST,), second), back) == (back, second)
