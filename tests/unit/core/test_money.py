"""Money is whole 分 and never a float."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.money import allocate, format_yuan, parse_yuan


@given(st.integers(0, 99_999_999_999))
def test_what_is_written_is_read_back(minor: int) -> None:
    assert parse_yuan(format_yuan(minor)) == minor


@pytest.mark.parametrize(
    ("minor", "text"), [(0, "0.00"), (5, "0.05"), (-1240, "-12.40"), (-5, "-0.05")]
)
def test_yuan_are_written_with_two_decimals(minor: int, text: str) -> None:
    assert format_yuan(minor) == text


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, (1, 1, 1), (34, 33, 33)),
        (10, (0, 5, 5), (0, 5, 5)),
        (5, (1, 2, 3), (1, 2, 2)),
        (0, (3, 4), (0, 0)),
        (0, (), ()),
        (0, (0, 0), (0, 0)),
    ],
)
def test_shares_go_by_weight_and_the_rest_to_the_largest_remainders(
    total: int, weights: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    assert allocate(total, weights) == parts


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**7), min_size=1).filter(any))
def test_shares_add_up_and_none_is_a_cent_off(total: int, weights: list[int]) -> None:
    parts = allocate(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)
