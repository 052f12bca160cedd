"""Provinces as shops write them and as addresses hold them."""

from __future__ import annotations

import pytest

from desktop.core.orders.provinces import PROVINCES, find_province, short_name


def test_there_are_34() -> None:
    assert len(set(PROVINCES)) == 34
    assert [p for p in PROVINCES if short_name(p) != p] == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广东省", "广东"),
        ("上海市", "上海"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("广西壮族自治区", "广西"),
        ("宁夏回族自治区", "宁夏"),
        ("香港特别行政区", "香港"),
        ("台湾省", "台湾"),
        ("海外", "海外"),
        ("广东市", None),
        ("上海省", None),
        (" 上海", None),
        ("", None),
    ],
)
def test_official_names_are_understood(name: str, short: str | None) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("address", "province"),
    [
        ("收货人：王女士 13800000000 广东省广州市天河区上海路 1 号", "广东"),
        ("内蒙古自治区呼和浩特市", "内蒙古"),
        ("上海市黄浦区北京东路 1 号", "上海"),
        ("江苏 南京", "江苏"),
        ("广州市天河区", None),
        ("", None),
    ],
)
def test_the_province_is_found_in_a_pasted_address(address: str, province: str | None) -> None:
    assert find_province(address) == province
